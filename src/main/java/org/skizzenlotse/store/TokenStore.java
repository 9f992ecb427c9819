// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;

/// The table `token`: keyed hashes of what finds a conversation. Each device has a token of its own
/// (`session`); beside them there is one key at most, by which further devices get theirs (`key`).
final class TokenStore {
    /// So many devices go on with a conversation at once; the oldest goes when one more comes. Far
    /// more than a group has, and a few kilobytes.
    static final int DEVICES_MAX = 20;

    private TokenStore() {}

    /// What finds a conversation.
    enum Kind {
        /// The token of one device.
        SESSION,
        /// The key by which one comes back.
        KEY,
        /// A link by which files come in.
        UPLOAD;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A device's token; the oldest of too many go.
    static void insertSession(Handle handle, ConversationId id, String hash, Instant at) {
        insert(handle, id, new Row(Kind.SESSION, hash, at));
        handle.createUpdate(
                        """
                        delete from token where conversation_id = :id and kind = 'session'
                          and hash <> :hash and hash not in (
                            select hash from token
                            where conversation_id = :id and kind = 'session' and hash <> :hash
                            order by created_at desc, hash limit :others)
                        """)
                .bind("id", id.value())
                .bind("hash", hash)
                .bind("others", DEVICES_MAX - 1)
                .execute();
    }

    /// A key in place of an earlier one.
    static void replaceKey(Handle handle, ConversationId id, String hash, Instant at) {
        handle.createUpdate("delete from token where conversation_id = :id and kind = 'key'")
                .bind("id", id.value())
                .execute();
        insert(handle, id, new Row(Kind.KEY, hash, at));
    }

    /// Another hash for the key that was given at that time; false when that one was replaced.
    static boolean renewKey(Handle handle, ConversationId id, String hash, Instant givenAt) {
        return handle.createUpdate(
                                """
                                update token set hash = :hash
                                where conversation_id = :id and kind = 'key' and created_at = :at
                                """)
                        .bind("hash", hash)
                        .bind("id", id.value())
                        .bind("at", givenAt.toEpochMilli())
                        .execute()
                == 1;
    }

    /// Whether this key still finds this conversation.
    static boolean isKey(Handle handle, ConversationId id, String hash) {
        return handle.createQuery(
                        """
                        select 1 from token
                        where hash = :hash and kind = 'key' and conversation_id = :id
                        """)
                .bind("hash", hash)
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    /// A device forgets; true when it was known.
    static boolean deleteSession(Handle handle, String hash) {
        return handle.createUpdate("delete from token where hash = :hash and kind = 'session'")
                        .bind("hash", hash)
                        .execute()
                == 1;
    }

    private record Row(Kind kind, String hash, Instant at) {}

    private static void insert(Handle handle, ConversationId id, Row row) {
        handle.createUpdate(
                        """
                        insert into token (hash, conversation_id, kind, created_at, expires_at)
                        values (:hash, :id, :kind, :at, null)
                        """)
                .bind("hash", row.hash())
                .bind("id", id.value())
                .bind("kind", row.kind().id())
                .bind("at", row.at().toEpochMilli())
                .execute();
    }
}
