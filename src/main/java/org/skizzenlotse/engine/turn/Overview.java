// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Answer;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.SketchPlan;

/// All answers at a glance, and the review before handing in. It counts what is there, not what is
/// missing.
final class Overview {
    /// Longer answers are shortened; the whole text stands in the own copy.
    private static final int ANSWER_LENGTH_MAX = 300;

    private final Draft draft;

    Overview(Draft draft) {
        this.draft = draft;
    }

    /// Every answer by group of the dialog, open ones named, long ones shortened.
    String all() {
        return byGroup(true) + left();
    }

    /// Every answer in full, also those that do not count at present.
    String everything() {
        return byGroup(false).strip();
    }

    private String byGroup(boolean brief) {
        var text = new StringBuilder();
        var group = "";
        for (var stop : draft.journey().stops()) {
            if (stop.question().isEmpty() || stop.answer() == null) continue;
            if (brief && !stop.isDealtWith()) continue;
            var here = stop.placed().group();
            if (!here.id().equals(group)) {
                var title = draft.dialog().words(here, draft.now().variant()).title();
                if (!text.isEmpty()) text.append("\n");
                text.append("**").append(Display.escape(title)).append("**\n\n");
            }
            group = here.id();
            text.append(line(stop, brief)).append("\n");
        }
        if (text.isEmpty()) text.append(draft.phrase(Phrase.OVERVIEW_EMPTY)).append("\n");
        return text.append("\n").toString();
    }

    private String left() {
        var progress = draft.journey().progress(null, "");
        var least = String.valueOf(progress.least());
        var most = String.valueOf(progress.most());
        if (progress.most() == 0) return draft.phrase(Phrase.OVERVIEW_DONE);
        if (progress.least() == progress.most())
            return progress.most() == 1
                    ? draft.phrase(Phrase.OVERVIEW_LEFT_ONE)
                    : draft.phrase(Phrase.OVERVIEW_LEFT, most);
        if (progress.least() > 0) return draft.phrase(Phrase.OVERVIEW_LEFT_RANGE, least, most);
        return progress.most() == 1
                ? draft.phrase(Phrase.OVERVIEW_LEFT_MOST_ONE)
                : draft.phrase(Phrase.OVERVIEW_LEFT_MOST, most);
    }

    private String line(Journey.Stop stop, boolean brief) {
        var variant = draft.now().variant();
        var question = stop.question().orElseThrow();
        var answer = draft.now().answer(question.id()).orElseThrow();
        var whole = draft.shown(question, answer);
        var words = Display.escape(brief ? Display.brief(whole, ANSWER_LENGTH_MAX) : whole);
        var names = draft.names(answer);
        var label = question.wording(variant).shortText();
        return "- **"
                + Display.escape(label)
                + "**"
                + mark(stop, answer)
                + ": "
                + words.replace("\n", "\n  ")
                + (names.isEmpty() ? "" : " (" + names + ")");
    }

    private String mark(Journey.Stop stop, Answer answer) {
        if (!stop.applies()) return " " + draft.phrase(Phrase.PARKED_MARK);
        return isToClear(answer) ? " " + draft.phrase(Phrase.OPEN_MARK) : "";
    }

    /// Open answers on which something follows; "we do not say" and "not for us" are final.
    private static boolean isToClear(Answer answer) {
        return switch (answer.status()) {
            case UNKNOWN, LATER -> true;
            case ANSWERED, REFUSED, NOT_APPLICABLE, REMOVED -> false;
        };
    }

    /// The sketch as staff will read it, section by section, with what is there counted.
    String review() {
        var sections = draft.dialog().parts().sketch().sections();
        var translation = draft.dialog().translation(draft.now().variant());
        var told = 0;
        var open = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (var section : sections) {
            var answers = answers(section);
            if (answers.isEmpty()) continue;
            lines.addAll(answers);
            if (isOpen(section)) open.add(translation.title(section));
            else told++;
        }
        var text = new StringBuilder();
        var words = draft.dialog().frame(draft.now().variant()).review();
        if (!words.isBlank()) text.append(words).append("\n\n");
        text.append(sections.isEmpty() ? all() : String.join("\n", lines)).append("\n\n");
        if (!sections.isEmpty()) {
            if (told == 1) text.append(draft.phrase(Phrase.REVIEW_TOLD_ONE)).append(' ');
            if (told > 1)
                text.append(draft.phrase(Phrase.REVIEW_TOLD, String.valueOf(told))).append(' ');
            if (!open.isEmpty()) {
                var titles = Display.escape(String.join(", ", open));
                text.append(draft.phrase(Phrase.REVIEW_TOGETHER, titles));
            }
        }
        var call = new Calling(draft).review();
        if (!call.isEmpty()) text.append("\n\n").append(call);
        var attached = new Attaching(draft).review();
        if (!attached.isEmpty()) text.append("\n\n").append(attached);
        var submit = draft.dialog().frame(draft.now().variant()).submit();
        var said = text.toString().strip();
        return submit.isBlank() ? said : said + "\n\n" + submit;
    }

    private List<String> answers(SketchPlan.Section section) {
        return section.from().stream()
                .flatMap(step -> draft.journey().stop(step).stream())
                .filter(Journey.Stop::isDealtWith)
                .map(stop -> line(stop, true))
                .toList();
    }

    private boolean isOpen(SketchPlan.Section section) {
        return section.from().stream()
                .findFirst()
                .flatMap(step -> draft.now().answer(step))
                .filter(Overview::isToClear)
                .isPresent();
    }
}
