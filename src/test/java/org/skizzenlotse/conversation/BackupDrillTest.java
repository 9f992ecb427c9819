// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.backup.Backup;
import org.skizzenlotse.store.backup.BackupFault;
import org.skizzenlotse.store.backup.BackupFault.Why;
import org.skizzenlotse.store.backup.Restore;

/// Everything is lost, and comes back: what was acknowledged before the backup began, and nothing
/// that was erased since.
class BackupDrillTest {
    private static final String CANARY = "Kanarienvogel-5512";

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedBeforeABackupAmongTurnsIsThereAndGoesOn() throws Exception {
        var before = new ConcurrentLinkedQueue<String>();
        var over = new AtomicBoolean();
        var many = new CountDownLatch(20);
        try (var house = new Running(folder);
                var threads = Executors.newFixedThreadPool(3)) {
            var talks =
                    List.of(1, 2, 3).stream()
                            .map(_ ->
                                    threads.submit(() -> {
                                        while (!over.get()) {
                                            before.add(house.answered("Amt " + before.size()));
                                            many.countDown();
                                        }
                                        return true;
                                    }))
                            .toList();
            List<String> acknowledged;
            try {
                many.await();
                acknowledged = List.copyOf(before);
                new Backup(house.database).into(backups(), house.now);
            } finally {
                over.set(true);
            }
            for (var talk : talks) assertThat(talk.get()).isTrue();
            assertThat(before).hasSizeGreaterThan(acknowledged.size());
            before.clear();
            before.addAll(acknowledged);
        }
        loseEverything();

        assertThat(restored(backups(), Optional.empty())).isZero();

        try (var house = new Running(folder)) {
            for (var token : before) {
                var sketch = house.conversations.sketch(token).orElseThrow();
                assertThat(new SketchJson().render(sketch)).contains("Amt ");
                assertThat(house.says(token, "stunden", "9").messages()).isNotEmpty();
            }
        }
    }

    @Test
    void whatWasErasedAfterTheBackupOfTheDataStaysUnreadableWithLaterKeys() throws Exception {
        String erased;
        String kept;
        ConversationId id;
        var first = folder.resolve("erst");
        try (var house = new Running(folder)) {
            erased = house.answered(CANARY);
            kept = house.answered("Stadtwerke");
            id = house.stored(erased).conversation().id();
            new Backup(house.database).into(first, house.now);
            house.conversations.erase(id);
            house.now = house.now.plusSeconds(60);
            new Backup(house.database).into(backups(), house.now);
        }
        loseEverything();

        // shows that the first backup holds it
        assertThat(restored(first, Optional.empty())).isZero();
        try (var house = new Running(folder)) {
            var sketch = house.conversations.sketch(erased).orElseThrow();
            assertThat(new SketchJson().render(sketch)).contains(CANARY);
        }
        loseEverything();

        assertThat(restored(first, Optional.of(backups()))).isEqualTo(1);
        try (var house = new Running(folder)) {
            assertThat(house.conversations.view(erased)).isInstanceOf(Outcome.Gone.class);
            assertThat(house.database.keys().find(id)).isEmpty();
            assertThat(house.conversations.sketch(kept)).isPresent();
        }
        assertThat(bytesBelow(house())).doesNotContain(CANARY);
    }

    @Test
    void aNewerBackupLeavesNoOlderKeysBeside() throws Exception {
        try (var house = new Running(folder)) {
            var first = new Backup(house.database).into(backups(), house.now);
            house.now = house.now.plusSeconds(60);
            var second = new Backup(house.database).into(backups(), house.now);

            assertThat(first.resolve("daten/skizzenlotse.db")).exists();
            assertThat(first.resolve("schluessel")).doesNotExist();
            assertThat(second.resolve("schluessel/master.key")).exists();
            assertThat(Restore.find(first, Optional.empty()).keys())
                    .isEqualTo(second.resolve("schluessel"));
        }
    }

    @Test
    void keysOfAnotherInstallationStayWhereTheyAre() throws Exception {
        Path first;
        try (var house = new Running(folder)) {
            first = new Backup(house.database).into(backups(), house.now);
        }
        try (var other = new Running(folder.resolve("other"))) {
            other.now = other.now.plusSeconds(60);
            var second = new Backup(other.database).into(backups(), other.now);
            assertThat(first.resolve("schluessel/master.key")).exists();
            var mixed = new Restore.Halves(first.resolve("daten"), second.resolve("schluessel"));
            assertFault(mixed, Why.NOT_OF_THESE_DATA);
        }
    }

    @Test
    void whatIsDamagedOrDoesNotFitIsRefusedAndNothingIsMade() throws Exception {
        try (var house = new Running(folder)) {
            house.answered("Stadtwerke");
            new Backup(house.database).into(folder.resolve("old"), house.now);
            house.now = house.now.plusSeconds(60);
            new Backup(house.database).into(backups(), house.now);
        }
        var halves = Restore.find(backups(), Optional.empty());
        assertThatThrownBy(() -> new Restore(house(), () -> Instant.EPOCH).from(halves))
                .isInstanceOfSatisfying(
                        BackupFault.class,
                        fault -> assertThat(fault.why()).isEqualTo(Why.NOT_EMPTY));
        var older = Restore.find(folder.resolve("old"), Optional.empty()).keys();
        assertFault(new Restore.Halves(halves.data(), older), Why.KEYS_OLDER);
        Files.write(halves.keys().resolve("keys.db"), new byte[1], StandardOpenOption.APPEND);
        assertFault(halves, Why.DAMAGED);
        Files.delete(halves.keys().resolve("keys.db"));
        assertFault(halves, Why.DAMAGED);
        assertThatThrownBy(() -> Restore.find(folder.resolve("nowhere"), Optional.empty()))
                .isInstanceOf(BackupFault.class);
    }

    @Test
    void theHalvesOfABackupOpenForTheirOwnerOnlyAndLeaveNothingBehind() throws Exception {
        try (var house = new Running(folder)) {
            house.answered(CANARY);
            var made = new Backup(house.database).into(backups(), house.now);
            try (var entries = Files.list(backups())) {
                assertThat(entries.map(one -> one.getFileName().toString()))
                        .containsExactlyInAnyOrder(".lock", made.getFileName().toString());
            }
            assertThat(Files.getPosixFilePermissions(made)).hasSize(3);
            assertThat(bytesBelow(made)).doesNotContain(CANARY);
            assertThat(bytesBelow(made.resolve("daten"))).doesNotContain("wrapped_key");
            assertThat(house().resolve("last-backup.txt")).content().isEqualTo("" + house.now);
        }
    }

    private void assertFault(Restore.Halves halves, Why why) {
        var target = folder.resolve("empty");
        assertThatThrownBy(() -> new Restore(target, () -> Instant.EPOCH).from(halves))
                .isInstanceOfSatisfying(
                        BackupFault.class, fault -> assertThat(fault.why()).isEqualTo(why));
        assertThat(target).doesNotExist();
    }

    private int restored(Path from, Optional<Path> keys) throws IOException {
        var clock = Clock.systemUTC();
        return new Restore(house(), clock).from(Restore.find(from, keys));
    }

    private Path house() {
        return folder.resolve("var");
    }

    private Path backups() {
        return folder.resolve("sicherung");
    }

    private void loseEverything() throws IOException {
        try (var all = Files.walk(house())) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static String bytesBelow(Path folder) throws IOException {
        var text = new StringBuilder();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList())
                text.append(new String(Files.readAllBytes(file), ISO_8859_1));
        }
        return text.toString();
    }
}
