// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The tables `dialog_version` and `published`: every version that was ever in force by the hash of
/// its canonical form, and which one is.
public final class DialogStore {
    private final Database database;

    /// Over this database.
    public DialogStore(Database database) {
        this.database = database;
    }

    /// A version: `canonical` is the whole dialog as JSON, `proof` what was proven of it.
    public record Version(String hash, String dialog, String canonical, String proof) {}

    /// Stores a version that is new and puts it in force.
    public Written<Boolean> publish(Version version, Instant now) {
        return database.write(
                Job.of(handle -> {
                    insert(handle, version, now);
                    return handle.createUpdate(
                                            """
                                            insert into published (dialog, hash, since)
                                            values (:dialog, :hash, :now)
                                            on conflict (dialog) do update
                                            set hash = excluded.hash, since = excluded.since
                                            where published.hash <> excluded.hash
                                            """)
                                    .bind("dialog", version.dialog())
                                    .bind("hash", version.hash())
                                    .bind("now", now.toEpochMilli())
                                    .execute()
                            == 1;
                }));
    }

    /// The version of that hash.
    public Optional<Version> find(String hash) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select hash, dialog, canonical, proof
                                from dialog_version where hash = :hash
                                """)
                        .bind("hash", hash)
                        .map((rows, _) ->
                                new Version(
                                        rows.getString("hash"),
                                        rows.getString("dialog"),
                                        rows.getString("canonical"),
                                        rows.getString("proof")))
                        .findOne());
    }

    /// The hashes of all versions that were proven once.
    public Set<String> hashes() {
        return database.read(handle ->
                handle
                        .createQuery("select hash from dialog_version")
                        .map((rows, _) -> rows.getString("hash"))
                        .list()
                        .stream()
                        .collect(Collectors.toSet()));
    }

    /// The hashes in force.
    public Set<String> published() {
        return database.read(handle ->
                handle
                        .createQuery("select hash from published")
                        .map((rows, _) -> rows.getString("hash"))
                        .list()
                        .stream()
                        .collect(Collectors.toSet()));
    }

    private static void insert(Handle handle, Version version, Instant now) {
        handle.createUpdate(
                        """
                        insert into dialog_version (hash, dialog, canonical, proof, stored_at)
                        values (:hash, :dialog, :canonical, :proof, :now)
                        on conflict (hash) do nothing
                        """)
                .bind("hash", version.hash())
                .bind("dialog", version.dialog())
                .bind("canonical", version.canonical())
                .bind("proof", version.proof())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
