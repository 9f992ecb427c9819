// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.web.Refusal;

/// Which form of a sketch an `Accept` header asks for.
final class Accepted {
    private Accepted() {}

    /// Whether Markdown is wanted rather than JSON; JSON where both are.
    ///
    /// @throws Refusal when neither is
    static boolean prefersMarkdown(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return false;
        }
        double json = weight(header, "application/json");
        double markdown = weight(header, "text/markdown");
        if (json <= 0 && markdown <= 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_ACCEPTABLE, "Es gibt application/json und text/markdown.");
        }
        return markdown > json;
    }

    /// The weight of the most exact range that covers the type, 0 if none does.
    private static double weight(String header, String type) {
        var any = type.substring(0, type.indexOf('/')) + "/*";
        double weight = 0;
        int exactness = -1;
        for (var range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = range.split(";", -1);
            var name = parts[0].strip();
            int exact = name.equals(type) ? 2 : name.equals(any) ? 1 : name.equals("*/*") ? 0 : -1;
            if (exact > exactness) {
                exactness = exact;
                weight = quality(parts);
            }
        }
        return weight;
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
                return Double.parseDouble(parameter.substring(2));
            }
        }
        return 1;
    }
}
