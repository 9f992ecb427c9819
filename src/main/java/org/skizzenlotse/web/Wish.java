// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which language a visitor's browser asks for. It only proposes: people choose.
public final class Wish {
    /// Longer headers are no wish for a language.
    private static final int LENGTH_MAX = 200;

    private Wish() {}

    /// The one of these variants that the visitor's browser asks for.
    public static Optional<String> of(Context context, Collection<String> variants) {
        return of(context.header("Accept-Language"), variants);
    }

    /// The one of these variants that the header asks for; none where it asks for no or another
    /// one.
    static Optional<String> of(@Nullable String header, Collection<String> variants) {
        if (header == null || header.isBlank() || header.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var tag = Locale.lookupTag(LanguageRange.parse(header), variants);
            return variants.stream().filter(one -> one.equalsIgnoreCase(tag)).findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
