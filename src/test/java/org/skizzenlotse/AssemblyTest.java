// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an installation makes when it opens.
class AssemblyTest {
    @TempDir Path folder;

    @Test
    void theFolderOfTheDataIsForItsOwnerOnly() throws Exception {
        var data = folder.resolve("var");
        var dialogs = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        var settings = Map.of("DATA", data.toString(), "DIALOGS", dialogs.toString());

        Assembly.open(Config.of(settings, Map.of())).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void dataThatAnotherProcessHoldsIsSaidInOneLine() throws Exception {
        var data = folder.resolve("var");
        var dialogs = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        var settings = Map.of("DATA", data.toString(), "DIALOGS", dialogs.toString());
        var config = Config.of(settings, Map.of());
        String id;
        try (var opened = Assembly.open(config)) {
            id = opened.conversations().open("skizze", "de", "web").view().id().value();
        }
        var said = new ByteArrayOutputStream();
        var errors = System.err;
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + data + "/skizzenlotse.db");
                var lock = other.createStatement()) {
            lock.execute("begin immediate");
            System.setErr(new PrintStream(said, true, UTF_8));
            assertThat(Main.commands(config).execute("erase", id)).isEqualTo(1);
        } finally {
            System.setErr(errors);
        }
        assertThat(said.toString(UTF_8).lines().filter(line -> line.startsWith("DATA: ")))
                .hasSize(1);
        assertThat(said.toString(UTF_8)).doesNotContain("\tat ");
        assertThat(Main.commands(config).execute("erase", id)).isZero();
    }
}
