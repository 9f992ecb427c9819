// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.vault.DataKey;

/// The keys of what comes in from messengers: each process makes one a day, and it goes with the
/// last thing that it seals. They lie among those of conversations.
public final class InboxKeys {
    /// Told apart from the IDs of conversations, which are hexadecimal digits.
    private static final String NAME = "inbox ";

    private static final Duration USED = Duration.ofDays(1);

    /// Far more than a week has.
    private static final int KEYS_MAX = 200;

    private final Database database;
    private volatile @Nullable Today today;

    InboxKeys(Database database) {
        this.database = database;
    }

    /// The key of today; a fresh one is stored with the first row that it seals.
    record Today(DataKey key, Instant since, boolean isFresh) {}

    /// Whether this names such a key.
    public static boolean isOne(ConversationId id) {
        return id.value().startsWith(NAME);
    }

    Today today(Instant now) {
        var held = today;
        if (held != null && !held.since().plus(USED).isBefore(now) && isThere(held.key()))
            return held;
        var id = new ConversationId(NAME + UUID.randomUUID());
        return new Today(database.keys().fresh(id), now, true);
    }

    /// It is stored.
    void keep(Today stored) {
        today = new Today(stored.key(), stored.since(), false);
    }

    private boolean isThere(DataKey key) {
        return database.read(_ -> KeyLookUp.find(database, key.id())).isPresent();
    }

    /// Removes those that seal nothing any more.
    void sweep(Instant now) {
        var before = now.minus(USED.multipliedBy(2));
        var old =
                database.read(_ ->
                        KeyLookUp.ask(() -> database.keys().madeBefore(before, NAME, KEYS_MAX)));
        var ours = old.stream().filter(InboxKeys::isOne).toList();
        if (ours.isEmpty()) return;
        var used = used(ours);
        var unused = ours.stream().filter(key -> !used.contains(key)).toList();
        if (!unused.isEmpty()) database.write(new Job<>(List.of(), unused, _ -> true));
    }

    private Set<ConversationId> used(List<ConversationId> keys) {
        return database.read(handle -> {
            var used = new HashSet<ConversationId>();
            for (var key : keys)
                handle.createQuery(
                                """
                                select 1 from received
                                where key_id = :key and payload is not null limit 1
                                """)
                        .bind("key", key.value())
                        .map((_, _) -> key)
                        .findOne()
                        .ifPresent(used::add);
            return used;
        });
    }
}
