// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.attachment.RealClamd;

/// The check-up names what is wrong and what to do, and changes nothing.
class DoctorTest {
    @TempDir Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private Path data;
    private int code;

    @BeforeEach
    void begin() throws Exception {
        data = folder.resolve("var");
        settings.putAll(Image.example());
        settings.put("DATA", data.toString());
        settings.put("FILES_TOTAL_GB", "1");
        settings.put("DISK_FREE_MB", "1");
        settings.put("DIALOGS", Image.PROJECT.resolve("dialogs").toString());
        try (var opened = Assembly.open(config())) {
            opened.conversations().open("skizze", "de", "web");
        }
        Files.writeString(data.resolve("last-backup.txt"), Instant.now().toString());
    }

    @Test
    void whereNothingIsMissingOnlyAdviceIsLeft() throws Exception {
        var said = said("doctor");
        assertThat(said).contains("Es fehlt nichts.").doesNotContain("Fehlt: ");
        assertThat(code).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("Rat: ")))
                .allSatisfy(line -> assertThat(line).contains(" → "));
        assertThat(ids()).contains("keys_beside_data");
    }

    @Test
    void everyFindingIsALineWithWhatToDo() throws Exception {
        settings.remove("CONTROLLER");
        settings.put("TELEGRAM_TOKEN", "123456:ABC");
        settings.put("PUBLIC_URL", "http://lotse.example");
        settings.put("CLAMD", "127.0.0.1:" + RealClamd.freePort());
        Files.writeString(data.resolve("last-backup.txt"), "2026-01-01T00:00:00Z");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
        Files.setPosixFilePermissions(
                data.resolve("keys/master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        sql(
                """
                insert into outbox (id, conversation_id, kind, revision, created_at, due_at,
                  attempts) values ('o1', 'c', 'mail', 1, 1, 1, 1)
                """,
                """
                insert into outbox (id, conversation_id, kind, revision, created_at, due_at,
                  attempts, given_up_at) values ('o2', 'c', 'mail', 1, 1, 1, 1, 1)
                """,
                "update conversation set last_sign_at = 99999999999999",
                """
                insert into received (id, channel, external_id, address, at, due_at, attempts,
                  failed_at, key_id, payload)
                values ('r', 'telegram', '1', '', 1, 1, 3, 1, 'k', x'00')
                """,
                """
                insert into file (id, conversation_id, state, size, received, attached, scan,
                  created_at, touched_at, due_at, attempts, payload)
                select 'f', id, 'ready', 1000000000, 1000000000, 1, 'pending', 1, 1, 1, 9, x'00'
                from conversation limit 1
                """);
        assertThat(ids())
                .contains(
                        "settings_missing",
                        "no_https",
                        "scanner_away",
                        "backup_old",
                        "open_for_others",
                        "mail_late",
                        "mail_given_up",
                        "updates_failed",
                        "scan_waiting",
                        "files_full",
                        "clock");
        var said = said("doctor");
        assertThat(code).isEqualTo(1);
        assertThat(said.lines())
                .allMatch(line -> line.matches("(Fehlt|Rat): .+ → .+"))
                .anyMatch(line -> line.contains("CONTROLLER"))
                .anyMatch(line -> line.contains("chmod 700 " + data))
                .anyMatch(line -> line.contains("chmod 600 " + data.resolve("keys/master.key")));
    }

    @Test
    void whatIsDamagedOrMissingIsToldApart() throws Exception {
        Files.delete(data.resolve("last-backup.txt"));
        assertThat(ids()).contains("backup_never");
        var database = data.resolve("keys/keys.db");
        var bytes = Files.readAllBytes(database);
        java.util.Arrays.fill(bytes, 100, Math.min(bytes.length, 9_000), (byte) 7);
        Files.write(database, bytes);
        assertThat(ids()).contains("database_damaged");
        Files.createFile(data.resolve("restore.unfinished"));
        assertThat(ids()).contains("restore_unfinished");
        settings.remove("PUBLIC_URL");
        settings.put("TELEGRAM_TOKEN", "123456:ABC");
        settings.put("DATA", folder.resolve("leer").toString());
        assertThat(ids()).contains("no_installation", "telegram_without_web");
        assertThat(folder.resolve("leer")).doesNotExist();
    }

    @Test
    void dialogsWithMistakesAndAFullDiskAreNamed() throws Exception {
        var broken = Files.createDirectories(folder.resolve("dialogs/probe"));
        Files.writeString(broken.resolve("dialog.yaml"), "dialog: probe\n");
        settings.put("DIALOGS", folder.resolve("dialogs").toString());
        settings.put("DISK_FREE_MB", "1000000");
        assertThat(ids()).contains("dialogs_broken").contains("disk_full");
    }

    private List<String> ids() throws Exception {
        var all = new ObjectMapper().readTree(said("doctor", "--json")).path("findings");
        return StreamSupport.stream(all.spliterator(), false)
                .map(one -> one.path("id").asText())
                .toList();
    }

    private void sql(String... statements) throws Exception {
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + data + "/skizzenlotse.db");
                var statement = connection.createStatement()) {
            for (var one : statements) statement.execute(one);
        }
    }

    private Config config() throws Exception {
        return Config.of(settings, Map.of());
    }

    private String said(String... command) throws Exception {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            code = Main.commands(config()).execute(command);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        } finally {
            System.setOut(out);
        }
        return said.toString(UTF_8);
    }
}
