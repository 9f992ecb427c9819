// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A dialog of a consent and a few short questions, for tests that are about something else.
final class SmallDialog {
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

    private SmallDialog() {}

    /// Writes it with so many questions; every third takes many lines.
    static Path write(Path folder, int questions) throws IOException {
        var group = new StringBuilder(GROUP);
        for (int i = 1; i <= questions; i++) {
            group.append(
                    QUESTION.replace("NUMBER", Integer.toString(i))
                            .replace("TYPE", i % 3 == 0 ? "long_text" : "text"));
        }
        var groups = Files.createDirectories(folder.resolve("probe/groups"));
        Files.writeString(folder.resolve("probe/dialog.yaml"), HEAD);
        Files.writeString(groups.resolve("fragen.yaml"), group);
        return folder;
    }
}
