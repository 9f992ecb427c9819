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

    /// One of them with its hashes; the second is that of a token.
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
            case Change.Access.Revoke _ -> new Hashed(access, "", "");
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
            case Change.Access.Revoke _ -> TokenStore.revoke(handle, id, person);
        }
    }
}
