// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step.Question;

/// All answers at a glance, and the review before handing in. It counts what is there, not what is
/// missing.
final class Overview {
    /// Longer answers are shortened; the whole text stands in the own copy.
    private static final int ANSWER_LENGTH_MAX = 300;

    private final Draft draft;

    Overview(Draft draft) {
        this.draft = draft;
    }

    /// Every answer by group of the dialog, open ones named.
    String all() {
        var text = new StringBuilder();
        for (var group : draft.dialog().groups()) {
            var lines =
                    draft.journey()
                            .questions()
                            .filter(stop -> stop.placed().group().id().equals(group.id()))
                            .filter(Journey.Stop::isDealtWith)
                            .map(stop -> line(stop.question().orElseThrow()))
                            .toList();
            if (lines.isEmpty()) continue;
            var title = draft.dialog().words(group, draft.now().variant()).title();
            text.append("**").append(Display.escape(title)).append("**\n\n");
            text.append(String.join("\n", lines)).append("\n\n");
        }
        if (text.isEmpty()) text.append(draft.phrase(Phrase.OVERVIEW_EMPTY)).append("\n\n");
        return text.append(left()).toString();
    }

    private String left() {
        var progress = draft.journey().progress(null, "");
        if (progress.most() == 0) return draft.phrase(Phrase.OVERVIEW_DONE);
        return progress.least() == progress.most()
                ? draft.phrase(Phrase.OVERVIEW_LEFT, String.valueOf(progress.least()))
                : draft.phrase(
                        Phrase.OVERVIEW_LEFT_RANGE,
                        String.valueOf(progress.least()),
                        String.valueOf(progress.most()));
    }

    private String line(Question question) {
        var variant = draft.now().variant();
        var answer = draft.now().answer(question.id()).orElseThrow();
        var words = Display.brief(Display.answer(question, answer, variant), ANSWER_LENGTH_MAX);
        var label = question.wording(variant).shortText();
        var mark = answer.isOpen() ? " " + draft.phrase(Phrase.OPEN_MARK) : "";
        return "- **" + Display.escape(label) + "**" + mark + ": " + Display.escape(words);
    }

    /// The sketch as staff will read it, section by section, with what is there counted.
    String review() {
        var sections = draft.dialog().parts().sketch().sections();
        var told = 0;
        var open = new ArrayList<String>();
        var lines = new ArrayList<String>();
        for (var section : sections) {
            var answers = answers(section);
            if (answers.isEmpty()) continue;
            lines.addAll(answers);
            if (isOpen(section)) open.add(section.title());
            else told++;
        }
        var text = new StringBuilder();
        var words = draft.dialog().frame(draft.now().variant()).review();
        if (!words.isBlank()) text.append(words).append("\n\n");
        text.append(sections.isEmpty() ? all() : String.join("\n", lines)).append("\n\n");
        if (!sections.isEmpty()) {
            text.append(draft.phrase(Phrase.REVIEW_TOLD, String.valueOf(told)));
            if (!open.isEmpty())
                text.append(' ')
                        .append(
                                draft.phrase(
                                        Phrase.REVIEW_TOGETHER,
                                        String.valueOf(open.size()),
                                        Display.escape(String.join(", ", open))));
        }
        var submit = draft.dialog().frame(draft.now().variant()).submit();
        return submit.isBlank() ? text.toString() : text + "\n\n" + submit;
    }

    private List<String> answers(SketchPlan.Section section) {
        return section.from().stream()
                .flatMap(step -> draft.journey().stop(step).stream())
                .filter(Journey.Stop::isDealtWith)
                .map(stop -> line(stop.question().orElseThrow()))
                .toList();
    }

    private boolean isOpen(SketchPlan.Section section) {
        return section.from().stream()
                .findFirst()
                .flatMap(step -> draft.now().answer(step))
                .filter(Answer::isOpen)
                .isPresent();
    }
}
