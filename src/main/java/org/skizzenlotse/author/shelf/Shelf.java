// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.shelf;

import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.FolderMarks;
import org.skizzenlotse.dialog.file.Loaded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The dialogs as their files say now. They are read and proven again when a file has changed, and
/// not more often.
public final class Shelf {
    private final @Nullable Path folder;
    private final Supplier<Loaded> read;
    private @Nullable Kept kept;

    /// Over the files of a folder; null where they are inside the jar and cannot be changed.
    public Shelf(@Nullable Path folder, Supplier<Loaded> read) {
        this.folder = folder;
        this.read = read;
    }

    private record Kept(FolderMarks marks, Loaded loaded) {}

    /// What the files say, with all findings.
    public synchronized Loaded loaded() {
        var marks = folder == null ? new FolderMarks(Map.of()) : FolderMarks.of(folder);
        var known = kept;
        if (known != null && known.marks().equals(marks)) return known.loaded();
        var fresh = new Kept(marks, read.get());
        kept = fresh;
        return fresh.loaded();
    }

    /// Does something to the files while nobody else does by these pages: the next one sees it.
    public synchronized <T> T alone(Supplier<T> deed) {
        return deed.get();
    }

    /// The folder in which texts can be changed, if they can.
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /// The IDs of all dialogs, those with mistakes too.
    public List<String> ids() {
        var ids = new TreeSet<String>();
        for (var one : loaded().dialogs()) ids.add(one.dialog().id());
        for (var one : loaded().problems())
            if (one.file().indexOf('/') > 0)
                ids.add(one.file().substring(0, one.file().indexOf('/')));
        return List.copyOf(ids);
    }

    /// What is found in the files of one dialog.
    public List<Problem> findings(String dialog) {
        return loaded().problems().stream()
                .filter(one -> one.file().startsWith(dialog + "/"))
                .toList();
    }
}
