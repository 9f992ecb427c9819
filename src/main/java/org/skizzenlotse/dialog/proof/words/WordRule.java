// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.Locale;
import java.util.Optional;

/// A rule for texts, by the name under which an author can silence it.
enum WordRule {
    LIX,
    SENTENCE,
    COMPOUND,
    PASSIVE,
    NOMINAL,
    ABBREVIATION,
    GENDER,
    ADDRESS,
    TERM;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WordRule> of(String id) {
        for (var rule : values()) if (rule.id().equals(id)) return Optional.of(rule);
        return Optional.empty();
    }
}
