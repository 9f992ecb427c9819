// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.backup.Backup;

/// The files of conversations are part of a backup.
class BackupFilesTest {
    private static final String ID = "ab".repeat(16);

    @TempDir Path folder;

    @Test
    void thePartsThatCountComeAlongAndNothingElse() throws Exception {
        try (var house = new Stacked(folder)) {
            var token = house.running.begun();
            house.puts(token, ID);
            Files.write(house.running.data.resolve("files/ab/" + ID + "/2"), new byte[7]);
            var backup = new Backup(house.running.database);
            var made = backup.into(folder.resolve("b"), house.running.now);

            var part = Path.of("files/ab/" + ID + "/1");
            assertThat(made.resolve("daten").resolve(part))
                    .hasSameBinaryContentAs(house.running.data.resolve(part));
            assertThat(made.resolve("daten/files/ab/" + ID + "/2")).doesNotExist();
            assertThat(made.resolve("daten/manifest.txt")).content().contains("" + part);
        }
    }
}
