// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.web.Refusal;

/// Which form an `Accept` header asks for.
final class Accepted {
    private Accepted() {}

    /// The one of these media types that is wanted most, the first of those that are wanted alike.
    ///
    /// @throws Refusal when none is
    static String best(@Nullable String header, List<String> types) {
        if (header == null || header.isBlank()) {
            return types.getFirst();
        }
        var best = types.getFirst();
        for (var type : types) {
            if (weight(header, type) > weight(header, best)) {
                best = type;
            }
        }
        if (weight(header, best) <= 0) {
            throw new Refusal(
                    Refusal.Kind.NOT_ACCEPTABLE, "Es gibt " + String.join(", ", types) + ".");
        }
        return best;
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
