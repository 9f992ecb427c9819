// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.FileRow;
import org.skizzenlotse.store.FileStore;
import org.skizzenlotse.store.Scan;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.database.Database;

/// Fills in what is known of the files that somebody attaches. Of one that is not there, not ready,
/// or harmful nothing is known.
final class Attachments {
    /// What a picture shows is said in a few sentences.
    private static final int DESCRIPTION_LENGTH_MAX = 1_000;

    private final FileStore files;

    Attachments(Database database) {
        this.files = new FileStore(database);
    }

    Input filled(Stored stored, Input input) {
        if (!(input instanceof Input.Attached(var step, var named)) || named.isEmpty())
            return input;
        var rows = files.all(stored.key());
        var standing = named.stream().filter(one -> !isReplaced(one, named, rows)).toList();
        return new Input.Attached(
                step, standing.stream().map(one -> filled(one, step, rows)).toList());
    }

    /// Whether the one that came in its place is named, too.
    private static boolean isReplaced(Value.File file, List<Value.File> named, List<FileRow> rows) {
        return rows.stream()
                .filter(row -> row.ready() && row.label().replaces().equals(file.id()))
                .anyMatch(row -> named.stream().anyMatch(one -> one.id().equals(row.id())));
    }

    private static Value.File filled(Value.File named, StepId step, List<FileRow> rows) {
        var description = named.description();
        if (description.length() > DESCRIPTION_LENGTH_MAX)
            description = description.substring(0, DESCRIPTION_LENGTH_MAX);
        for (var row : rows)
            if (row.id().equals(named.id()) && isAttachable(row, step))
                return new Value.File(
                        row.id(),
                        row.label().name(),
                        row.received(),
                        row.label().mediaType(),
                        description,
                        named.about());
        return Value.File.named(named.id(), description, named.about());
    }

    private static boolean isAttachable(FileRow row, StepId step) {
        return row.ready()
                && row.scan() != Scan.INFECTED
                && row.label().step().equals(step.value());
    }
}
