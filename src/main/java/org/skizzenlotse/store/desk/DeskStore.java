// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.StaffId;

/// What staff see and change. Each change and each look is in the audit, in the same transaction.
public final class DeskStore implements AutoCloseable {
    /// So long somebody who looked at a sketch is taken to be at it still.
    public static final Duration AT_IT = Duration.ofMinutes(2);

    /// Two years of a busy office, opened in a tenth of a second.
    private static final int NEWEST = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final DeskSearch search;

    /// Over this database.
    public DeskStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.search = new DeskSearch(database, clock);
    }

    /// The rows of a page (from 1), in the order asked for.
    public DeskPage list(StaffId me, DeskFilter filter, int page) {
        var rows = rows(me);
        return database.read(handle ->
                new DeskPage(rows.page(handle, filter, page), rows.count(handle, filter), true));
    }

    /// The same of those rows whose newest sketch holds all these words; without words all.
    public DeskPage search(StaffId me, DeskFilter filter, String words, int page) {
        var wanted = SearchText.words(words);
        if (wanted.isEmpty()) return list(me, filter, page);
        var rows = rows(me);
        var candidates = database.read(handle -> rows.ids(handle, filter));
        var found = search.among(candidates, wanted);
        int from = Math.min(found.ids().size(), Math.max(0, page - 1) * DeskPage.ROWS);
        var ids = found.ids().subList(from, Math.min(found.ids().size(), from + DeskPage.ROWS));
        return new DeskPage(all(me, ids), found.ids().size(), found.whole());
    }

    /// The newest rows with all these words, among the [#NEWEST] newest: enough to notice what is
    /// handed in twice. Nothing without words.
    public List<DeskRow> newestWith(StaffId me, String words) {
        var wanted = SearchText.words(words);
        if (wanted.isEmpty()) return List.of();
        var rows = rows(me);
        var newest = database.read(handle -> rows.ids(handle, DeskFilter.ALL));
        var few = newest.subList(0, Math.min(NEWEST, newest.size()));
        var found = search.among(few, wanted).ids();
        return all(me, found.subList(0, Math.min(DeskPage.ROWS, found.size())));
    }

    /// The row of this reference.
    public Optional<DeskRow> find(StaffId me, String reference) {
        return database.read(handle -> rows(me).find(handle, reference));
    }

    /// Those of these that are there, in this order.
    public List<DeskRow> all(StaffId me, List<ConversationId> ids) {
        var rows = rows(me);
        return database.read(
                handle -> ids.stream().flatMap(id -> rows.find(handle, id).stream()).toList());
    }

    /// When something last came in; the beginning of time where nothing did.
    public Instant newestNews() {
        return database.read(handle ->
                handle.createQuery("select coalesce(max(news_at), 0) from desk")
                        .map((rows, _) -> Instant.ofEpochMilli(rows.getLong(1)))
                        .one());
    }

    /// What rows have at present.
    public InUse inUse() {
        return database.read(handle ->
                new InUse(
                        distinct(handle, "select distinct status from desk order by 1"),
                        distinct(handle, "select distinct topic from desk where topic <> ''")
                                .stream()
                                .flatMap(Pattern.compile(",")::splitAsStream)
                                .distinct()
                                .sorted()
                                .toList(),
                        distinct(handle, "select distinct dialog from desk order by 1"),
                        distinct(
                                handle,
                                """
                                select distinct c.channel from desk d
                                join conversation c on c.id = d.conversation_id order by 1
                                """),
                        distinct(handle, "select distinct label from desk_label order by 1")));
    }

    private static List<String> distinct(Handle handle, String sql) {
        return handle.createQuery(sql).map((rows, _) -> rows.getString(1)).list();
    }

    /// Changes one thing about a row that was shown in that version.
    ///
    /// @throws StoreUnavailable when it is not known to be done; repeat it
    public Changed change(StaffId by, DeskRow shown, DeskChange change) {
        var who = new Changing.Who(by, clock.instant());
        return done(handle -> Changing.change(handle, who, shown, change));
    }

    /// This member looked at it now, and has seen all news.
    public void see(StaffId by, DeskRow row) {
        var who = new Changing.Who(by, clock.instant());
        done(handle -> {
            if (rows(by).find(handle, row.id()).isEmpty()) return false;
            handle.createUpdate(
                            """
                            insert into desk_seen (conversation_id, staff_id, at)
                            values (:id, :by, :at)
                            on conflict (conversation_id, staff_id) do update set at = excluded.at
                            """)
                    .bind("id", row.id().value())
                    .bind("by", by.value())
                    .bind("at", who.at().toEpochMilli())
                    .execute();
            who.note(handle, row, What.READ, "");
            return true;
        });
    }

    /// This member wants to be told of it again as of something new.
    public void unsee(StaffId by, DeskRow row) {
        done(handle ->
                handle.createUpdate(
                                """
                                delete from desk_seen
                                where conversation_id = :id and staff_id = :by
                                """)
                        .bind("id", row.id().value())
                        .bind("by", by.value())
                        .execute());
    }

    /// Who else looked at it within [#AT_IT].
    public List<StaffId> alsoAtIt(StaffId me, ConversationId id) {
        var since = clock.instant().minus(AT_IT).toEpochMilli();
        return database.read(handle ->
                handle.createQuery(
                                """
                                select staff_id from desk_seen
                                where conversation_id = :id and staff_id <> :me and at >= :since
                                order by at desc
                                """)
                        .bind("id", id.value())
                        .bind("me", me.value())
                        .bind("since", since)
                        .map((rows, _) -> new StaffId(rows.getString(1)))
                        .list());
    }

    /// Writes down that rows were taken out of the service, in that form.
    public void exported(StaffId by, List<DeskRow> rows, String form) {
        var who = new Changing.Who(by, clock.instant());
        done(handle -> {
            for (var row : rows) who.note(handle, row, What.EXPORTED, form);
            return true;
        });
    }

    /// Writes down that rows were read side by side or in short.
    public void read(StaffId by, List<DeskRow> rows, String form) {
        var who = new Changing.Who(by, clock.instant());
        done(handle -> {
            for (var row : rows) who.note(handle, row, What.READ, form);
            return true;
        });
    }

    private DeskRows rows(StaffId me) {
        return new DeskRows(me, clock.instant());
    }

    private <T> T done(Function<Handle, T> statements) {
        return switch (database.write(Job.of(statements))) {
            case Written.Done<T>(var value) -> value;
            case Written.Conflict<T> _, Written.Unavailable<T> _ ->
                    throw new StoreUnavailable("not written now");
        };
    }

    @Override
    public void close() {
        search.close();
    }
}
