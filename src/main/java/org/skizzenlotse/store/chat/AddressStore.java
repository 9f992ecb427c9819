// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.ChatForm;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `address`: where people are on messengers, and which conversation is theirs there.
public final class AddressStore {
    /// So many conversations an address keeps open beside each other; the oldest goes its own way.
    static final int PARKED_MAX = 10;

    private static final String COLUMNS =
            "hash, conversation_id, channel, person, standing, gone_at, payload";

    private final Database database;

    /// Over this database.
    public AddressStore(Database database) {
        this.database = database;
    }

    /// How a conversation stands at an address.
    public enum Standing {
        /// What is written there belongs to it.
        ACTIVE,
        /// It waits until somebody goes back to it.
        PARKED,
        /// It is not let in yet.
        WAITING;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Standing of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /// A conversation at an address, opened. `gone` where nothing can be delivered any more.
    public record Known(
            String hash,
            ConversationId conversation,
            int person,
            Standing standing,
            boolean gone,
            Address address,
            ChatForm form) {
        @Override
        public String toString() {
            return "Known[" + conversation + " " + standing + "]";
        }
    }

    /// The keyed hash by which an address is found.
    public String hash(Address address) {
        return hash(database, address);
    }

    static String hash(Database database, Address address) {
        return database.keys().hash("address " + address.channel(), address.value());
    }

    /// The conversation to which belongs what is written at an address.
    public Optional<Known> active(Address address) {
        return find(address).stream().filter(one -> one.standing() == Standing.ACTIVE).findFirst();
    }

    /// All conversations of an address, the one used last first.
    public List<Known> find(Address address) {
        var hash = hash(address);
        return opened(
                "hash = :hash order by used_at desc, conversation_id",
                query -> query.bind("hash", hash));
    }

    /// A conversation at an address that is known by its hash.
    public Optional<Known> find(String hash, ConversationId id) {
        return opened(
                        "hash = :hash and conversation_id = :id",
                        query -> query.bind("hash", hash).bind("id", id.value()))
                .stream()
                .findFirst();
    }

    /// Those of a channel that wait to be let in.
    public List<Known> waiting(String channel, int limit) {
        return opened(
                "channel = :channel and standing = 'waiting' order by used_at limit :limit",
                query -> query.bind("channel", channel).bind("limit", limit));
    }

    private record Row(
            String hash,
            ConversationId conversation,
            String channel,
            int person,
            String standing,
            boolean gone,
            Ciphertext payload) {}

    private static Row row(ResultSet rows) throws SQLException {
        rows.getLong("gone_at");
        boolean there = rows.wasNull();
        return new Row(
                rows.getString("hash"),
                new ConversationId(rows.getString("conversation_id")),
                rows.getString("channel"),
                rows.getInt("person"),
                rows.getString("standing"),
                !there,
                Ciphertext.of(rows.getBytes("payload")));
    }

    /// Without those whose key is gone: they are being erased.
    private List<Known> opened(String where, UnaryOperator<Query> bound) {
        var found =
                database.read(handle ->
                        bound.apply(
                                        handle.createQuery(
                                                "select "
                                                        + COLUMNS
                                                        + " from address where "
                                                        + where))
                                .map((rows, _) -> row(rows))
                                .list());
        return found.stream()
                .flatMap(row ->
                        database.read(_ -> KeyLookUp.find(database, row.conversation())).stream()
                                .map(key -> opened(row, key)))
                .toList();
    }

    private static Known opened(Row row, DataKey key) {
        var place = place(row.hash(), row.conversation());
        var form = ChatForm.read(key.open(place, row.payload()));
        return new Known(
                row.hash(),
                row.conversation(),
                row.person(),
                Standing.of(row.standing()),
                row.gone(),
                new Address(row.channel(), form.address()),
                form);
    }

    /// A place that goes on with a conversation from then on, sealed.
    public record Sealed(
            String hash, String channel, Standing standing, Ciphertext payload, Instant at) {}

