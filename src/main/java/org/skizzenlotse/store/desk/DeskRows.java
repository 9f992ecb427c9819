// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.staff.StaffId;

/// The table `desk`, read for one member at one time.
final class DeskRows {
    /// An answer that is promised for the day after tomorrow is to be begun now.
    static final Duration SOON = Duration.ofDays(2);

    private static final String WHERE =
            """
             where (:status = '' or d.status = :status) and (:light = '' or d.light = :light)
              and (:topic = '' or ',' || d.topic || ',' like '%,' || :topic || ',%')
              and (:dialog = '' or d.dialog = :dialog)
              and (:channel = '' or c.channel = :channel)
              and (:assigned = '' or coalesce(d.assigned, '-') = :assigned)
              and (:label = '' or exists (select 1 from desk_label l
                where l.conversation_id = d.conversation_id and l.label = :label))
              and (:only <> 'unread' or s.at is null or s.at < d.news_at)
              and (:only <> 'remind' or d.remind_at <= :now)
              and (:only <> 'promised_soon' or d.promised_at <= :soon)
            """;

    private static final String FROM =
            """
             from desk d join conversation c on c.id = d.conversation_id
              left join desk_seen s on s.conversation_id = d.conversation_id and s.staff_id = :me
            """;

    private static final String COLUMNS =
            """
            select d.conversation_id, d.reference, d.dialog, d.revision, d.first_at, d.at, d.light,
              d.topic, d.open_points, d.status, d.status_at, d.promised_at, d.remind_at,
              d.assigned, d.news_at, d.version, c.channel, c.lifecycle, s.at as seen_at,
              (select w.due_at from wake_up w
                where w.conversation_id = d.conversation_id and w.kind = 'kept') as end_at
            """;

    private final StaffId me;
    private final Instant now;

    DeskRows(StaffId me, Instant now) {
        this.me = me;
        this.now = now;
    }

    int count(Handle handle, DeskFilter filter) {
        return bound(handle.createQuery("select count(*)" + FROM + WHERE), filter)
                .map((rows, _) -> rows.getInt(1))
                .one();
    }

    List<DeskRow> page(Handle handle, DeskFilter filter, int page) {
        var order = " order by " + filter.order().sql() + " limit :limit offset :offset";
        var found =
                bound(handle.createQuery(COLUMNS + FROM + WHERE + order), filter)
                        .bind("limit", DeskPage.ROWS)
                        .bind("offset", Math.max(0, page - 1) * DeskPage.ROWS)
                        .map((rows, _) -> row(rows))
                        .list();
        return labelled(handle, found);
    }

    /// A row with its number in order, to be searched.
    record Ordered(ConversationId id, String reference) {}

    List<Ordered> ids(Handle handle, DeskFilter filter) {
        var order = " order by " + filter.order().sql();
        var select = "select d.conversation_id, d.reference" + FROM + WHERE + order;
        return bound(handle.createQuery(select), filter)
                .map((rows, _) ->
                        new Ordered(new ConversationId(rows.getString(1)), rows.getString(2)))
                .list();
    }

    Optional<DeskRow> find(Handle handle, String reference) {
        return one(handle, " where d.reference = :given", reference);
    }

    Optional<DeskRow> find(Handle handle, ConversationId id) {
        return one(handle, " where d.conversation_id = :given", id.value());
    }

    private Optional<DeskRow> one(Handle handle, String where, String given) {
        var found =
                handle.createQuery(COLUMNS + FROM + where)
                        .bind("me", me.value())
                        .bind("given", given)
                        .map((rows, _) -> row(rows))
                        .findOne();
        return found.map(row -> labelled(handle, List.of(row)).getFirst());
    }

    private Query bound(Query query, DeskFilter filter) {
        return query.bind("me", me.value())
                .bind("status", filter.status())
                .bind("light", filter.light())
                .bind("topic", filter.topic())
                .bind("dialog", filter.dialog())
                .bind("channel", filter.channel())
                .bind("assigned", filter.assigned())
                .bind("label", filter.label())
                .bind("only", filter.only().id())
                .bind("now", now.toEpochMilli())
                .bind("soon", now.plus(SOON).toEpochMilli());
    }

    private static List<DeskRow> labelled(Handle handle, List<DeskRow> rows) {
        var labels = new HashMap<ConversationId, List<String>>();
        for (var row : rows)
            labels.put(
                    row.id(),
                    handle.createQuery(
                                    """
                                    select label from desk_label where conversation_id = :id
                                    order by label
                                    """)
                            .bind("id", row.id().value())
                            .map((one, _) -> one.getString(1))
                            .list());
        return with(rows, labels);
    }

    private static List<DeskRow> with(
            List<DeskRow> rows, Map<ConversationId, List<String>> labels) {
        var labelled = new ArrayList<DeskRow>();
        for (var row : rows) {
            var state = row.state();
            var next =
                    new DeskRow.State(
                            state.status(),
                            state.statusAt(),
                            state.promisedAt(),
                            state.remindAt(),
                            state.assigned(),
                            state.version(),
                            labels.getOrDefault(row.id(), List.of()));
            labelled.add(row.with(next));
        }
        return labelled;
    }

    private static DeskRow row(ResultSet rows) throws SQLException {
        var newsAt = Instant.ofEpochMilli(rows.getLong("news_at"));
        var seenAt = instant(rows, "seen_at");
        return new DeskRow(
                new ConversationId(rows.getString("conversation_id")),
                rows.getString("reference"),
                rows.getString("dialog"),
                rows.getInt("revision"),
                Instant.ofEpochMilli(rows.getLong("first_at")),
                Instant.ofEpochMilli(rows.getLong("at")),
                rows.getString("light"),
                rows.getString("topic"),
                rows.getInt("open_points"),
                state(rows),
                new DeskRow.Around(
                        rows.getString("channel"),
                        rows.getString("lifecycle"),
                        newsAt,
                        seenAt == null || seenAt.isBefore(newsAt),
                        instant(rows, "end_at")));
    }

    private static DeskRow.State state(ResultSet rows) throws SQLException {
        var assigned = rows.getString("assigned");
        return new DeskRow.State(
                rows.getString("status"),
                Instant.ofEpochMilli(rows.getLong("status_at")),
                instant(rows, "promised_at"),
                instant(rows, "remind_at"),
                assigned == null ? null : new StaffId(assigned),
                rows.getInt("version"),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet rows, String column) throws SQLException {
        long millis = rows.getLong(column);
        return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
