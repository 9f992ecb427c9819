// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.skizzenlotse.engine.ConversationId;

/// The master key in force, and its change. The row of the secret of look-ups says which one that
/// is: only the one in force opens it. So the commit that wraps everything anew is the moment of
/// the change, and what comes before and after it can be stopped anywhere and is finished by
/// [#settle]. Everything here but [#of] runs while the caller holds the one transaction that writes
/// to the keys, also in other processes.
final class Master {
    /// Keys wrapped anew at a time, so that their number never becomes memory.
    private static final int CHUNK = 1_000;

    /// One change can pass between reading the row and the files; more in this time is no change.
    private static final int TRIES_MAX = 10;

    private final MasterFile files;

    Master(MasterFile files) {
        this.files = files;
    }

    /// The moments of a change, in their order.
    enum Point {
        NEXT_WRITTEN,
        WRAPPED_ANEW,
        COMMITTED,
        WIPED,
        REPLACED
    }

    /// Puts the secret of look-ups in its place: that of an installation that hashed with what
    /// derives from its master key goes on, a new one has one of its own.
    void begin(Connection writing, boolean isNew) throws IOException, SQLException {
        var table =
                """
                create table if not exists own_secret (
                  name text primary key,
                  wrapped blob not null)
                """;
        try (var statement = writing.createStatement()) {
            statement.execute(table);
        }
        if (row(writing).isPresent()) return;
        var bytes = files.read();
        var secret = isNew ? Sealed.random(MasterKey.BYTES) : MasterKey.formerLookUp(bytes);
        try (var insert =
                writing.prepareStatement(
                        "insert into own_secret (name, wrapped) values ('look-up', ?)")) {
            insert.setBytes(1, MasterKey.first(bytes).wrapLookUp(secret));
            insert.executeUpdate();
        }
    }

    /// Finishes a change that was stopped: after its commit forwards, before it back.
    void settle(Connection writing, Consumer<Point> passing) throws IOException, SQLException {
        if (!files.hasNext()) return;
        var row = row(writing).orElseThrow(() -> new KeysMissing("no secret of look-ups"));
        var next = files.readNext().map(bytes -> MasterKey.of(bytes, row));
        if (next.isEmpty() || !next.get().opens(row)) {
            files.dropNext();
            return;
        }
        files.wipe();
        passing.accept(Point.WIPED);
        files.replace();
        passing.accept(Point.REPLACED);
    }

    /// Wraps everything anew with a new master key. From the caller's commit on it is in force.
    void change(Connection writing, Consumer<Point> passing) throws IOException, SQLException {
        var old = of(writing);
        var bytes = Sealed.random(MasterKey.BYTES);
        var next = old.next(bytes);
        files.writeNext(bytes);
        passing.accept(Point.NEXT_WRITTEN);
        var row = row(writing).orElseThrow();
        try (var update = writing.prepareStatement("update own_secret set wrapped = ?")) {
            update.setBytes(1, next.wrapLookUp(old.unwrapLookUp(row)));
            update.executeUpdate();
        }
        wrapAnew(writing, old, next);
        passing.accept(Point.WRAPPED_ANEW);
    }

    /// Copies the file of the one in force, after [#settle].
    void copyInto(Path folder) throws IOException {
        files.copyInto(folder);
    }

    /// The one that is in force for this connection.
    ///
    /// @throws KeysMissing when none of the files is the one that wrapped the keys
    MasterKey of(Connection connection) throws IOException, SQLException {
        for (int i = 0; i < TRIES_MAX; i++) {
            var row = row(connection).orElseThrow(() -> new KeysMissing("no secret of look-ups"));
            var next = files.readNext();
            var own = files.read();
            for (var bytes : next.map(one -> List.of(one, own)).orElse(List.of(own))) {
                var master = MasterKey.of(bytes, row);
                if (master.opens(row)) return master;
            }
        }
        throw new KeysMissing("the master key does not open the keys");
    }

    /// The secret of look-ups, which is the same for ever.
    LookUp lookUp(Connection connection, MasterKey master) throws IOException, SQLException {
        var row = row(connection).orElseThrow(() -> new KeysMissing("no secret of look-ups"));
        return new LookUp(master.unwrapLookUp(row));
    }

    /// Whether this one is in force for this connection.
    boolean isInForce(Connection connection, MasterKey master) throws SQLException {
        return row(connection).filter(master::hasWrapped).isPresent();
    }

    private static Optional<byte[]> row(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select wrapped from own_secret where name = 'look-up'")) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        }
    }

    private static void wrapAnew(Connection writing, MasterKey old, MasterKey next)
            throws SQLException {
        var after = "";
        var keys = keysAfter(writing, old, after);
        try (var update =
                writing.prepareStatement(
                        "update wrapped_key set wrapped = ? where conversation_id = ?")) {
            while (!keys.isEmpty()) {
                for (var key : keys) {
                    update.setBytes(1, next.wrap(key));
                    update.setString(2, key.id().value());
                    update.executeUpdate();
                }
                after = keys.getLast().id().value();
                keys = keysAfter(writing, old, after);
            }
        }
    }

    private static List<DataKey> keysAfter(Connection writing, MasterKey old, String after)
            throws SQLException {
        try (var query =
                writing.prepareStatement(
                        """
                        select conversation_id, wrapped from wrapped_key
                        where conversation_id > ? order by conversation_id limit ?
                        """)) {
            query.setString(1, after);
            query.setInt(2, CHUNK);
            var keys = new ArrayList<DataKey>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var id = new ConversationId(rows.getString(1));
                    keys.add(old.unwrap(id, rows.getBytes(2)));
                }
            }
            return keys;
        }
    }
}
