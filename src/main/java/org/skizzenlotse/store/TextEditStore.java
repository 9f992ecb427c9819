// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `text_edit`: who changed which text of a dialog, and when.
public final class TextEditStore {
    /// Years of a dialog that is cared for; older changes are forgotten.
    private static final int KEPT_MAX = 1_000;

    private final Database database;

    /// Over this database.
    public TextEditStore(Database database) {
        this.database = database;
    }

    /// Notes a change, and forgets the oldest ones of that dialog beyond a thousand.
    public Written<Boolean> append(TextEdit edit) {
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate(
                                    """
                                    insert into text_edit (id, dialog, file, place, label,
                                      before_text, after_text, author, at)
                                    values (:id, :dialog, :file, :place, :label,
                                      :before, :after, :author, :at)
                                    """)
                            .bind("id", edit.id())
                            .bind("dialog", edit.where().dialog())
                            .bind("file", edit.where().file())
                            .bind("place", edit.where().place())
                            .bind("label", edit.label())
                            .bind("before", edit.before())
                            .bind("after", edit.after())
                            .bind("author", edit.author())
                            .bind("at", edit.at().toEpochMilli())
                            .execute();
                    handle.createUpdate(
                                    """
                                    delete from text_edit where dialog = :dialog and id not in (
                                      select id from text_edit where dialog = :dialog
                                      order by at desc, id desc limit :kept)
                                    """)
                            .bind("dialog", edit.where().dialog())
                            .bind("kept", KEPT_MAX)
                            .execute();
                    return true;
                }));
    }

    /// The latest changes of a dialog, the newest first.
    public List<TextEdit> latest(String dialog, int most) {
        return database.read(handle ->
                edits(
                        handle.createQuery(
                                        """
                                        select id, dialog, file, place, label, before_text,
                                          after_text, author, at
                                        from text_edit where dialog = :dialog
                                        order by at desc, id desc limit :most
                                        """)
                                .bind("dialog", dialog)
                                .bind("most", most)));
    }

    /// One change.
    public Optional<TextEdit> find(String id) {
        return database.read(handle ->
                edits(
                                handle.createQuery(
                                                """
                                                select id, dialog, file, place, label, before_text,
                                                  after_text, author, at
                                                from text_edit where id = :id
                                                """)
                                        .bind("id", id))
                        .stream()
                        .findFirst());
    }

    private static List<TextEdit> edits(Query query) {
        return query.map((rows, _) ->
                        new TextEdit(
                                rows.getString("id"),
                                new TextEdit.Where(
                                        rows.getString("dialog"),
                                        rows.getString("file"),
                                        rows.getString("place")),
                                rows.getString("label"),
                                rows.getString("before_text"),
                                rows.getString("after_text"),
                                rows.getString("author"),
                                Instant.ofEpochMilli(rows.getLong("at"))))
                .list();
    }
}
