// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.store.desk.SearchText;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// What a turn writes on the desk of staff: that a sketch came, what it says in a line, where it
/// stands, and that there is something new. The rest of that table is theirs.
final class DeskRows {
    private static final Place WORDS = new Place("desk_text", "", "payload");

    private DeskRows() {}

    /// The words by which the sketch is found after this turn; null where they stay.
    static @Nullable Ciphertext sealed(Writable change, DataKey key) {
        var rows = change.rows();
        var words =
                rows.submission().map(one -> one.digest().words()).orElse(rows.redaction().words());
        return words == null ? null : key.seal(WORDS, SearchText.of(words).getBytes(UTF_8));
    }

    static void write(Handle handle, Writable change, @Nullable Ciphertext words) {
        var id = change.after().id();
        change.rows().submission().ifPresent(one -> came(handle, change, one));
        if (words != null) words(handle, id, words);
        for (var happened : change.happened()) {
            if (happened instanceof Happened.Stood(var status, _, var at))
                stands(handle, id, status, at);
            if (happened instanceof Happened.Remarked(var remark) && !remark.kind().isByStaff())
                news(handle, id, remark.at());
        }
    }

    private static void came(Handle handle, Writable change, Change.Submission submission) {
        var digest = submission.digest();
        handle.createUpdate(
                        """
                        insert into desk (conversation_id, reference, dialog, revision, first_at,
                          at, light, topic, open_points, status, status_at, promised_at, news_at,
                          version)
                        values (:id, :reference, :dialog, :revision, :at, :at, :light, :topic,
                          :open, 'arrived', :at, :promised, :at, 0)
                        on conflict (conversation_id) do update set
                          revision = excluded.revision, at = excluded.at, light = excluded.light,
                          topic = excluded.topic, open_points = excluded.open_points,
                          news_at = excluded.news_at
                        """)
                .bind("id", change.after().id().value())
                .bind("reference", submission.reference())
                .bind("dialog", change.after().dialog())
                .bind("revision", submission.revision())
                .bind("at", change.at().toEpochMilli())
                .bind("light", digest.light())
                .bind("topic", digest.topic())
                .bind("open", digest.openPoints())
                .bind("promised", digest.promised().toEpochMilli())
                .execute();
    }

    private static void words(Handle handle, ConversationId id, Ciphertext words) {
        handle.createUpdate(
                        """
                        insert into desk_text (conversation_id, payload) values (:id, :payload)
                        on conflict (conversation_id) do update set payload = excluded.payload
                        """)
                .bind("id", id.value())
                .bind("payload", words.bytes())
                .execute();
    }

    /// A promise is kept once staff have said anything but that it arrived.
    private static void stands(Handle handle, ConversationId id, String status, Instant at) {
        handle.createUpdate(
                        """
                        update desk set status = :status, status_at = :at, version = version + 1
                        where conversation_id = :id
                        """)
                .bind("id", id.value())
                .bind("status", status)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static void news(Handle handle, ConversationId id, Instant at) {
        handle.createUpdate("update desk set news_at = :at where conversation_id = :id")
                .bind("id", id.value())
                .bind("at", at.toEpochMilli())
                .execute();
    }
}
