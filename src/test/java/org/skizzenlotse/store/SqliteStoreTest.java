// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

/// The contract on SQLite; and looks for words in every byte of every file.
class SqliteStoreTest extends StoreContract {
    private static final String CANARY = "Kanarienvogel-4711-ÄÖÜ";

    @Override
    Database open(Path folder, InstantSource clock) throws Exception {
        return Database.open(StoreSettings.in(folder), clock);
    }

    @Test
    void whatIsSaidAndTheTokenAreNeverReadableOnDisk() throws Exception {
        var token = "Token-das-niemand-lesen-darf";
        turns.save(said(begin(token), CANARY, request("schlüssel-key", "hash-of-" + CANARY)));
        turns.save(submitted(known(token, "").stored(), "SK-1"));
        for (var words : List.of(CANARY, "Willkommen", "sketch\":1", "schlüssel-key"))
            assertThat(filesWith(words)).as(words).isEmpty();
        assertThat(filesWith("c-" + token)).isNotEmpty();
        assertThat(tokens()).noneMatch(one -> one.contains(token));
    }

    private List<String> tokens() {
        return database.read(handle ->
                handle.createQuery("select hash from token")
                        .map((rows, _) -> rows.getString(1))
                        .list());
    }

    private List<Path> filesWith(String words) throws IOException {
        var wanted = new String(words.getBytes(UTF_8), ISO_8859_1);
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(wanted))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
