// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

import java.util.Optional;
import java.util.Set;

/// Why a dialog in which something was changed is still sound. The first four change nothing that
/// anybody could get stuck in; the last two make another dialog, which only its author can judge,
/// or its talks.
enum Harmless {
    /// A help, an example, a synonym, a note to staff: less is said.
    WORDS,
    /// Options, examples, rules, sections, steps that do not read each other stand otherwise.
    ORDER,
    /// What nothing else names has another name, which a migration looks at.
    NAME,
    /// An option, a question, a rule or an open answer less, or a check less, that nothing needs.
    LESS,
    /// What the file declares: whether an answer is needed, personal, of the catalogue.
    DECLARED,
    /// Asked of others, or in another way.
    MEANING;

    private static final Set<String> SAID =
            Set.of(
                    "help",
                    "examples",
                    "examples[]",
                    "text[]",
                    "notice",
                    "notice[]",
                    "done[]",
                    "help[]",
                    "why[]",
                    "intro",
                    "staff",
                    "button",
                    "also",
                    "note",
                    "open_text",
                    "unknown",
                    "later",
                    "refused",
                    "not_applicable",
                    "if_open",
                    "unit",
                    "label",
                    "also[]",
                    "purposes",
                    "review");

    private static final Set<String> PARTS =
            Set.of(
                    "options[]",
                    "steps[]",
                    "rules[]",
                    "check",
                    "check[]",
                    "open",
                    "open[]",
                    "sections[]",
                    "min",
                    "max",
                    "max_length",
                    "max_files",
                    "accept",
                    "accept[]",
                    "decimals",
                    "timing",
                    "scope",
                    "hands_over",
                    "confirm_to",
                    "attach",
                    "call");

    private static final Set<String> DECLARATIONS =
            Set.of(
                    "needed",
                    "personal",
                    "catalogue",
                    "core",
                    "sensitive",
                    "open_first",
                    "required",
                    "special");

    static Optional<Harmless> of(Mutant mutant) {
        var key = mutant.key();
        return switch (mutant.change()) {
            case SWAP -> Optional.of(ORDER);
            case NEGATE -> Optional.of(MEANING);
            case RENAME -> Optional.of(key.equals("when") ? MEANING : NAME);
            case REPLACE -> Optional.of(DECLARATIONS.contains(key) ? DECLARED : MEANING);
            case DELETE -> deleted(key);
        };
    }

    private static Optional<Harmless> deleted(String key) {
        if (SAID.contains(key)) return Optional.of(WORDS);
        if (DECLARATIONS.contains(key)) return Optional.of(DECLARED);
        if (PARTS.contains(key)) return Optional.of(LESS);
        return key.equals("when") ? Optional.of(MEANING) : Optional.empty();
    }
}
