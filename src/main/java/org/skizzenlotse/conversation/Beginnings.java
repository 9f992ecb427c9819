// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.Heard;
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
        return open(beginning, From.NOWHERE);
    }

    /// From where on a messenger one begins, and with which updates.
    record From(List<Heard.Update> updates, Optional<Address> address) {
        static final From NOWHERE = new From(List.of(), Optional.empty());

        /// What it adds, found by this token from then on, which waits to be let in or not.
        Heard heard(String token, boolean waits) {
            var heard = Heard.of(updates);
            return address.map(one -> heard.at(new Heard.Bound(one, token, waits))).orElse(heard);
        }
    }

    /// The same at a place on a messenger.
    Opened open(Conversations.Beginning beginning, From from) {
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
            var token = Secrets.token();
            var made =
                    Recorder.Made.first(none, dialog, given, turn)
                            .hearing(from.heard(token, false));
            var change = means.recorder().change(made);
            if (turns.begin(change, token) instanceof Written.Done<Boolean>) {
                means.listeners().written(change);
                return new Opened(token, means.views().of(made, change));
            }
        }
        throw new StoreUnavailable("a conversation cannot begin");
    }
}
