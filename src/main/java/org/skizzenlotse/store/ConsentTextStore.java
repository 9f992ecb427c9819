// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Optional;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `consent_text`: every text that anybody agreed to, once, by its hash. It says what the
/// installation says to everybody, and so nothing about anybody.
public final class ConsentTextStore {
    private final Database database;

    /// Over this database.
    public ConsentTextStore(Database database) {
        this.database = database;
    }

    /// Keeps a text, if it is new.
    public Written<Boolean> keep(String hash, String text, Instant now) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                insert into consent_text (hash, text, stored_at)
                                                values (:hash, :text, :now)
                                                on conflict (hash) do nothing
                                                """)
                                        .bind("hash", hash)
                                        .bind("text", text)
                                        .bind("now", now.toEpochMilli())
                                        .execute()
                                == 1));
    }

    /// The text of that hash.
    public Optional<String> find(String hash) {
        return database.read(handle ->
                handle.createQuery("select text from consent_text where hash = :hash")
                        .bind("hash", hash)
                        .map((rows, _) -> rows.getString("text"))
                        .findOne());
    }
}
