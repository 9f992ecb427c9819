// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Remark;

/// What staff do with what was handed in, as the applicants come to know it. Nothing of it happens
/// to a draft, or to what was taken back.
final class Consulting {
    /// The statuses that every installation has.
    private static final Map<String, TeamPhrase> STATUSES =
            Map.of(
                    "arrived", TeamPhrase.STATUS_ARRIVED,
                    "reading", TeamPhrase.STATUS_READING,
                    "asked", TeamPhrase.STATUS_ASKED,
                    "appointment", TeamPhrase.STATUS_APPOINTMENT,
                    "advising", TeamPhrase.STATUS_ADVISING,
                    "carrying_out", TeamPhrase.STATUS_CARRYING_OUT,
                    "not_this_time", TeamPhrase.STATUS_NOT_THIS_TIME,
                    "done", TeamPhrase.STATUS_DONE);

    private final Draft draft;

    Consulting(Draft draft) {
        this.draft = draft;
    }

    void heard(Input.ByStaff input) {
        if (!isAccessible() || !draft.now().consultation().hasRoom()) {
            draft.quiet();
            return;
        }
        switch (input) {
            case Input.StaffAsked(var text, var by) -> ask(text, by);
            case Input.StaffReopened(var steps, var reason, var by) -> reopen(steps, reason, by);
            case Input.StaffStated stated -> state(stated);
            case Input.StaffProposed(var meeting, var by) -> propose(meeting, by);
        }
    }

    private boolean isAccessible() {
        return switch (draft.now().lifecycle()) {
            case Lifecycle.Submitted _, Lifecycle.Reopened _, Lifecycle.Closed _ -> true;
            case Lifecycle.Draft _, Lifecycle.Withdrawn _, Lifecycle.Erased _ -> false;
        };
    }

    private void ask(String text, String by) {
        openAgain();
        remark(Remark.Kind.QUESTION, text, by);
        mail();
        comesNow();
    }

    private void reopen(Set<StepId> steps, String reason, String by) {
        openAgain();
        var fitting = reopenable().stream().filter(steps::contains).toList();
        if (fitting.isEmpty()) {
            draft.quiet();
            return;
        }
        var all = new HashSet<>(fitting);
        if (draft.now().lifecycle() instanceof Lifecycle.Reopened(_, var before))
            all.addAll(before);
        int revision = draft.now().lifecycle().revision();
        var reference = draft.now().reference();
        draft.note(new Happened.Went(new Lifecycle.Reopened(revision, all), reference));
        remark(Remark.Kind.REOPENED, reason, by);
        var labels = fitting.stream().map(this::label).toList();
        draft.quote(
                Message.Kind.NOTICE,
                draft.phrase(
                        TeamPhrase.TEAM_REOPENED,
                        String.join(", ", labels),
                        Display.escape(reason)));
        mail();
        comesNow();
    }

    /// The questions that can be asked again: those that apply and are no consent.
    List<StepId> reopenable() {
        return draft.journey()
                .questions()
                .filter(Journey.Stop::applies)
                .flatMap(stop -> stop.question().stream())
                .filter(question -> !(question.type() instanceof AnswerType.Consent))
                .map(question -> question.id())
                .toList();
    }

    private String label(StepId step) {
        var variant = draft.now().variant();
        return draft.dialog()
                .question(step)
                .map(one -> draft.language().quoted(one.wording(variant).shortText()))
                .map(Display::escape)
                .orElse("");
    }

    private void state(Input.StaffStated stated) {
        var now = draft.given().now();
        if (!stated.closes()) openAgain();
        draft.note(new Happened.Stood(stated.status(), stated.words(), now));
        var said = new ArrayList<String>();
        said.add(standing());
        if (!stated.reason().isBlank())
            said.add(draft.phrase(TeamPhrase.TEAM_REASON, Display.escape(stated.reason())));
        if (!stated.offer().isBlank())
            said.add(draft.phrase(TeamPhrase.TEAM_OFFER, Display.escape(stated.offer())));
        var reason = stated.reason() + (stated.offer().isBlank() ? "" : "\n" + stated.offer());
        remark(Remark.Kind.STATUS, reason.strip(), stated.by());
        if (stated.closes() && draft.now().lifecycle().isOpen()) {
            var closed = new Lifecycle.Closed(draft.now().lifecycle().revision());
            draft.note(new Happened.Went(closed, draft.now().reference()));
            said.add(draft.phrase(TeamPhrase.TEAM_CLOSED));
        }
        draft.quote(Message.Kind.NOTICE, String.join("\n\n", said));
        mail();
        draft.quiet();
    }

