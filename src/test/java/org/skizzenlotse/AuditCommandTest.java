// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What commands do to an installation is told by another one.
class AuditCommandTest {
    @TempDir Path folder;
    private Config config;
    private String id;

    @BeforeEach
    void begin() throws Exception {
        var dialogs = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        var data = folder.resolve("var").toString();
        config = Config.of(Map.of("DATA", data, "DIALOGS", dialogs.toString()), Map.of());
        try (var opened = Assembly.open(config)) {
            id = opened.conversations().open("skizze", "de", "web").view().id().value();
        }
    }

    @Test
    void exportRotateBackupEraseAndRestoreLeaveALineEach() {
        said("export", id);
        said("rotate");
        said("backup", folder.resolve("sicherung").toString());
        said("erase", id);
        assertThat(said("audit"))
                .containsSubsequence(
                        "herausgegeben  " + id + "  durch ein Kommando",
                        "neuer Hauptschlüssel  alles",
                        "gesichert  alles",
                        "gelöscht  " + id + "  durch ein Kommando");
        assertThat(said("audit", id)).hasLineCount(2).doesNotContain("alles");
        assertThat(said("audit", "SK-0000-0000")).contains("nichts vermerkt");
    }

    @Test
    void whatWasBroughtBackSaysSoAndStillKnowsWhatWasBefore() throws Exception {
        said("export", id);
        said("backup", folder.resolve("sicherung").toString());
        var data = folder.resolve("var");
        config = Config.of(Map.of("DATA", folder.resolve("neu").toString()), Map.of());
        assertThat(said("restore", folder.resolve("sicherung").toString()))
                .contains("Zurückgeholt");
        assertThat(said("audit")).containsSubsequence("herausgegeben", "zurückgeholt  alles");
        assertThat(data).exists();
    }

    @Test
    void whereThereIsNoInstallationNothingIsMade() throws Exception {
        config = Config.of(Map.of("DATA", folder.resolve("leer").toString()), Map.of());
        assertThat(Main.commands(config).execute("audit")).isEqualTo(2);
        assertThat(folder.resolve("leer")).doesNotExist();
    }

    private String said(String... command) {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            assertThat(Main.commands(config).execute(command)).isZero();
        } finally {
            System.setOut(out);
        }
        return said.toString(UTF_8);
    }
}
