// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.sketch.Sketch;

/// All words of a sketch by which staff may look for it.
final class SketchWords {
    private SketchWords() {}

    /// What it says, with the names of its files and its reference.
    static String of(Sketch sketch) {
        var text = new StringBuilder(sketch.reference());
        for (var section : sketch.sections()) {
            text.append(' ').append(section.text());
            for (var entry : section.entries()) text.append(' ').append(entry.display());
        }
        for (var one : sketch.asked())
            text.append(' ').append(one.question()).append(' ').append(one.answer());
        return text.toString();
    }
}
