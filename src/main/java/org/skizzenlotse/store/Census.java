// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.util.List;
import org.skizzenlotse.store.database.Database;

/// How many conversations there are.
public final class Census {
    /// What a conversation that is there may be.
    public static final List<String> LIFECYCLES =
            List.of("draft", "submitted", "reopened", "closed", "withdrawn");

    private final Database database;

    /// Of this database.
    public Census(Database database) {
        this.database = database;
    }

    /// Those that are this at present.
    public int conversations(String lifecycle) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select count(*) from conversation where lifecycle = :lifecycle
                                """)
                        .bind("lifecycle", lifecycle)
                        .map((rows, _) -> rows.getInt(1))
                        .one());
    }
}