    /// Where it stands, in a line; empty before staff said anything.
    String standing() {
        var consultation = draft.now().consultation();
        if (consultation.status().isEmpty()) return "";
        return draft.phrase(
                TeamPhrase.TEAM_STATUS,
                Display.escape(draft.now().reference()),
                status(consultation.status(), consultation.words()));
    }

    /// A status in words: those of the installation, else those of the engine, else its ID.
    private String status(String id, String words) {
        if (!words.isBlank()) return Display.escape(words);
        var usual = STATUSES.get(id);
        return usual == null ? Display.escape(id) : draft.phrase(usual);
    }

    private void propose(Meeting meeting, String by) {
        openAgain();
        draft.note(new Happened.Met(meeting));
        var times = meeting.times().stream().map(this::moment).toList();
        remark(Remark.Kind.PROPOSED, String.join("\n", times), by);
        mail();
        comesNow();
    }

    /// What was closed goes on when staff have something to say.
    private void openAgain() {
        if (draft.now().lifecycle() instanceof Lifecycle.Closed(var revision)) {
            var open = new Lifecycle.Submitted(revision);
            draft.note(new Happened.Went(open, draft.now().reference()));
            draft.noted(TeamPhrase.TEAM_OPEN_AGAIN);
        }
    }

    /// Whoever does nothing else now is asked at once; whoever is in the middle of something is
    /// told that it comes.
    private void comesNow() {
        if (draft.now().position().aside() instanceof Aside.None) {
            draft.move(draft.now().position().paused(false));
        } else draft.noted(TeamPhrase.TEAM_ASKS_LATER);
    }

    private void mail() {
        new Addressing(draft).write(Effect.Write.About.STAFF, "");
    }

    /// Staff say something; it is noted with who said it.
    private void remark(Remark.Kind kind, String text, String by) {
        var number = draft.now().consultation().next();
        var remark = new Remark(number, kind, text, 0, by, draft.given().now());
        draft.note(new Happened.Remarked(remark));
    }

    /// The first answer that staff asked to look at again.
    static Optional<StepId> firstReopened(Lifecycle lifecycle, Journey journey) {
        if (!(lifecycle instanceof Lifecycle.Reopened(_, var steps)) || steps.isEmpty())
            return Optional.empty();
        return journey.questions()
                .filter(stop -> stop.applies() && steps.contains(stop.id()))
                .map(Journey.Stop::id)
                .findFirst();
    }

    /// This answer was looked at again.
    static void lookedAt(Draft draft, StepId step) {
        if (!(draft.now().lifecycle() instanceof Lifecycle.Reopened(var revision, var steps))
                || !steps.contains(step)) return;
        var left = new HashSet<>(steps);
        left.remove(step);
        draft.note(
                new Happened.Went(new Lifecycle.Reopened(revision, left), draft.now().reference()));
    }

    /// The times of a meeting as options, and that none fits.
    List<Choice> times() {
        var choices = new ArrayList<Choice>();
        var meeting = draft.now().consultation().meeting();
        if (meeting == null) return choices;
        for (int i = 0; i < meeting.times().size(); i++) {
            var words = moment(meeting.times().get(i));
            choices.add(choice("time_" + (char) ('a' + i), words));
        }
        choices.add(choice("none", draft.phrase(TeamPhrase.TEAM_MEETING_NONE)));
        return choices;
    }

    private static Choice choice(String id, String words) {
        return new Choice(id, words, words, "none");
    }

    private String moment(Instant at) {
        return Calling.moment(draft, at);
    }

    /// What is asked at the station of a meeting.
    String whichTime() {
        var meeting = draft.now().consultation().meeting();
        return meeting == null
                ? ""
                : draft.phrase(
                        TeamPhrase.TEAM_MEETING,
                        String.valueOf(meeting.minutes()),
                        Display.escape(meeting.place()));
    }
}
