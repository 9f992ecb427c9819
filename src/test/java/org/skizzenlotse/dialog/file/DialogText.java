// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.skizzenlotse.dialog.Dialog;

/// A small sound dialog as files, in which a test replaces what it is about.
public final class DialogText {
    private final Map<String, String> files = new LinkedHashMap<>();

    private DialogText() {}

    /// Three groups: consent, questions of every kind, and a contact.
    public static DialogText sound() {
        var text = new DialogText();
        text.files.put("catalogue.yaml", Samples.CATALOGUE);
        text.files.put("probe/dialog.yaml", Samples.HEAD);
        text.files.put("probe/groups/start.yaml", Samples.START);
        text.files.put("probe/groups/idee.yaml", Samples.IDEA);
        text.files.put("probe/sketch.yaml", Samples.SKETCH);
        text.files.put("probe/outcomes.yaml", Samples.OUTCOMES);
        return text;
    }

    /// The same with another content of a file.
    public DialogText with(String file, String content) {
        files.put(file, content);
        return this;
    }

    /// The same without a file.
    public DialogText without(String file) {
        files.remove(file);
        return this;
    }

    /// The same with a passage replaced, which must be there.
    public DialogText replaced(String file, String passage, String by) {
        var content = files.getOrDefault(file, "");
        if (!content.contains(passage))
            throw new IllegalArgumentException(file + " has no passage: " + passage);
        return with(file, content.replace(passage, by));
    }

    /// The content of a file.
    public String content(String file) {
        return files.getOrDefault(file, "");
    }

    /// Writes the files into a folder.
    public Path write(Path folder) {
        try {
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, file.getValue());
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Reads the files from a folder.
    public Loaded read(Path folder) {
        return DialogFolder.read(write(folder));
    }

    /// The dialog, which must be without errors.
    public Dialog dialog(Path folder) {
        var loaded = read(folder);
        return loaded.dialog("probe")
                .orElseThrow(() -> new AssertionError(loaded.problems().toString()))
                .dialog();
    }
}
