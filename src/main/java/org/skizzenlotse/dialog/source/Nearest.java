// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// "Meintet ihr …?": the known name that a mistyped one comes nearest to.
public final class Nearest {
    private Nearest() {}

    /// The nearest name, if one is near.
    public static Optional<String> of(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(typed, name) <= tolerance(typed, name))
                .min(
                        Comparator.comparingInt((String name) -> distance(typed, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The question with the nearest name, or nothing where none is near.
    public static String question(String typed, Collection<String> known) {
        return of(typed, known).map(name -> "Meintet ihr '" + name + "'?").orElse("");
    }

    /// The question, or where no name is near all names that would do.
    public static String questionOrAll(String typed, Collection<String> known) {
        var question = question(typed, known);
        if (!question.isEmpty() || known.isEmpty()) return question;
        return "Möglich ist: " + String.join(", ", known);
    }

    private static int tolerance(String typed, String name) {
        var longer = Math.max(typed.length(), name.length());
        return longer <= 3 ? 1 : longer <= 6 ? 2 : 3;
    }

    /// Changes of one character, or swaps of two neighbours, that lead from one to the other;
    /// capital letters aside.
    static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) table[i][0] = i;
        for (int j = 0; j <= b.length(); j++) table[0][j] = j;
        for (int i = 1; i <= a.length(); i++)
            for (int j = 1; j <= b.length(); j++) {
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                var least = 1 + Math.min(table[i - 1][j], table[i][j - 1]);
                least = Math.min(least, table[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && swapped(a, i, b, j))
                    least = Math.min(least, table[i - 2][j - 2] + 1);
                table[i][j] = least;
            }
        return table[a.length()][b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
