// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `staff_session`: keyed hashes of the tokens by which browsers are known. A session
/// ends when it was idle for too long, at its end, and when its account is locked.
public final class SessionStore {
    /// A working day, and then once more with all that it takes.
    public static final Duration LONGEST = Duration.ofHours(12);

    /// How exactly it is known when a session was used: not every request writes.
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Database database;

    /// Over this database.
    public SessionStore(Database database) {
        this.database = database;
    }

    /// Who this browser belongs to, if its session goes on; it does for another while then.
    ///
    /// @throws org.skizzenlotse.store.database.StoreUnavailable when it cannot be read
    public Optional<Member> find(String token, Instant now, Duration idle) {
        var hash = hash(database, token);
        var found = database.read(handle -> find(handle, hash, now, idle));
        found.filter(one -> one.usedAt().plus(GRAIN).isBefore(now))
                .ifPresent(_ -> database.write(Job.of(handle -> touch(handle, hash, now))));
        return found.map(Found::member);
    }

    /// The same without using the session: for answers that go on by themselves.
    public Optional<Member> look(String token, Instant now, Duration idle) {
        var hash = hash(database, token);
        return database.read(handle -> find(handle, hash, now, idle)).map(Found::member);
    }

    private record Found(Member member, Instant usedAt) {}

    private static Optional<Found> find(Handle handle, String hash, Instant now, Duration idle) {
        return handle.createQuery(
                        """
                        select s.id, s.name, s.role, s.language, s.shortcuts, e.used_at
                        from staff_session e join staff s on s.id = e.staff_id
                        where e.hash = :hash and e.ends_at > :now and e.used_at > :idle
                          and s.locked_at is null
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .bind("idle", now.minus(idle).toEpochMilli())
                .map((rows, _) ->
                        new Found(member(rows), Instant.ofEpochMilli(rows.getLong("used_at"))))
                .findOne();
    }

    static Member member(ResultSet rows) throws SQLException {
        return new Member(
                new StaffId(rows.getString("id")),
                rows.getString("name"),
                Role.of(rows.getString("role")),
                rows.getString("language"),
                rows.getInt("shortcuts") != 0);
    }

    private static int touch(Handle handle, String hash, Instant now) {
        return handle.createUpdate("update staff_session set used_at = :now where hash = :hash")
                .bind("now", now.toEpochMilli())
                .bind("hash", hash)
                .execute();
    }

    /// Ends one session.
    public Written<Boolean> end(String token) {
        var hash = hash(database, token);
        return database.write(
                Job.of(handle ->
                        handle.createUpdate("delete from staff_session where hash = :hash")
                                        .bind("hash", hash)
                                        .execute()
                                == 1));
    }

    /// Begins one in the transaction in which somebody signs in; those that ended go.
    static void begin(Handle handle, StaffId id, String hash, Instant now) {
        handle.createUpdate("delete from staff_session where ends_at <= :now")
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate(
                        """
                        insert into staff_session (hash, staff_id, made_at, used_at, ends_at)
                        values (:hash, :id, :now, :now, :end)
                        """)
                .bind("hash", hash)
                .bind("id", id.value())
                .bind("now", now.toEpochMilli())
                .bind("end", now.plus(LONGEST).toEpochMilli())
                .execute();
        handle.createUpdate("update staff set seen_at = :now where id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id.value())
                .execute();
    }

    /// Ends all of somebody but one, whose hash may be empty for none.
    static void endAll(Handle handle, StaffId id, String but) {
        handle.createUpdate("delete from staff_session where staff_id = :id and hash <> :but")
                .bind("id", id.value())
                .bind("but", but)
                .execute();
    }

    static String hash(Database database, String token) {
        return database.keys().hash("staff session", token);
    }
}
