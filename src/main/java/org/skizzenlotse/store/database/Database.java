// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.vault.Keys;
import org.skizzenlotse.store.vault.KeysMissing;

/// The open data of one folder: the database and the keys. Several processes may have it open at
/// once.
public final class Database implements AutoCloseable {
    /// In a data folder while a backup is brought back into it: what lies there is not whole.
    public static final String RESTORING = "restore.unfinished";

    private final Path data;
    private final Keys keys;
    private final Writer writer;
    private final Readers readers;

    private Database(Path data, Keys keys, Jdbi jdbi, InstantSource clock) {
        var dialect = Dialect.SQLITE;
        this.data = data;
        this.keys = keys;
        this.writer = new Writer(jdbi, dialect, keys, clock);
        this.readers = new Readers(jdbi);
    }

    /// Opens or makes the data, and brings the schema to this version.
    ///
    /// @throws KeysMissing when data are there without the keys that open them
    /// @throws NotWhole when bringing back a backup was stopped there
    /// @throws IOException when the folder cannot be used
    public static Database open(StoreSettings settings, InstantSource clock) throws IOException {
        if (Files.exists(settings.data().resolve(RESTORING)))
            throw new NotWhole(settings.data().toString());
        var owner = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(settings.data(), PosixFilePermissions.asFileAttribute(owner));
        try {
            var folder = settings.data().resolve("keys");
            if (Dialect.SQLITE.holdsData(settings.data()) && !Keys.areIn(folder))
                throw new KeysMissing("no keys in " + folder);
            var keys = Keys.open(folder, settings.waitMillisMax());
            var dialect = Dialect.SQLITE;
            var source = dialect.source(settings);
            Migrations.run(dialect, source);
            var jdbi = Jdbi.create(source);
            jdbi.setStatementBuilderFactory(_ -> new Prepared());
            // what is bound must not come into a log
            jdbi.configure(
                    StatementExceptions.class,
                    exceptions -> exceptions.setMessageRendering(MessageRendering.NONE));
            return new Database(settings.data(), keys, jdbi, clock);
        } catch (SQLException failed) {
            throw new IOException("the data in " + settings.data() + " cannot be opened", failed);
        }
    }

    /// The folder in which all lies.
    public Path data() {
        return data;
    }

    /// The keys, to be asked inside [#read] and [#write].
    public Keys keys() {
        return keys;
    }

    /// Reads one consistent picture.
    ///
    /// @throws StoreUnavailable when that is not possible now
    public <T extends @Nullable Object> T read(Function<Handle, T> reading) {
        return readers.read(reading);
    }

    /// Writes in a transaction that others share, and returns once it is durable.
    public <T extends @Nullable Object> Written<T> write(Job<T> job) {
        return writer.write(job);
    }

    @Override
    public void close() throws IOException {
        try {
            writer.end();
            readers.end();
            keys.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (SQLException failed) {
            throw new IOException("not closed", failed);
        }
    }
}
