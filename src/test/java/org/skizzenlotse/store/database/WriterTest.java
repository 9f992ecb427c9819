// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many jobs in one commit, each on its own.
class WriterTest {
    private static final int WAIT_MILLIS = 200;

    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(new StoreSettings(folder, WAIT_MILLIS), InstantSource.system());
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void aMigrationThatAFolderNeverMetIsMadeUpFor() throws Exception {
        database.close();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder + "/skizzenlotse.db");
                var statement = other.createStatement()) {
            statement.execute("drop index token_of_one_key");
            assertThat(
                            statement.executeUpdate(
                                    "delete from flyway_schema_history where version = '2'"))
                    .isEqualTo(1);
        }
        open();
        var index = "select count(*) from sqlite_master where name = 'token_of_one_key'";
        int found = database.read(handle -> handle.createQuery(index).mapTo(Integer.class).one());
        assertThat(found).isEqualTo(1);
    }

    @Test
    void aJobIsDurableWhenItReturns() throws Exception {
        assertThat(database.write(mark("a"))).isEqualTo(new Written.Done<>("a"));
        database.close();
        open();
        assertThat(marks()).containsExactly("a");
    }

    @Test
    void whatWaitsTogetherIsCommittedTogetherAndFailsAlone() throws Exception {
        var outcomes = new ConcurrentHashMap<String, Object>();
        var started = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        threads.add(Thread.startVirtualThread(() -> database.write(waiting(started, go))));
        started.await();
        for (int i = 0; i < 100; i++) {
            var name = "m" + i;
            threads.add(Thread.startVirtualThread(() -> outcomes.put(name, tried(name))));
        }
        while (threads.stream().filter(one -> one.getState() == Thread.State.WAITING).count() < 100)
            Thread.onSpinWait();
        go.countDown();
        for (var thread : threads) thread.join();
        for (int i = 0; i < 100; i++) assertThat(outcomes.get("m" + i)).isEqualTo(expected(i));
        var wanted = new ArrayList<String>();
        for (int i = 0; i < 100; i++) if (i % 10 > 2) wanted.add("m" + i);
        assertThat(marks()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void aUniqueValueThatIsTakenIsAConflict() {
        database.write(mark("a"));
        assertThat(database.write(mark("a"))).isEqualTo(new Written.Conflict<>());
        assertThat(database.write(mark("b"))).isEqualTo(new Written.Done<>("b"));
    }

    @Test
    void whileTheFileIsLockedNothingIsWrittenAndAllAreTold() throws Exception {
        var outcomes = new ConcurrentHashMap<Integer, Object>();
        try (var other =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("skizzenlotse.db"));
                var lock = other.createStatement()) {
            lock.execute("begin immediate");
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 20; i++) {
                int number = i;
                threads.add(
                        Thread.startVirtualThread(
                                () -> outcomes.put(number, database.write(mark("x" + number)))));
            }
            for (var thread : threads) thread.join();
            lock.execute("rollback");
        }
        assertThat(outcomes.values())
                .hasSize(20)
                .allMatch(one -> one.equals(new Written.Unavailable<>()));
        assertThat(marks()).isEmpty();
        assertThat(database.write(mark("after"))).isEqualTo(new Written.Done<>("after"));
    }

    @Test
    void aCommitThatFailsIsToldToAllOfItsBatchAndTheNextWorks() {
        var outcome =
                database.write(
                        Job.of(handle -> {
                            insert(handle, "lost");
                            // the whole transaction ends here, as it does when the disk is full
                            handle.execute("rollback");
                            return "lost";
                        }));
        assertThat(outcome).isEqualTo(new Written.Unavailable<>());
        assertThat(database.write(mark("after"))).isEqualTo(new Written.Done<>("after"));
        assertThat(marks()).containsExactly("after");
    }

    @Test
    void aFaultInOneJobIsThrownToItsCallerOnly() {
        assertThatThrownBy(() -> database.write(Job.<String>of(_ -> fail("a fault"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        database.write(
                                Job.<Integer>of(handle -> handle.execute("insert into nowhere"))))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(database.write(mark("after"))).isEqualTo(new Written.Done<>("after"));
    }

    @Test
    @Timeout(10)
    void anErrorInOneJobDoesNotEndTheWriter() {
        assertThat(database.write(Job.<String>of(_ -> overflow())))
                .isEqualTo(new Written.Unavailable<>());
        assertThat(database.write(mark("after"))).isEqualTo(new Written.Done<>("after"));
    }

    private static String overflow() {
        throw new StackOverflowError();
    }

    @Test
    void aClosedDatabaseTakesNothing() throws Exception {
        database.close();
        assertThat(database.write(mark("late"))).isEqualTo(new Written.Unavailable<>());
        open();
    }

    @Test
    void theSchemaIsAtTheNewestMigrationAndOpensAgain() throws Exception {
        var files = Path.of("src/main/resources/db/migration/common").toFile().list();
        assertThat(List.of(files)).hasSize(Migrations.COUNT);
        database.close();
        open();
        assertThat(marks()).isEmpty();
    }

    private Object tried(String name) {
        try {
            return database.write(job(name));
        } catch (IllegalStateException fault) {
            return "" + fault.getMessage();
        }
    }

    private static Job<String> job(String name) {
        int number = Integer.parseInt(name.substring(1));
        return Job.<String>of(handle -> {
            insert(handle, name);
            if (number % 10 == 0) throw new Job.Stale();
            if (number % 10 == 1) insert(handle, name);
            if (number % 10 == 2) return fail("fault " + number);
            return name;
        });
    }

    private static Object expected(int number) {
        if (number % 10 < 2) return new Written.Conflict<>();
        if (number % 10 == 2) return "fault " + number;
        return new Written.Done<>("m" + number);
    }

    private static Job<String> waiting(CountDownLatch started, CountDownLatch go) {
        return Job.of(_ -> {
            started.countDown();
            try {
                go.await();
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
            return "";
        });
    }

    private static Job<String> mark(String name) {
        return Job.of(handle -> {
            insert(handle, name);
            return name;
        });
    }

    private static void insert(Handle handle, String name) {
        handle.createUpdate(
                        "insert into tombstone (mark, kind, erased_at) values (:mark, 'test', 0)")
                .bind("mark", name)
                .execute();
    }

    private static String fail(String why) {
        throw new IllegalStateException(why);
    }

    private List<String> marks() {
        return database.read(handle ->
                handle.createQuery("select mark from tombstone")
                        .map((rows, _) -> rows.getString(1))
                        .list());
    }
}
