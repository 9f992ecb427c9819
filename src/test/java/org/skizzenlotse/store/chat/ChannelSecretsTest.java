// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

class ChannelSecretsTest {
    @TempDir Path folder;

    private Database open(InstantSource clock) throws Exception {
        return Database.open(StoreSettings.in(folder), clock);
    }

    @Test
    void whatIsKeptLiesSealedAndOutlivesANewMasterKey() throws Exception {
        try (var database = open(InstantSource.system())) {
            var secrets = new ChannelSecrets(database, "matrix");
            assertThat(secrets.get("recovery")).isEmpty();
            secrets.put("recovery", "Kanarienvogel");
            secrets.put("device", "LOTSE");
            secrets.put("recovery", "Kanarienvogel zwei");
            database.keys().changeMaster();
            assertThat(secrets.get("recovery")).isEqualTo("Kanarienvogel zwei");
        }
        try (var database = open(InstantSource.system())) {
            var secrets = new ChannelSecrets(database, "matrix");
            assertThat(secrets.get("recovery")).isEqualTo("Kanarienvogel zwei");
            assertThat(new ChannelSecrets(database, "other").get("recovery")).isEmpty();
            secrets.put("recovery", "");
            assertThat(secrets.get("recovery")).isEmpty();
            assertThat(secrets.get("device")).isEqualTo("LOTSE");
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Kanarienvogel");
        }
    }

    @Test
    void itsKeyIsNotSweptWithThoseOfConversationsThatAreNoMore() throws Exception {
        try (var database = open(InstantSource.system())) {
            new ChannelSecrets(database, "matrix").put("device", "LOTSE");
        }
        var later = InstantSource.offset(InstantSource.system(), Duration.ofDays(30));
        try (var database = open(later)) {
            new Erasures(database).finish(later.instant());
            assertThat(new ChannelSecrets(database, "matrix").get("device")).isEqualTo("LOTSE");
        }
    }
}
