// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.PostStore;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The devices that go on with a conversation, without a turn: one more by its key, one less, and a
/// key whose showing was lost on the way.
public final class Devices {
    private final Database database;

    /// Over this database.
    public Devices(Database database) {
        this.database = database;
    }

    /// The key that was shown, and the token that one gets for it.
    public record Entry(String key, String token) {
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /// A token for one more device, which showed this key; a conflict when the key was replaced or
    /// all was erased meanwhile. At a place on a messenger it is then said where one is.
    public Written<Boolean> join(Stored found, Entry entry, Heard heard, Instant now) {
        var id = found.conversation().id();
        var shown = keyHash(database, entry.key());
        var hash = tokenHash(database, entry.token());
        var row = new TokenStore.Row(TokenStore.Kind.SESSION, hash, now);
        var bound = heard.bound().map(one -> AddressStore.sealed(database, one, found.key(), now));
        return database.write(
                Job.of(handle -> {
                    if (!TokenStore.isKey(handle, id, shown)) throw new Job.Stale();
                    TokenStore.insertSession(handle, id, found.person(), row);
                    ConversationStore.signOfLife(handle, id, now);
                    ReceivedStore.done(handle, heard, null);
                    if (bound.isPresent()) {
                        AddressStore.bind(handle, id, found.person(), bound.get());
                        PostStore.ask(handle, id, bound.get().hash(), now);
                    }
                    return true;
                }));
    }

    /// A device forgets its conversation; true when it knew one.
    public Written<Boolean> leave(String token) {
        var hash = tokenHash(database, token);
        return database.write(Job.of(handle -> TokenStore.deleteSession(handle, hash)));
    }

    /// Another key in place of the one that was given at that time; false when there is a newer.
    public Written<Boolean> renewKey(ConversationId id, String key, Instant givenAt) {
        var row = new TokenStore.Row(TokenStore.Kind.KEY, keyHash(database, key), givenAt);
        return database.write(Job.of(handle -> TokenStore.renew(handle, id, row)));
    }

    /// The same for a link by which somebody comes in.
    public Written<Boolean> renewLink(ConversationId id, String secret, Instant givenAt) {
        var row = new TokenStore.Row(TokenStore.Kind.INVITE, linkHash(database, secret), givenAt);
        return database.write(Job.of(handle -> TokenStore.renew(handle, id, row)));
    }

    /// The same for a link and a code by which a device shows up.
    public Written<Boolean> renewMove(
            ConversationId id, String link, String code, Instant givenAt) {
        var fresh = List.of(moveHash(database, link), moveHash(database, code));
        return database.write(Job.of(handle -> TokenStore.renewMove(handle, id, givenAt, fresh)));
    }

    static String moveHash(Database database, String shown) {
        return database.keys().hash("move", shown);
    }

    static String linkHash(Database database, String secret) {
        return database.keys().hash("invitation", secret);
    }

    static String tokenHash(Database database, String token) {
        return database.keys().hash("token", token);
    }

    static String keyHash(Database database, String key) {
        return database.keys().hash("return key", key);
    }
}
