// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;

/// The table `tombstone`: what is left of an erased conversation, without personal data.
final class TombstoneStore {
    static final String TOKEN = "token";
    static final String REFERENCE = "reference";
    static final String CONVERSATION = "conversation";

    private TombstoneStore() {}

    static boolean marks(Handle handle, String mark) {
        return handle.createQuery("select 1 from tombstone where mark = :mark")
                .bind("mark", mark)
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    static List<String> references(Handle handle) {
        return handle.createQuery("select mark from tombstone where kind = :kind order by mark")
                .bind("kind", REFERENCE)
                .map((rows, _) -> rows.getString("mark"))
                .list();
    }

    static void insert(Handle handle, String mark, String kind, Instant now) {
        handle.createUpdate(
                        """
                        insert into tombstone (mark, kind, erased_at) values (:mark, :kind, :now)
                        on conflict (mark) do nothing
                        """)
                .bind("mark", mark)
                .bind("kind", kind)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void insertTokens(Handle handle, ConversationId id, Instant now) {
        handle.createUpdate(
                        """
                        insert into tombstone (mark, kind, erased_at)
                        select hash, :kind, :now from token where conversation_id = :id
                        on conflict (mark) do nothing
                        """)
                .bind("kind", TOKEN)
                .bind("now", now.toEpochMilli())
                .bind("id", id.value())
                .execute();
    }
}
