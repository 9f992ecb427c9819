// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;

/// Writes who gets in and who does not any more. Secrets are hashed before, on the caller's thread.
final class Entrances {
    private Entrances() {}

    /// One of them with its hashes; the second is that of a token, or of another way to show up.
    record Hashed(Change.Access access, String link, String token) {}

    static List<Hashed> hashed(Database database, List<Change.Access> all) {
        return all.stream().map(one -> hashed(database, one)).toList();
    }

    private static Hashed hashed(Database database, Change.Access access) {
        return switch (access) {
            case Change.Access.Invite invite ->
                    new Hashed(access, Devices.linkHash(database, invite.secret()), "");
            case Change.Access.Enter enter ->
                    new Hashed(
                            access,
                            Devices.linkHash(database, enter.secret()),
                            Devices.tokenHash(database, enter.token()));
            case Change.Access.MoveOn ways ->
                    new Hashed(
                            access,
                            Devices.moveHash(database, ways.link()),
                            Devices.moveHash(database, ways.code()));
            case Change.Access.Arrive arrive ->
                    new Hashed(
                            access,
                            Devices.moveHash(database, arrive.shown()),
                            Devices.tokenHash(database, arrive.token()));
            case Change.Access.Admit _, Change.Access.TurnAway _, Change.Access.Revoke _ ->
                    new Hashed(access, "", "");
        };
    }

    /// @throws Job.Stale when a link that is used has ended
    static void write(Handle handle, ConversationId id, Hashed hashed, Instant at) {
        int person = hashed.access().person();
        switch (hashed.access()) {
            case Change.Access.Invite invite ->
                    TokenStore.replace(
                            handle,
                            id,
                            person,
                            new TokenStore.Row(
                                    TokenStore.Kind.INVITE, hashed.link(), at, invite.until()));
            case Change.Access.Enter _ -> {
                if (!TokenStore.useUp(handle, id, person, hashed.link())) throw new Job.Stale();
                var row = new TokenStore.Row(TokenStore.Kind.SESSION, hashed.token(), at);
                TokenStore.insertSession(handle, id, person, row);
            }
            case Change.Access.MoveOn ways -> {
                TokenStore.delete(handle, id, person, TokenStore.Kind.MOVE);
                for (var hash : List.of(hashed.link(), hashed.token())) {
                    var row = new TokenStore.Row(TokenStore.Kind.MOVE, hash, at, ways.until());
                    TokenStore.insert(handle, id, person, row);
                }
            }
            case Change.Access.Arrive arrive -> {
                var shown = new TokenStore.Row(TokenStore.Kind.MOVE, hashed.link(), at);
                if (!TokenStore.useUpMove(handle, id, person, shown)) throw new Job.Stale();
                var kind = TokenStore.Kind.ARRIVING;
                var row = new TokenStore.Row(kind, hashed.token(), at, arrive.until());
                TokenStore.replace(handle, id, person, row);
            }
            case Change.Access.Admit _ -> TokenStore.admit(handle, id, person, at);
            case Change.Access.TurnAway _ ->
                    TokenStore.delete(handle, id, person, TokenStore.Kind.ARRIVING);
            case Change.Access.Revoke _ -> TokenStore.revoke(handle, id, person);
        }
    }
}
