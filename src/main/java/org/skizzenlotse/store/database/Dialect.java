// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What differs between databases; all other SQL is the same.
enum Dialect {
    SQLITE;

    private static final String FILE = "skizzenlotse.db";

    /// Opens connections to the data in this folder.
    DataSource source(StoreSettings settings) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(settings.waitMillisMax());
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "on");
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + in(settings.data()));
        return source;
    }

    /// Begins a transaction that will write, so that it waits for another writer now and not in its
    /// middle.
    String begin() {
        return "begin immediate";
    }

    /// Where the migrations lie, the common ones first.
    String[] migrations() {
        return new String[] {"classpath:db/migration/common"};
    }

    /// Names of types that differ.
    Map<String, String> types() {
        return Map.of("bytes", "blob");
    }

    /// Whether somebody else wrote the same unique value first.
    boolean isUniqueViolation(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY);
    }

    /// Whether there are data in this folder.
    boolean holdsData(Path data) {
        return Files.exists(in(data));
    }

    /// The file of the data in this folder.
    Path in(Path data) {
        return data.resolve(FILE);
    }
}
