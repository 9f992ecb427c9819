// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The talks of an exploration as files, and which of those in a folder came from one.
public final class TalkFiles {
    private static final String PREFIX = "erkundet_";

    private TalkFiles() {}

    /// The files by name.
    public static Map<String, String> of(Exploration explored) {
        var files = new TreeMap<String, String>();
        for (var talk : explored.talks())
            files.put(PREFIX + "%02d.talk.yaml".formatted(files.size() + 1), talk.yaml());
        return files;
    }

    /// Those that are in a folder now, by name; files written by hand are none of them.
    public static Map<String, String> in(Path folder) throws IOException {
        var found = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) return found;
        try (var files = Files.newDirectoryStream(folder, PREFIX + "*.talk.yaml")) {
            for (var file : files) {
                var text = Files.readString(file);
                if (text.contains(TalkText.MARK))
                    found.put(String.valueOf(file.getFileName()), text);
            }
        }
        return found;
    }

    /// Writes them, and takes away those of an earlier exploration.
    public static void write(Path folder, Exploration explored) throws IOException {
        for (var old : in(folder).keySet()) Files.delete(folder.resolve(old));
        Files.createDirectories(folder);
        for (var file : of(explored).entrySet())
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
}
