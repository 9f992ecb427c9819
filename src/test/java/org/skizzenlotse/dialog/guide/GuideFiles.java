// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.guide.Guide.Block;

/// Files as an author has them after copying from the guide.
final class GuideFiles {
    private static final String FIRST = "meine-dialoge";
    private final Map<String, String> files = new LinkedHashMap<>();

    /// The first dialog.
    static GuideFiles first(Guide guide) {
        return new GuideFiles().with(guide, FIRST);
    }

    /// These and the ones printed below another folder.
    GuideFiles with(Guide guide, String folder) {
        for (var file : guide.files(folder))
            files.put(file.kind().substring(folder.length() + 1), file.text());
        return this;
    }

    /// These and another one.
    GuideFiles and(String file, String text) {
        files.put(file, text);
        return this;
    }

    /// These without a file.
    GuideFiles without(String file) {
        files.remove(file);
        return this;
    }

    /// These after lines were changed: those with a minus must be there, and become those with a
    /// plus; those with a blank stand around them.
    GuideFiles changed(List<Block> edits) {
        for (var edit : edits) {
            var before = lines(edit, "-");
            var text = text(edit.kind());
            if (!text.contains(before))
                throw new AssertionError(edit.kind() + " has no lines:\n" + before);
            files.put(edit.kind(), text.replace(before, lines(edit, "+")));
        }
        return this;
    }

    /// The text of a file.
    String text(String file) {
        var text = files.get(file);
        if (text == null) throw new AssertionError("the guide prints no " + file);
        return text;
    }

    private static String lines(Block edit, String sign) {
        return edit.text()
                .lines()
                .filter(line -> line.startsWith(sign) || line.startsWith(" "))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    /// Writes them.
    Path write(Path folder) {
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
}
