// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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
        UPLOAD,
        /// A link by which one more person comes in.
        INVITE,
        /// A link or a code by which one more device shows up.
        MOVE,
        /// The token of a device that waits to be let in.
        ARRIVING,
        /// What found it before its person went.
        REVOKED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A device's token; the oldest of too many go.
    static void insertSession(Handle handle, ConversationId id, int person, Row row) {
        insert(handle, id, person, row);
        handle.createUpdate(
                        """
                        delete from token where conversation_id = :id and kind = 'session'
                          and person = :person and hash <> :hash and hash not in (
                            select hash from token
                            where conversation_id = :id and kind = 'session'
                              and person = :person and hash <> :hash
                            order by created_at desc, hash limit :others)
                        """)
                .bind("id", id.value())
                .bind("person", person)
                .bind("hash", row.hash())
                .bind("others", DEVICES_MAX - 1)
                .execute();
    }

    /// A key or a link in place of an earlier one of that person.
    static void replace(Handle handle, ConversationId id, int person, Row row) {
        delete(handle, id, person, row.kind());
        insert(handle, id, person, row);
    }

    /// Another hash for what was given at that time; false when that one was replaced.
    static boolean renew(Handle handle, ConversationId id, Row given) {
        return handle.createUpdate(
                                """
                                update token set hash = :hash
                                where conversation_id = :id and kind = :kind and created_at = :at
                                """)
                        .bind("hash", given.hash())
                        .bind("id", id.value())
                        .bind("kind", given.kind().id())
                        .bind("at", given.at().toEpochMilli())
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

    /// Uses up a link by which that person comes in; false when it had ended.
    static boolean useUp(Handle handle, ConversationId id, int person, String hash) {
        return handle.createUpdate(
                                """
                                delete from token where hash = :hash and kind = 'invite'
                                  and conversation_id = :id and person = :person
                                """)
                        .bind("hash", hash)
                        .bind("id", id.value())
                        .bind("person", person)
                        .execute()
                == 1;
    }

    /// Uses up what a device showed, and whatever else it could have shown; false when that had
    /// ended.
    static boolean useUpMove(Handle handle, ConversationId id, int person, Row shown) {
        var good = hashes(handle, id, person, shown);
        delete(handle, id, person, Kind.MOVE);
        return good.contains(shown.hash());
    }

    /// Lets the device in that waits, if one does.
    static void admit(Handle handle, ConversationId id, int person, Instant at) {
        var waiting = hashes(handle, id, person, new Row(Kind.ARRIVING, "", at));
        delete(handle, id, person, Kind.ARRIVING);
        for (var hash : waiting) insertSession(handle, id, person, new Row(Kind.SESSION, hash, at));
    }

    /// The hashes of the kind that this row is of, as far as they are good at its time.
    private static List<String> hashes(Handle handle, ConversationId id, int person, Row like) {
        return handle.createQuery(
                        """
                        select hash from token where conversation_id = :id and kind = :kind
                          and person = :person and expires_at > :at
                        """)
                .bind("id", id.value())
                .bind("kind", like.kind().id())
                .bind("person", person)
                .bind("at", like.at().toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    /// Nothing of that kind is good any more.
    static void delete(Handle handle, ConversationId id, int person, Kind kind) {
        handle.createUpdate(
                        """
                        delete from token
                        where conversation_id = :id and kind = :kind and person = :person
                        """)
                .bind("id", id.value())
                .bind("kind", kind.id())
                .bind("person", person)
                .execute();
    }

    /// Other ways to show up in place of those that were given at that time, as good as they are;
    /// false when there are none of that time.
    static boolean renewMove(
            Handle handle, ConversationId id, Instant givenAt, List<String> fresh) {
        var given =
                handle.createQuery(
                                """
                                select person, expires_at from token
                                where conversation_id = :id and kind = 'move'
                                  and created_at = :at limit 1
                                """)
                        .bind("id", id.value())
                        .bind("at", givenAt.toEpochMilli())
                        .map((rows, _) ->
                                new Until(rows.getInt(1), Instant.ofEpochMilli(rows.getLong(2))))
                        .findOne();
        given.ifPresent(one -> {
            delete(handle, id, one.person(), Kind.MOVE);
            for (var hash : fresh)
                insert(handle, id, one.person(), new Row(Kind.MOVE, hash, givenAt, one.at()));
        });
        return given.isPresent();
    }

    private record Until(int person, Instant at) {}

    /// Nothing that found the conversation for this person finds it any more.
    static void revoke(Handle handle, ConversationId id, int person) {
        handle.createUpdate(
                        """
                        update token set kind = 'revoked', expires_at = null
                        where conversation_id = :id and person = :person
                        """)
                .bind("id", id.value())
                .bind("person", person)
                .execute();
    }

    static boolean isRevoked(Handle handle, String hash) {
        return handle.createQuery("select 1 from token where hash = :hash and kind = 'revoked'")
                .bind("hash", hash)
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    /// What is written of a token; a link ends then, the others do not (null).
    record Row(Kind kind, String hash, Instant at, @Nullable Instant until) {
        Row(Kind kind, String hash, Instant at) {
            this(kind, hash, at, null);
        }
    }

    static void insert(Handle handle, ConversationId id, int person, Row row) {
        handle.createUpdate(
                        """
                        insert into token
                          (hash, conversation_id, kind, created_at, expires_at, person)
                        values (:hash, :id, :kind, :at, :until, :person)
                        """)
                .bind("hash", row.hash())
                .bind("id", id.value())
                .bind("kind", row.kind().id())
                .bind("at", row.at().toEpochMilli())
                .bind("until", row.until() == null ? null : row.until().toEpochMilli())
                .bind("person", person)
                .execute();
    }
}
