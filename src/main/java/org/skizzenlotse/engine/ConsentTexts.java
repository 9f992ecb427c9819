// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// The texts of the consents of a dialog exactly as this installation shows them, by step and
/// variant, with its facts filled in; and texts that were agreed to before, by their hashes.
public record ConsentTexts(Map<StepId, Map<String, Shown>> texts, Map<String, String> earlier) {
    /// Nothing is known of what is shown: then the words of the dialog alone count.
    public static final ConsentTexts NONE = new ConsentTexts(Map.of(), Map.of());

    /// Copies the maps.
    public ConsentTexts {
        texts = Map.copyOf(texts);
        earlier = Map.copyOf(earlier);
    }

    /// A text as it is shown, and its hash, by which receipts name it.
    public record Shown(String hash, String text) {}

    /// The text of a consent in a variant, if it is known.
    public Optional<Shown> shown(StepId step, String variant) {
        return Optional.ofNullable(texts.getOrDefault(step, Map.of()).get(variant));
    }

    /// By this an answer to a question says what was shown.
    public String hash(Question question, String variant) {
        return shown(question.id(), variant)
                .map(Shown::hash)
                .orElseGet(() -> question.wording(variant).hash());
    }

    /// The consents that were given to other texts than those in force.
    public List<StepId> outdated(Map<StepId, Answer> answers) {
        if (texts.isEmpty()) return List.of();
        var outdated = new ArrayList<StepId>();
        for (var step : texts.keySet()) {
            var answer = answers.get(step);
            if (answer != null && isYes(answer) && !isInForce(step, answer)) outdated.add(step);
        }
        return outdated;
    }

    private static boolean isYes(Answer answer) {
        return new Value.Decision(true).equals(answer.value());
    }

    private boolean isInForce(StepId step, Answer answer) {
        var from = answer.provenance();
        return shown(step, from.variant())
                .filter(now -> now.hash().equals(from.wording()))
                .isPresent();
    }

    /// The same with these texts of before.
    public ConsentTexts before(Map<String, String> agreed) {
        return new ConsentTexts(texts, agreed);
    }
}
