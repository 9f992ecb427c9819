// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;
import org.skizzenlotse.store.vault.Unreadable;

/// The table `channel_secret`: what a channel must not lose, such as the recovery key of its
/// account and the device that it is. Sealed with a key of the channel's own, which a new master
/// key wraps anew like all others, and which a backup takes along.
public final class ChannelSecrets {
    /// Told apart from the IDs of conversations, which are hexadecimal digits.
    private static final String NAME = "channel ";

    private final Database database;
    private final String channel;
    private final ConversationId id;

    /// Of this channel.
    public ChannelSecrets(Database database, String channel) {
        this.database = database;
        this.channel = channel;
        this.id = new ConversationId(NAME + channel);
    }

    /// Whether this names such a key.
    public static boolean isOne(ConversationId id) {
        return id.value().startsWith(NAME);
    }

    /// What was kept under this name; empty where nothing was, or nothing can open it.
    public String get(String name) {
        var key = key();
        var sealed =
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        select payload from channel_secret
                                        where channel = :channel and name = :name
                                        """)
                                .bind("channel", channel)
                                .bind("name", name)
                                .map((rows, _) -> Ciphertext.of(rows.getBytes(1)))
                                .findOne());
        if (key.isEmpty() || sealed.isEmpty()) return "";
        try {
            return new String(key.get().open(place(name), sealed.get()), UTF_8);
        } catch (Unreadable lost) {
            return "";
        }
    }

    /// Durable on return; an empty value removes it.
    ///
    /// @throws IOException when it cannot be made durable now
    public void put(String name, String value) throws IOException {
        var known = key();
        var key = known.orElseGet(() -> database.keys().fresh(id));
        var sealed = key.seal(place(name), value.getBytes(UTF_8));
        var fresh = known.isPresent() ? List.<DataKey>of() : List.of(key);
        var job =
                new Job<>(
                        fresh,
                        List.of(),
                        handle -> {
                            handle.createUpdate(
                                            """
                                            delete from channel_secret
                                            where channel = :channel and name = :name
                                            """)
                                    .bind("channel", channel)
                                    .bind("name", name)
                                    .execute();
                            return value.isEmpty()
                                    || handle.createUpdate(
                                                            """
                                                            insert into channel_secret
                                                              (channel, name, payload)
                                                            values (:channel, :name, :payload)
                                                            """)
                                                    .bind("channel", channel)
                                                    .bind("name", name)
                                                    .bind("payload", sealed.bytes())
                                                    .execute()
                                            == 1;
                        });
        if (!(database.write(job) instanceof Written.Done<Boolean>))
            throw new IOException("not durable");
    }

    private java.util.Optional<DataKey> key() {
        return database.read(_ -> KeyLookUp.find(database, id));
    }

    private Place place(String name) {
        return new Place("channel_secret", channel + " " + name, "payload");
    }
}
