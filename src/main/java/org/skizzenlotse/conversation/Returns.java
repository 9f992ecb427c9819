// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.Optional;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.Devices;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Comes back by key, from any device. Every key is looked up by its hash, so that one that is
/// wrong takes the same way as one that is right, and tells nothing.
final class Returns {
    private final Installation installation;
    private final Turns turns;
    private final Devices devices;
    private final Views views;

    Returns(Installation installation, Database database, Views views) {
        this.installation = installation;
        this.turns = new Turns(database);
        this.devices = new Devices(database);
        this.views = views;
    }

    ComingBack comeBack(String typed, Beginnings.From from) {
        var key = ReturnKey.read(typed);
        if (key.isEmpty()) return new ComingBack.Mistyped();
        try {
            return comeBack(key.get(), from);
        } catch (StoreUnavailable later) {
            return new ComingBack.Unavailable();
        }
    }

    private ComingBack comeBack(ReturnKey key, Beginnings.From from) {
        var now = installation.now();
        return switch (turns.findByKey(key.letters(), now)) {
            case Found.Unknown _ -> new ComingBack.Unknown();
            case Found.Gone _ -> new ComingBack.Gone();
            case Found.Revoked _ -> new ComingBack.Revoked();
            case Found.Known(var stored, _) -> {
                var token = Secrets.token();
                var heard = from.heard(token, false);
                var entry = new Devices.Entry(key.letters(), token);
                yield switch (devices.join(stored, entry, heard, now)) {
                    case Written.Done<Boolean> _ -> new ComingBack.Here(token, views.whole(stored));
                    case Written.Conflict<Boolean> _ -> new ComingBack.Unknown();
                    case Written.Unavailable<Boolean> _ -> new ComingBack.Unavailable();
                };
            }
        };
    }

    /// True when the device knew a conversation.
    ///
    /// @throws StoreUnavailable when it is not known to be forgotten
    boolean leave(String token) {
        return done(devices.leave(token));
    }

    /// A key or a link in place of the one that was given then and may never have been seen; empty
    /// when a later one was given, or the link was used.
    ///
    /// @throws StoreUnavailable when it cannot be made durable now
    Optional<View.Once> instead(ConversationId id, Message.Kind kind, Instant givenAt) {
        var key = ReturnKey.fresh();
        var invitation = Secrets.token();
        var link = Secrets.link();
        var code = MovingCode.fresh();
        return switch (kind) {
            case KEY ->
                    instead(
                            devices.renewKey(id, key.letters(), givenAt),
                            new View.Once(key.text(), "", ""));
            case LINK ->
                    instead(
                            devices.renewLink(id, invitation, givenAt),
                            new View.Once("", invitation, ""));
            case MOVE ->
                    instead(
                            devices.renewMove(id, link, code.shown(), givenAt),
                            new View.Once("", link, code.text()));
            case NOTICE, QUESTION, REPLY, NOTED, ERROR, REMINDER, SAID -> Optional.empty();
        };
    }

    private static Optional<View.Once> instead(Written<Boolean> written, View.Once once) {
        return done(written) ? Optional.of(once) : Optional.empty();
    }

    private static boolean done(Written<Boolean> written) {
        return switch (written) {
            case Written.Done<Boolean>(var value) -> value;
            case Written.Conflict<Boolean> _ -> false;
            case Written.Unavailable<Boolean> _ -> throw new StoreUnavailable("not now");
        };
    }
}
