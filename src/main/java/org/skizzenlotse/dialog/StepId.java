// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.regex.Pattern;

/// The ID of a step, stable for ever, and the name of its answer in conditions. Stations that are
/// no step of a dialog start with an underscore (DIALOG_FORMAT, "Types in conditions and over
/// HTTP").
public record StepId(String value) implements Comparable<StepId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]{0,39}|_[a-z][a-z_]{0,19}");

    /// @throws IllegalArgumentException for anything but an ASCII ID of at most 40 characters
    public StepId {
        if (!SHAPE.matcher(value).matches()) throw new IllegalArgumentException("not a step ID");
    }

    /// Whether this text could be the ID of a step or a station.
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
