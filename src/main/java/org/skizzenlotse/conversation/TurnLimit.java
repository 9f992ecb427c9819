// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.store.Stored;

/// How long a conversation may become. Beyond that nothing is added to it, but handing in, taking
/// back and erasing go on; each of them ends something, so that this ends, too.
final class TurnLimit {
    /// All questions answered, explained and changed several times are some hundred turns; more
    /// than this only a program takes, and it would fill the disk.
    static final int TURNS_MAX = 5_000;

    private TurnLimit() {}

    /// Whether this turn is one too many.
    static boolean refuses(Stored before, Turn turn) {
        return before.revision() >= TURNS_MAX && !ends(before, turn) && !asksToEnd(before, turn);
    }

    private static boolean ends(Stored before, Turn turn) {
        var then = before.conversation().lifecycle();
        var now = turn.after().lifecycle();
        return !now.equals(then) && !(now instanceof Lifecycle.Reopened);
    }

    private static boolean asksToEnd(Stored before, Turn turn) {
        var then = before.conversation().position().aside();
        var now = turn.after().position().aside();
        if (now instanceof Aside.Removing) return !now.equals(then);
        return now instanceof Aside.Confirming
                && !now.equals(then)
                && (!(then instanceof Aside.Confirming)
                        || now.equals(new Aside.Confirming(Command.ERASE)));
    }
}
