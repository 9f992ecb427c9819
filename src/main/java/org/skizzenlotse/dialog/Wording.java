// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.Map;

/// The words of a step in one variant (language or simple language). Texts are the Markdown subset
/// with `{step}` placeholders; what the file leaves out is empty. `hash` names exactly these words,
/// so that an answer can say what was shown.
public record Wording(
        String text,
        String shortText,
        String why,
        String help,
        List<String> examples,
        String notice,
        Map<String, OptionWords> options,
        Map<OpenStatus, String> openTexts,
        List<String> checkTexts,
        String hash) {
    /// Copies the collections.
    public Wording {
        examples = List.copyOf(examples);
        options = Map.copyOf(options);
        openTexts = Map.copyOf(openTexts);
        checkTexts = List.copyOf(checkTexts);
    }

    /// The words of an option or a column: its text, a shorter one for buttons, and synonyms.
    public record OptionWords(String text, String button, List<String> also) {
        /// Copies the synonyms.
        public OptionWords {
            also = List.copyOf(also);
        }
    }

    /// The words of an option; its ID where the file gives none.
    public OptionWords option(String id) {
        return options.getOrDefault(id, new OptionWords(id, id, List.of()));
    }
}
