// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rows of names.
final class Rows {
    private Rows() {}

    /// The names of a longest row that both have in this order.
    static Set<String> longest(List<String> one, List<String> other) {
        var lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--)
            for (int j = other.size() - 1; j >= 0; j--)
                lengths[i][j] =
                        one.get(i).equals(other.get(j))
                                ? lengths[i + 1][j + 1] + 1
                                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
        var row = new HashSet<String>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            if (one.get(i).equals(other.get(j))) {
                row.add(one.get(i));
                i++;
                j++;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
            else j++;
        }
        return row;
    }
}
