// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.shelf;

import org.skizzenlotse.conversation.LastReading;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.TextEditStore;

import java.time.InstantSource;
import java.time.ZoneId;

/// What the pages of the authors work with: the dialogs as their files say, those in force, and an
/// engine to try them out; who changed which text, and what puts changed files in force.
public record Workshop(
        Shelf shelf, InForce inForce, Engine engine, TextEditStore edits, Times times) {

    /// The dialogs in force, what the last reading of the files brought, and what reads them again.
    public record InForce(Published published, LastReading last, Runnable reload) {}

    /// The dialogs in force.
    public Published published() {
        return inForce.published();
    }

    /// Whether what the files of a dialog say now is in force.
    public boolean isInForce(String id) {
        var now = published().inForce(id);
        return shelf.loaded().dialog(id).stream()
                .anyMatch(read ->
                        now.filter(one -> one.hash().equals(read.dialog().hash())).isPresent());
    }

    /// Reads the files again, and puts in force what may be.
    public Runnable reload() {
        return inForce.reload();
    }

    /// When it is, and where.
    public record Times(InstantSource clock, ZoneId zone) {}
}
