// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Begins conversations, each with a key of its own and the first token.
final class Beginnings {
    private final Taking.Means means;
    private final Published published;
    private final Neighbours neighbours;

    Beginnings(Taking.Means means, Published published, Neighbours neighbours) {
        this.means = means;
        this.published = published;
        this.neighbours = neighbours;
    }

    /// Begins one with the version in force.
    ///
    /// @throws IllegalArgumentException when no such dialog is in force
    /// @throws StoreUnavailable when it cannot be made durable now
    Opened open(Conversations.Beginning beginning) {
        var installation = means.installation();
        var turns = means.turns();
        var dialog =
                published
                        .inForce(beginning.dialog())
                        .orElseThrow(() -> new IllegalArgumentException("no such dialog"));
        var origin = neighbours.origin(beginning.from(), installation.now()).orElse(null);
        for (int i = 0; i < Conversations.TRIES_MAX; i++) {
            var id = Secrets.conversation();
            var now = installation.now();
            var start = Engine.Beginning.in(dialog, id, beginning.variant(), origin);
            var given =
                    installation
                            .given(dialog, beginning.channel(), now, now)
                            .beside(neighbours.of(dialog.id(), start.variant(), origin));
            var turn = installation.engine().start(dialog, start, given);
            var marks = new Stored.Marks(beginning.channel(), false, now, now);
            var none = Stored.none(turn.after(), marks, turns.freshKey(id));
            var made = Recorder.Made.first(none, dialog, given, turn);
            var change = means.recorder().change(made);
            var token = Secrets.token();
            if (turns.begin(change, token) instanceof Written.Done<Boolean>)
                return new Opened(token, means.views().of(made, change));
        }
        throw new StoreUnavailable("a conversation cannot begin");
    }
}
