// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
}
