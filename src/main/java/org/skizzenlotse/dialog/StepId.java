// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

/// The ID of a step, stable for ever, and the name of its answer in conditions. Stations that are
/// no step of a dialog start with an underscore (DIALOG_FORMAT, "Types in conditions and over
/// HTTP").
public record StepId(String value) implements Comparable<StepId> {
    private static final int LENGTH_MAX = 40;
    private static final int STATION_LENGTH_MAX = 21;

    /// @throws IllegalArgumentException for anything but an ASCII ID of at most 40 characters
    public StepId {
        if (!isOne(value)) throw new IllegalArgumentException("not a step ID");
    }

    /// Whether this text could be the ID of a step or a station.
    public static boolean isOne(String text) {
        if (text.startsWith("_")) return isStation(text);
        if (text.isEmpty() || text.length() > LENGTH_MAX || !isLetter(text.charAt(0))) return false;
        for (int i = 1; i < text.length(); i++) if (!isInside(text.charAt(i))) return false;
        return true;
    }

    private static boolean isStation(String text) {
        if (text.length() < 2 || text.length() > STATION_LENGTH_MAX) return false;
        if (!isLetter(text.charAt(1))) return false;
        for (int i = 2; i < text.length(); i++)
            if (!isLetter(text.charAt(i)) && text.charAt(i) != '_') return false;
        return true;
    }

    private static boolean isLetter(char one) {
        return one >= 'a' && one <= 'z';
    }

    private static boolean isInside(char one) {
        return isLetter(one) || one == '_' || (one >= '0' && one <= '9');
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
