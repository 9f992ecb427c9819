// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dialog named `probe` of a consent and a few steps, for tests that are about something else.
public final class SmallDialog {
    private static final String HEAD =
            """
            dialog: probe
            title: Eine Probe
            language: de
            audience: ihr
            personal: true
            groups: [fragen]
            """;

    private static final String CONSENT =
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
            """;

    private static final String QUESTION =
            """
              - ask: frage_NUMBER
                type: TYPE
                text: Was sagt ihr zu Nummer NUMBER?
                short: Nummer NUMBER
                why: Wir möchten es wissen.
                privacy: {personal: false, purpose: probe, keep: P1Y}
            """;

    private static final String FILES =
            """
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

    private SmallDialog() {}

    /// Writes it with so many questions into a folder of dialogs; every third takes many lines.
    public static Path write(Path folder, int questions) throws IOException {
        var steps = new StringBuilder();
        for (int i = 1; i <= questions; i++) {
            steps.append(
                    QUESTION.replace("NUMBER", Integer.toString(i))
                            .replace("TYPE", i % 3 == 0 ? "long_text" : "text"));
        }
        return write(folder, steps.toString());
    }

    /// The same with a question for files and one more question.
    public static Path withFiles(Path folder) throws IOException {
        return write(folder, FILES);
    }

    /// The same with these steps.
    public static Path write(Path folder, String steps) throws IOException {
        var groups = Files.createDirectories(folder.resolve("probe/groups"));
        Files.writeString(folder.resolve("probe/dialog.yaml"), HEAD);
        Files.writeString(groups.resolve("fragen.yaml"), CONSENT + steps);
        return folder;
    }
}
