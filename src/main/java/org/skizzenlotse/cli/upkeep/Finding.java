// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

/// Something that an operator should know: a word for it, whether it must be mended or is advice
/// only, what it is, and what to do.
record Finding(String id, boolean urgent, String text, String proposal) {
    static Finding urgent(String id, String text, String proposal) {
        return new Finding(id, true, text, proposal);
    }

    static Finding advice(String id, String text, String proposal) {
        return new Finding(id, false, text, proposal);
    }

    String line() {
        return (urgent ? "Fehlt: " : "Rat: ") + text + " → " + proposal;
    }
}
