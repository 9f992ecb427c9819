// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Dialog.Audience;
import org.skizzenlotse.dialog.proof.words.Reports.Found;

/// Texts keep to the dialog's form of address.
final class Address {
    /// In the middle of a sentence a capital "Sie" is an address; at its beginning it may be
    /// "they".
    private static final Pattern FORMAL =
            Pattern.compile("(?<=[\\p{L}\\d,;)] )(Sie|Ihnen|Ihre[mnrs]?|Ihr)\\b");

    private static final Pattern SINGULAR =
            Pattern.compile("(?i)\\b(du|dir|dich|dein(e[mnrs]?)?)\\b");
    private static final Pattern PLURAL = Pattern.compile("(?i)\\b(euch|euer|eure[mnrs]?)\\b");

    private final Audience audience;

    Address(Audience audience) {
        this.audience = audience;
    }

    void check(Prose prose, Reports reports) {
        var strange =
                switch (audience) {
                    case IHR -> List.of(FORMAL, SINGULAR);
                    case DU -> List.of(FORMAL);
                    case SIE -> List.of(SINGULAR, PLURAL);
                };
        for (var pattern : strange) {
            var found = pattern.matcher(prose.plain());
            if (!found.find()) continue;
            reports.doubtful(
                    WordRule.ADDRESS,
                    prose,
                    new Found(
                            found.group(),
                            "'" + found.group() + "' passt nicht zur Anrede '" + words() + "'.",
                            "Formuliert den Satz mit '" + words() + "'."));
            return;
        }
    }

    private String words() {
        return switch (audience) {
            case DU -> "du";
            case IHR -> "ihr";
            case SIE -> "Sie";
        };
    }
}
