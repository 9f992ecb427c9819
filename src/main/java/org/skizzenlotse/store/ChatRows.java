// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.chat.PostStore;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.database.Database;

/// What a turn writes for messengers: the updates that it answers are dealt with, and what it said
/// goes out where its person is.
final class ChatRows {
    private ChatRows() {}

    /// The place that goes on with it, sealed on the caller's thread; null where none does.
    static AddressStore.@Nullable Sealed sealed(Database database, Writable change) {
        var key = change.before().key();
        return change.rows()
                .heard()
                .bound()
                .map(one -> AddressStore.sealed(database, one, key, change.at()))
                .orElse(null);
    }

    static void write(Handle handle, Writable change, AddressStore.@Nullable Sealed bound) {
        var id = change.after().id();
        ReceivedStore.done(handle, change.rows().heard(), id);
        if (bound != null) AddressStore.bind(handle, id, change.speaker(), bound);
        int before = change.before().lastMessage();
        int last = before + change.messages().size();
        if (last == before) return;
        var channel = change.marks().channel();
        var said = new PostStore.Said(channel, change.speaker(), before + 1, last, change.at());
        PostStore.insert(handle, id, said);
    }
}
