// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.source.Part;

/// Words of options that mean one of them, and open answers that fit their question.
final class StepCheck {
    private final Draft draft;

    StepCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        for (var question : draft.dialog().questions()) {
            var part = draft.step(question.id());
            synonyms(part);
            open(question, part);
        }
    }

    private static void synonyms(Part part) {
        Map<String, String> meant = new HashMap<>();
        for (var option : part.list("options"))
            for (var also : option.list("also")) {
                var word = also.text().toLowerCase(Locale.ROOT);
                var other = meant.putIfAbsent(word, option.text("id"));
                if (other != null && !other.equals(option.text("id")))
                    also.doubtful(
                            "'" + also.text() + "' meint auch schon '" + other + "'.",
                            "Ein Wort gehört zu einer Auswahl.");
            }
    }

    private static void open(Question question, Part part) {
        var open = question.rules().open();
        if (question.type() instanceof AnswerType.Consent && !open.isEmpty())
            part.at("open")
                    .wrongKey(
                            "Eine Einwilligung wird nicht offen gelassen: Es gibt nur Ja und Nein.",
                            "Nehmt 'open' heraus.");
        part.entries("open_text").forEach((id, text) -> openText(id, text, open));
        if (part.flag("open_first") && open.isEmpty())
            part.at("open_first")
                    .wrongKey(
                            "'open_first' braucht offene Antworten.",
                            "Ergänzt 'open', oder nehmt 'open_first' heraus.");
    }

    private static void openText(String id, Part text, List<OpenStatus> open) {
        var status = OpenStatus.of(id);
        if (status.isPresent() && !open.contains(status.get()))
            text.wrongKey(
                    "'" + id + "' steht nicht unter 'open'.",
                    "Ergänzt es dort, oder nehmt die Zeile heraus.");
    }
}
