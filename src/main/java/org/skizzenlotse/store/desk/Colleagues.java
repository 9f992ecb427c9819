// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.staff.StaffId;

/// Names of the team, for what they did and for handing over.
public final class Colleagues {
    private final Database database;

    /// Over this database.
    public Colleagues(Database database) {
        this.database = database;
    }

    /// Everybody who may take something over, by name.
    public Map<String, String> present() {
        return database.read(handle -> {
            var names = new LinkedHashMap<String, String>();
            handle.createQuery(
                            """
                            select id, name from staff
                            where locked_at is null and role <> 'reader' order by name, id
                            """)
                    .map((rows, _) -> Map.entry(rows.getString(1), rows.getString(2)))
                    .forEach(one -> names.put(one.getKey(), one.getValue()));
            return names;
        });
    }

    /// The name of somebody, whether their account is still open or not; nothing where it is gone.
    public Optional<String> name(@Nullable StaffId id) {
        if (id == null) return Optional.empty();
        return database.read(handle ->
                handle.createQuery("select name from staff where id = :id")
                        .bind("id", id.value())
                        .map((rows, _) -> rows.getString(1))
                        .findOne());
    }
}
