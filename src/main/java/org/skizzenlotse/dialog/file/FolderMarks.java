// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/// When each file of a folder of dialogs was saved and how long it is: what tells whether something
/// changed, without reading it.
public record FolderMarks(Map<Path, Mark> files) {
    /// Deeper than this no file of a dialog lies.
    private static final int DEPTH_MAX = 4;

    /// What tells whether a file was saved.
    public record Mark(FileTime saved, long bytes) {}

    /// Copies the map.
    public FolderMarks {
        files = Map.copyOf(files);
    }

    /// Those of a folder as it is now; none where there is no such folder.
    public static FolderMarks of(Path folder) {
        var marks = new HashMap<Path, Mark>();
        if (!Files.isDirectory(folder)) return new FolderMarks(marks);
        try (var paths = Files.walk(folder, DEPTH_MAX)) {
            for (var path : (Iterable<Path>) paths::iterator)
                if (path.toString().endsWith(".yaml") && Files.isRegularFile(path))
                    marks.put(path, new Mark(Files.getLastModifiedTime(path), Files.size(path)));
        } catch (IOException | UncheckedIOException _) {
            // something went away in between; the next look sees it
        }
        return new FolderMarks(marks);
    }
}
