// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;

/// What allows a processing (Art. 6 (1) GDPR), as the operator has decided it.
public enum LegalBasis {
    CONSENT("einwilligung", "eure Einwilligung", "a"),
    TASK("aufgabe", "unsere Aufgabe im öffentlichen Interesse", "e"),
    INTEREST("interesse", "unser berechtigtes Interesse daran, euch zu beraten", "f");

    private final String word;
    private final String means;
    private final String letter;

    LegalBasis(String word, String means, String letter) {
        this.word = word;
        this.means = means;
        this.letter = letter;
    }

    /// The one of that word in the settings.
    public static Optional<LegalBasis> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word.strip())).findFirst();
    }

    /// As a sentence says it.
    public String words() {
        return means + " (" + article() + ")";
    }

    /// The rule.
    public String article() {
        return "Artikel 6 Absatz 1 Buchstabe " + letter + " DSGVO";
    }

    /// The basis of everything, and of single purposes another one.
    public record ByPurpose(LegalBasis standard, Map<String, LegalBasis> exceptions) {
        /// Nothing but consent.
        public static final ByPurpose CONSENT = new ByPurpose(LegalBasis.CONSENT, Map.of());

        /// Copies the map.
        public ByPurpose {
            exceptions = Map.copyOf(exceptions);
        }

        /// The basis of a purpose of a dialog. What is asked for by a consent of its own rests on
        /// that, whatever the settings say.
        public LegalBasis of(Dialog dialog, String purpose) {
            var own =
                    dialog.questions().stream()
                            .anyMatch(one ->
                                    one.type() instanceof AnswerType.Consent(var asked, var needed)
                                            && !needed
                                            && asked.equals(purpose));
            return own ? LegalBasis.CONSENT : exceptions.getOrDefault(purpose, standard);
        }
    }
}
