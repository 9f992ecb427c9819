// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// The little that a conversation remembers beside answers: what interrupts, how many answers to
/// the question at hand were unusable, whether it is paused, what `undo` would restore, and the
/// dialog in which the person has just chosen to go on (empty: none). The next move ends that.
public record Position(Aside aside, int tries, boolean paused, @Nullable Undo undo, String goesOn) {
    /// Nothing of that.
    public static final Position PLAIN = new Position(new Aside.None(), 0, false, null);

    /// Going on nowhere else.
    public Position(Aside aside, int tries, boolean paused, @Nullable Undo undo) {
        this(aside, tries, paused, undo, "");
    }

    /// The step last changed and what it said before (null: nothing).
    public record Undo(StepId step, @Nullable Answer before) {}

    /// The same with another interruption, counting tries anew.
    public Position with(Aside next) {
        return new Position(next, 0, paused, undo);
    }

    /// The same after one more unusable answer.
    public Position tried() {
        return new Position(aside, tries + 1, paused, undo);
    }

    /// The same, paused or not.
    public Position paused(boolean now) {
        return new Position(aside, tries, now, undo);
    }

    /// The same with something to undo.
    public Position undoing(@Nullable Undo last) {
        return new Position(aside, tries, paused, last);
    }

    /// The same, going on in that dialog; empty to stay in this one.
    public Position goingOn(String dialog) {
        return new Position(aside, tries, paused, undo, dialog);
    }
}
