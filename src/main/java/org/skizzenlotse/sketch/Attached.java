// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people wanted to come along from an earlier conversation: its sketch, or the answers of a
/// pre-screening with the result in words and its reasons (empty for a sketch). No sketch where
/// that conversation was erased before.
public record Attached(@Nullable Sketch sketch, String light, List<String> reasons) {
    /// Erased before it could come along.
    public static final Attached GONE = new Attached(null, "", List.of());

    /// Copies the list.
    public Attached {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String toString() {
        return "Attached[" + sketch + "]";
    }
}
