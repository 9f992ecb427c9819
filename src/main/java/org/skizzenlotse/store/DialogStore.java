// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
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

    /// How answers go from one version to another, by their hashes.
    public record Migration(String from, String to, String dialog, String migration) {}

    /// How many conversations are open on a version.
    public record Open(String hash, int conversations) {}

    /// Stores a version that is new and puts it in force.
    public Written<Boolean> publish(Version version, Instant now) {
        return publish(version, List.of(), now);
    }

    /// The same with migrations, which take the place of earlier ones between the same versions.
    public Written<Boolean> publish(Version version, List<Migration> migrations, Instant now) {
        return database.write(
                Job.of(handle -> {
                    insert(handle, version, now);
                    for (var migration : migrations) insert(handle, migration, now);
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

    /// The hashes in force, by dialog.
    public Map<String, String> published() {
        return database.read(handle ->
                handle
                        .createQuery("select dialog, hash from published")
                        .map((rows, _) ->
                                Map.entry(rows.getString("dialog"), rows.getString("hash")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The hashes of all versions of a dialog, the newest first.
    public List<String> versions(String dialog) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select hash from dialog_version where dialog = :dialog
                                order by stored_at desc, hash
                                """)
                        .bind("dialog", dialog)
                        .map((rows, _) -> rows.getString("hash"))
                        .list());
    }

    /// All migrations between versions of a dialog.
    public List<Migration> migrations(String dialog) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select from_hash, to_hash, dialog, migration
                                from dialog_migration where dialog = :dialog
                                order by stored_at, from_hash, to_hash
                                """)
                        .bind("dialog", dialog)
                        .map((rows, _) ->
                                new Migration(
                                        rows.getString("from_hash"),
                                        rows.getString("to_hash"),
                                        rows.getString("dialog"),
                                        rows.getString("migration")))
                        .list());
    }

    /// How many conversations with answers are open on which versions of a dialog: what was handed
    /// in and not reopened needs none.
    public List<Open> open(String dialog) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select dialog_hash, count(*) as open from conversation
                                where dialog = :dialog and consented = 1
                                and lifecycle in ('draft', 'reopened')
                                group by dialog_hash order by dialog_hash
                                """)
                        .bind("dialog", dialog)
                        .map((rows, _) ->
                                new Open(rows.getString("dialog_hash"), rows.getInt("open")))
                        .list());
    }

    /// Lets a conversation stay on its version until then (null: no longer); false where there is
    /// none of that ID.
    public Written<Boolean> pin(String conversation, @Nullable Instant until) {
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                update conversation set pinned_until = :until
                                                where id = :id
                                                """)
                                        .bind("id", conversation)
                                        .bind("until", until == null ? null : until.toEpochMilli())
                                        .execute()
                                == 1));
    }

    /// Until when a conversation stays on its version.
    public Optional<Instant> pinnedUntil(String conversation) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                select pinned_until from conversation
                                where id = :id and pinned_until is not null
                                """)
                        .bind("id", conversation)
                        .map((rows, _) -> Instant.ofEpochMilli(rows.getLong("pinned_until")))
                        .findOne());
    }

    private static void insert(Handle handle, Migration migration, Instant now) {
        handle.createUpdate(
                        """
                        insert into dialog_migration (from_hash, to_hash, dialog, migration,
                          stored_at)
                        values (:from, :to, :dialog, :migration, :now)
                        on conflict (from_hash, to_hash) do update
                        set migration = excluded.migration
                        """)
                .bind("from", migration.from())
                .bind("to", migration.to())
                .bind("dialog", migration.dialog())
                .bind("migration", migration.migration())
                .bind("now", now.toEpochMilli())
                .execute();
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
