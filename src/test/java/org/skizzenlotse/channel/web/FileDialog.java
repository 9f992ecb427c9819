// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dialog of a consent, a question for files and one more question.
public final class FileDialog {
    private static final String HEAD =
            """
            dialog: probe
            title: Eine Probe
            language: de
            audience: ihr
            personal: true
            groups: [fragen]
            """;

    private static final String GROUP =
            """
            group: fragen
            title: Ein paar Fragen
            steps:
              - ask: ja
                catalogue: none
                type: consent
                purpose: probe
                required: true
                needed: submit
                text: Seid ihr einverstanden?
                short: Einwilligung
                why: Ohne euer Ja speichern wir nichts.
                notice: Wir probieren etwas aus.
                privacy: {personal: false, purpose: probe, keep: P1Y}
              - ask: unterlagen
                type: file
                accept: [pdf, txt, png, docx]
                max_size: 96 MB
                max_files: 3
                text: Habt ihr etwas zum Mitschicken?
                short: Unterlagen
                why: Was schon geschrieben ist, müsst ihr nicht abtippen.
                privacy: {personal: true, purpose: probe, keep: P1Y}
              - ask: frage
                type: long_text
                text: Was sagt ihr dazu?
                short: Dazu
                why: Wir möchten es wissen.
                privacy: {personal: true, purpose: probe, keep: P1Y}
            """;

    private FileDialog() {}

    /// Writes it into a folder of dialogs.
    public static Path write(Path folder) throws IOException {
        var groups = Files.createDirectories(folder.resolve("probe/groups"));
        Files.writeString(folder.resolve("probe/dialog.yaml"), HEAD);
        Files.writeString(groups.resolve("fragen.yaml"), GROUP);
        return folder;
    }
}
