// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.shelf;

import java.time.InstantSource;
import java.time.ZoneId;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.engine.turn.Engine;

/// What the pages of the authors work with: the dialogs as their files say, those in force, and an
/// engine to try them out.
public record Workshop(Shelf shelf, Published published, Engine engine, Times times) {
    /// When it is, and where.
    public record Times(InstantSource clock, ZoneId zone) {}
}
