// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;

/// Counts over plain columns, of nobody in particular. Whoever shows them hides small numbers.
public final class DeskNumbers {
    private final Database database;

    /// Over this database.
    public DeskNumbers(Database database) {
        this.database = database;
    }

    /// Of one dialog: how many are there by what they are, what was handed in by light and channel,
    /// and how long each of those took.
    public record Counted(
            Map<String, Integer> lifecycles,
            Map<String, Integer> lights,
            Map<String, Integer> channels,
            List<Long> millis) {
        /// Copies the collections, in their order.
        public Counted {
            lifecycles = new LinkedHashMap<>(lifecycles);
            lights = new LinkedHashMap<>(lights);
            channels = new LinkedHashMap<>(channels);
            millis = List.copyOf(millis);
        }
    }

    /// The dialogs of which there is anything.
    public List<String> dialogs() {
        return database.read(handle ->
                handle.createQuery("select distinct dialog from conversation order by 1")
                        .map((rows, _) -> rows.getString(1))
                        .list());
    }

    /// What there is of a dialog.
    public Counted of(String dialog) {
        return database.read(handle ->
                new Counted(
                        counts(
                                handle,
                                """
                                select lifecycle, count(*) from conversation
                                where dialog = :dialog and consented = 1
                                group by lifecycle order by 1
                                """,
                                dialog),
                        counts(
                                handle,
                                """
                                select light, count(*) from desk where dialog = :dialog
                                group by light order by 1
                                """,
                                dialog),
                        counts(
                                handle,
                                """
                                select c.channel, count(*) from desk d
                                join conversation c on c.id = d.conversation_id
                                where d.dialog = :dialog group by c.channel order by 1
                                """,
                                dialog),
                        millis(handle, dialog)));
    }

    /// The newest drafts, at most so many, whose people have not been here since then.
    public List<ConversationId> resting(String dialog, Instant since, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select id from conversation
                                where dialog = :dialog and lifecycle = 'draft' and consented = 1
                                  and last_sign_at < :since
                                order by last_sign_at desc limit :limit
                                """)
                        .bind("dialog", dialog)
                        .bind("since", since.toEpochMilli())
                        .bind("limit", limit)
                        .map((rows, _) -> new ConversationId(rows.getString(1)))
                        .list());
    }

    private static Map<String, Integer> counts(Handle handle, String sql, String dialog) {
        var counts = new LinkedHashMap<String, Integer>();
        handle.createQuery(sql)
                .bind("dialog", dialog)
                .map((rows, _) -> Map.entry(rows.getString(1), rows.getInt(2)))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    private static List<Long> millis(Handle handle, String dialog) {
        return new ArrayList<>(
                handle.createQuery(
                                """
                                select d.first_at - c.created_at as millis from desk d
                                join conversation c on c.id = d.conversation_id
                                where d.dialog = :dialog order by millis
                                """)
                        .bind("dialog", dialog)
                        .map((rows, _) -> rows.getLong(1))
                        .list());
    }
}
