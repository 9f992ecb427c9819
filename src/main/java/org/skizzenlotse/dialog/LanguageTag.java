// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How pages name the language of a variant (BCP 47): a way of writing ("de-einfach") is no subtag
/// that browsers know, so that only language and a script or region of two to four letters remain.
public final class LanguageTag {
    /// Languages that are written from right to left, and scripts.
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of(
                    "ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", "arab",
                    "hebr");

    private LanguageTag() {}

    /// The tag of a variant.
    public static String of(String variant) {
        var parts = variant.split("-", 2);
        var isKnown = parts.length == 2 && (parts[1].length() == 2 || parts[1].length() == 4);
        return isKnown ? variant : parts[0];
    }

    /// `rtl` for what is written from right to left, `ltr` for everything else.
    public static String direction(String variant) {
        for (var part : variant.split("-", 0))
            if (RIGHT_TO_LEFT.contains(part)) return variant.endsWith("-latn") ? "ltr" : "rtl";
        return "ltr";
    }

    /// The direction of something in another language than what is around it; null within the same.
    public static @Nullable String directionOf(@Nullable String variant) {
        return variant == null ? null : direction(variant);
    }
}
