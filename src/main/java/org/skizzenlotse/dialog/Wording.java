// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.ArrayList;
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
        String unit,
        Marks marks,
        String hash) {
    /// Copies the collections.
    public Wording {
        examples = List.copyOf(examples);
        options = Map.copyOf(options);
        openTexts = Map.copyOf(openTexts);
        checkTexts = List.copyOf(checkTexts);
    }

    /// What holds for these words: whether the variant leaves some of them out, so that the
    /// dialog's own language says them, and which words of the glossary they use.
    public record Marks(boolean borrowed, List<String> terms) {
        /// Complete, and without such words.
        public static final Marks NONE = new Marks(false, List.of());

        /// Copies the list.
        public Marks {
            terms = List.copyOf(terms);
        }
    }

    /// The same words with other marks.
    public Wording marked(Marks others) {
        return new Wording(
                text,
                shortText,
                why,
                help,
                examples,
                notice,
                options,
                openTexts,
                checkTexts,
                unit,
                others,
                hash);
    }

    /// Everything that people read before they answer.
    public List<String> read() {
        var all = new ArrayList<>(List.of(text, help, notice));
        all.addAll(examples);
        options.values().forEach(one -> all.add(one.text()));
        return all;
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
