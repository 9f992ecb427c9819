// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The same tables, statements and sizes as a turn of ours, through the same writer and Jdbi, but
/// with noise for content and nothing read before.
final class SameRows implements BareServer.Writing {
    private static final int HASH_CHARACTERS = 43;
    private static final int REPLAY_BYTES = 42;

    private static final String BEGIN =
            """
            insert into conversation (id, dialog, dialog_hash, lifecycle, revision, last_fact,
              last_message, reference, channel, consented, created_at, last_sign_at, state)
            values (:id, 'bare', :hash, 'draft', 1, 1, 1, null, 'web', 1, 1, 1, :state)
            """;

    private final Database database;
    private final List<Rows> rows;

    SameRows(Database database, List<Rows> rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public void begin(String id) {
        write(
                Job.of(handle ->
                        handle.createUpdate(BEGIN)
                                .bind("id", id)
                                .bind("hash", "h".repeat(HASH_CHARACTERS))
                                .bind("state", OneRow.random(rows.getFirst().state()))
                                .execute()));
    }

    @Override
    public void turn(String id, int number) {
        var sizes = rows.get((number - 1) % rows.size());
        int before = (number - 1) * 100;
        write(
                Job.of(handle -> {
                    update(handle, id, number, sizes);
                    facts(handle, id, before, sizes.facts());
                    messages(handle, id, before, sizes.messages());
                    remember(handle, id, number);
                    return 1;
                }));
    }

    private void write(Job<Integer> job) {
        if (!(database.write(job) instanceof Written.Done<Integer>))
            throw new IllegalStateException("not written");
    }

    private static void update(Handle handle, String id, int number, Rows sizes) {
        int updated =
                handle.createUpdate(
                                """
                                update conversation set dialog_hash = :dialogHash,
                                  lifecycle = :lifecycle, revision = :before + 1,
                                  last_fact = :lastFact, last_message = :lastMessage,
                                  reference = :reference, channel = :channel,
                                  consented = :consented, last_sign_at = :lastSignAt,
                                  state = :state
                                where id = :id and revision = :before
                                """)
                        .bind("id", id)
                        .bind("before", number)
                        .bind("dialogHash", "h".repeat(HASH_CHARACTERS))
                        .bind("lifecycle", "draft")
                        .bind("lastFact", number)
                        .bind("lastMessage", number)
                        .bind("reference", (String) null)
                        .bind("channel", "web")
                        .bind("consented", 1)
                        .bind("lastSignAt", System.currentTimeMillis())
                        .bind("state", OneRow.random(sizes.state()))
                        .execute();
        if (updated != 1) throw new IllegalStateException("no such row");
    }

    private static void facts(Handle handle, String id, int before, List<Integer> sizes) {
        var batch =
                handle.prepareBatch(
                        """
                        insert into history (conversation_id, number, at, payload)
                        values (:id, :number, :at, :payload)
                        """);
        for (int i = 0; i < sizes.size(); i++)
            batch.bind("id", id)
                    .bind("number", before + i)
                    .bind("at", System.currentTimeMillis())
                    .bind("payload", OneRow.random(sizes.get(i)))
                    .add();
        batch.execute();
    }

    private static void messages(Handle handle, String id, int before, List<Integer> sizes) {
        var batch =
                handle.prepareBatch(
                        """
                        insert into message (conversation_id, number, kind, quotes, at, payload)
                        values (:id, :number, :kind, :quotes, :at, :payload)
                        """);
        for (int i = 0; i < sizes.size(); i++)
            batch.bind("id", id)
                    .bind("number", before + i)
                    .bind("kind", "question")
                    .bind("quotes", 0)
                    .bind("at", System.currentTimeMillis())
                    .bind("payload", OneRow.random(sizes.get(i)))
                    .add();
        batch.execute();
    }

    private static void remember(Handle handle, String id, int number) {
        handle.createUpdate(
                        """
                        insert into idempotency
                          (conversation_id, key_hash, request_hash, number, response)
                        values (:id, :keyHash, :requestHash, :number, :response)
                        """)
                .bind("id", id)
                .bind("keyHash", number + "k".repeat(HASH_CHARACTERS - 2))
                .bind("requestHash", "r".repeat(HASH_CHARACTERS))
                .bind("number", number)
                .bind("response", OneRow.random(REPLAY_BYTES))
                .execute();
    }
}
