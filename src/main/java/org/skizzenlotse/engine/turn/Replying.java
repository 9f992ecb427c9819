// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Remark;

/// What applicants say to staff: answers to their questions, words of their own, and which time
/// suits them.
final class Replying {
    private final Draft draft;

    Replying(Draft draft) {
        this.draft = draft;
    }

    /// Words at the question of staff. What was handed in goes out anew with the answer in it;
    /// where it is being changed, that happens when it is handed in again.
    void answered(String text) {
        var asked = draft.now().consultation().asked();
        if (asked.isEmpty() || !isUsable(text)) return;
        draft.settle();
        var remark = remark(Remark.Kind.ANSWER, text, asked.get().number());
        if (draft.now().lifecycle() instanceof Lifecycle.Submitted(var revision)) {
            var reference = draft.now().reference();
            draft.note(new Happened.Went(new Lifecycle.Submitted(revision + 1), reference));
            draft.effect(new Effect.Submit(reference, revision + 1));
            draft.noted(TeamPhrase.TEAM_ANSWERED);
        } else {
            draft.effect(new Effect.TellRemark(remark.number()));
            draft.noted(TeamPhrase.TEAM_ANSWERED_LATER);
        }
    }

    /// Words after handing in, for which nobody asked.
    void told(String text) {
        if (!isUsable(text)) return;
        var remark = remark(Remark.Kind.WORDS, text, 0);
        draft.effect(new Effect.TellRemark(remark.number()));
        draft.noted(TeamPhrase.TEAM_TOLD);
    }

    private boolean isUsable(String text) {
        if (text.isBlank()) draft.error(AnswerPhrase.EMPTY);
        else if (text.codePointCount(0, text.length()) > Remark.TEXT_MAX)
            draft.error(TeamPhrase.TEAM_TOO_LONG, String.valueOf(Remark.TEXT_MAX));
        else if (!draft.now().consultation().hasRoom()) draft.error(TeamPhrase.TEAM_FULL);
        else return true;
        return false;
    }

    /// Which of the proposed times.
    void chose(String option) {
        var meeting = draft.now().consultation().meeting();
        if (meeting == null) return;
        draft.settle();
        if (option.equals("none")) {
            var declined =
                    new Meeting(meeting.times(), meeting.minutes(), meeting.place(), null, true);
            draft.note(new Happened.Met(declined));
            tell("");
            draft.noted(TeamPhrase.TEAM_MEETING_DECLINED);
            return;
        }
        var time = meeting.times().get(option.charAt(option.length() - 1) - 'a');
        draft.note(new Happened.Met(meeting.at(time)));
        var words = Calling.moment(draft, time);
        tell(words);
        draft.noted(
                TeamPhrase.TEAM_MEETING_TAKEN,
                words,
                String.valueOf(meeting.minutes()),
                Display.escape(meeting.place()));
    }

    private void tell(String words) {
        var remark = remark(Remark.Kind.MEETING, words, 0);
        draft.effect(new Effect.TellRemark(remark.number()));
    }

    private Remark remark(Remark.Kind kind, String text, int answers) {
        var number = draft.now().consultation().next();
        var by = Person.by(draft.given().speaker());
        var remark = new Remark(number, kind, text, answers, by, draft.given().now());
        draft.note(new Happened.Remarked(remark));
        return remark;
    }
}