    /// Seals it, on the caller's thread.
    public static Sealed sealed(Database database, Heard.Bound bound, DataKey key, Instant at) {
        var hash = hash(database, bound.address());
        var form = new ChatForm(bound.address().value(), bound.token());
        return new Sealed(
                hash,
                bound.address().channel(),
                bound.waits() ? Standing.WAITING : Standing.ACTIVE,
                key.seal(place(hash, key.id()), form.write()),
                at);
    }

    /// This place goes on with that conversation; another one is parked there.
    public static void bind(Handle handle, ConversationId id, int person, Sealed sealed) {
        if (sealed.standing() == Standing.ACTIVE) park(handle, sealed.hash());
        handle.createUpdate(
                        """
                        insert into address (hash, conversation_id, channel, person, standing,
                          used_at, payload)
                        values (:hash, :id, :channel, :person, :standing, :now, :payload)
                        on conflict (hash, conversation_id) do update set person = excluded.person,
                          standing = excluded.standing, used_at = excluded.used_at,
                          gone_at = null, payload = excluded.payload
                        """)
                .bind("hash", sealed.hash())
                .bind("id", id.value())
                .bind("channel", sealed.channel())
                .bind("person", person)
                .bind("standing", sealed.standing().id())
                .bind("now", sealed.at().toEpochMilli())
                .bind("payload", sealed.payload().bytes())
                .execute();
        handle.createUpdate(
                        """
                        delete from address where hash = :hash and standing = 'parked'
                          and conversation_id not in (
                            select conversation_id from address where hash = :hash
                            order by used_at desc limit :most)
                        """)
                .bind("hash", sealed.hash())
                .bind("most", PARKED_MAX)
                .execute();
    }

    private static void park(Handle handle, String hash) {
        handle.createUpdate(
                        "update address set standing = 'parked'"
                                + " where hash = :hash and standing = 'active'")
                .bind("hash", hash)
                .execute();
    }

    /// Goes on there with a conversation that was parked or waited.
    public static void activate(Handle handle, String hash, ConversationId id, Instant now) {
        park(handle, hash);
        int found =
                handle.createUpdate(
                                """
                                update address set standing = 'active', used_at = :now
                                where hash = :hash and conversation_id = :id
                                """)
                        .bind("now", now.toEpochMilli())
                        .bind("hash", hash)
                        .bind("id", id.value())
                        .execute();
        if (found == 0) throw new Job.Stale();
    }

    /// This place has nothing to do with that conversation any more.
    public Written<Boolean> forget(Known known) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                delete from address
                                                where hash = :hash and conversation_id = :id
                                                """)
                                        .bind("hash", known.hash())
                                        .bind("id", known.conversation().value())
                                        .execute()
                                == 1));
    }

    /// Nothing can be delivered there any more, or it can again; what was to be said goes, too.
    public Written<Boolean> gone(Address address, boolean gone, Instant now) {
        var hash = hash(address);
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate("update address set gone_at = :at where hash = :hash")
                            .bind("at", gone ? now.toEpochMilli() : null)
                            .bind("hash", hash)
                            .execute();
                    if (gone) PostStore.dropAll(handle, hash);
                    return true;
                }));
    }

    /// Seals what was picked for a step of several options, on the caller's thread.
    public Ciphertext picking(Known known, StepId step, List<String> options) {
        var key =
                database.read(_ -> KeyLookUp.find(database, known.conversation()))
                        .orElseThrow(Job.Stale::new);
        var form = known.form().picking(options.isEmpty() ? "" : step.value(), options);
        return key.seal(place(known.hash(), known.conversation()), form.write());
    }

    /// Keeps it.
    public static void pick(Handle handle, Known known, Ciphertext payload) {
        handle.createUpdate(
                        """
                        update address set payload = :payload
                        where hash = :hash and conversation_id = :id
                        """)
                .bind("payload", payload.bytes())
                .bind("hash", known.hash())
                .bind("id", known.conversation().value())
                .execute();
    }

    private static Place place(String hash, ConversationId id) {
        return new Place("address", hash + " " + id.value(), "payload");
    }
}
