// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.matrix.synapse.Message;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

/// The service is killed at random while people write to its account in encrypted rooms, and
/// started again: each message is one turn, its answer comes once and can be read, and the account
/// keeps its one device.
class MatrixKillIT {
    private static final boolean FULL = Boolean.getBoolean("skizzenlotse.full");
    private static final int PERSONS = FULL ? 10 : 4;
    private static final int LINES_EACH = FULL ? 50 : 15;
    private static final int KILLS = FULL ? 20 : 4;
    private static final long SEED = 20_261_129L;

    /// The service is away for seconds, and all of them wait in turn.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /// What is said beside the answers: whether words belonged to the question before.
    private static final String BESIDE = "Gehörte das noch zur vorigen Antwort?";

    @TempDir Path folder;

    private final AtomicInteger written = new AtomicInteger();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final Set<Synapse.Device> devices = new HashSet<>();
    private final List<Peer> people = new ArrayList<>();
    private Synapse synapse;
    private String bot;
    private Letters letters;

    @BeforeEach
    void homeserver() throws Exception {
        synapse = Synapse.shared();
        bot = synapse.register(Synapse.newName("lotse"), "ein-passwort");
        letters = Letters.first(LINES_EACH);
    }

    @Test
    @Timeout(1_500)
    void eachMessageIsOneTurnAndItsAnswerComesOnce() throws Exception {
        var began = System.nanoTime();
        try {
            for (int i = 0; i < PERSONS; i++)
                people.add(Peer.login(synapse, Synapse.newName("kim"), folder.resolve("kim" + i)));
            writeWhileKilled();
            assertThat(wrongs).isEmpty();
            int answers = 0;
            for (var one : people) answers += everyAnswerCameOnce(one);
            everyMessageIsOneTurn();
            assertThat(devices).hasSize(1);
            System.out.printf(
                    "messages %d, people %d, kills %d, answers %d of %d, devices %d, seconds %d%n",
                    written.get(),
                    PERSONS,
                    KILLS,
                    answers,
                    PERSONS * (1 + LINES_EACH),
                    devices.size(),
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
        } finally {
            people.forEach(Peer::close);
        }
    }

    private void writeWhileKilled() throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var threads =
                people.stream().map(one -> Thread.ofVirtual().start(() -> talk(one))).toList();
        for (int kill = 1; kill <= KILLS; kill++) {
            var server = start();
            awaitWritten(PERSONS * LINES_EACH * kill / (KILLS + 1));
            Thread.sleep(random.nextInt(300));
            server.kill();
            devices.addAll(synapse.devices(bot));
        }
        try (var _ = start()) {
            for (var thread : threads) assertThat(thread.join(Duration.ofMinutes(10))).isTrue();
            awaitDealtWith();
            devices.addAll(synapse.devices(bot));
        }
    }

    private void talk(Peer person) {
        try {
            person.patience(PATIENCE);
            person.direct(bot, true);
            int heard = 0;
            awaitAnswers(person, ++heard);
            for (var line : letters.lines()) {
                person.say(line.of(name(person)));
                written.incrementAndGet();
                awaitAnswers(person, ++heard);
            }
        } catch (RuntimeException | AssertionError wrong) {
            wrongs.add(person.user() + ": " + wrong);
        }
    }

    /// Without what makes an address: a title must not have one.
    private static String name(Peer person) {
        return person.user().substring(1, person.user().indexOf(':'));
    }

    private static void awaitAnswers(Peer person, int wanted) {
        for (int all = wanted; answers(person.messages()).size() < wanted; all++) person.until(all);
    }

    private static List<Message> answers(List<Message> said) {
        return said.stream().filter(one -> !one.body().contains(BESIDE)).toList();
    }

    private Server start() throws Exception {
        var command = Server.command(folder.resolve("var"), "serve");
        command.environment()
                .putAll(
                        Map.of(
                                "SKIZZENLOTSE_MATRIX_HOMESERVER",
                                synapse.base(),
                                "SKIZZENLOTSE_MATRIX_USER",
                                bot,
                                "SKIZZENLOTSE_MATRIX_PASSWORD",
                                "ein-passwort",
                                "SKIZZENLOTSE_MESSENGER_PAUSE_SECONDS",
                                "1"));
        return Server.start(command, folder.resolve("errors"));
    }

    /// However slow the machine is, it is killed at some time.
    private void awaitWritten(int wanted) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (written.get() < wanted && wrongs.isEmpty() && System.nanoTime() < deadline)
            Thread.sleep(10);
    }

    private void awaitDealtWith() throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (received("payload is not null") > 0 && System.nanoTime() < deadline)
            Thread.sleep(50);
    }

    private int received(String which) throws Exception {
        var file = folder.resolve("var/skizzenlotse.db");
        try (var beside = DriverManager.getConnection("jdbc:sqlite:" + file);
                var asked = beside.createStatement();
                var rows = asked.executeQuery("select count(*) from received where " + which)) {
            return rows.getInt(1);
        }
    }

    /// As the server has the room now: the greeting and one answer for each message, each readable,
    /// and none twice.
    private int everyAnswerCameOnce(Peer person) {
        var said = new ArrayList<Message>();
        for (var past : person.history()) {
            assertThat(past.kind())
                    .as("%s of %s after %s", past.id(), past.message().sender(), said)
                    .isNotIn("unreadable", "bad", "broken");
            if (past.kind().equals("message") && past.message().sender().equals(bot))
                said.add(past.message());
        }
        var answers = answers(said);
        for (int i = 1; i < answers.size(); i++)
            assertThat(answers.get(i).body()).isNotEqualTo(answers.get(i - 1).body());
        assertThat(answers)
                .as("%s in %s", person.user(), answers)
                .hasSize(1 + LINES_EACH)
                .allMatch(Message::decrypted);
        return answers.size();
    }

    private void everyMessageIsOneTurn() throws Exception {
        assertThat(written.get()).isEqualTo(PERSONS * LINES_EACH);
        assertThat(received("payload is not null")).isZero();
        assertThat(received("failed_at is not null")).isZero();
        try (var database =
                Database.open(StoreSettings.in(folder.resolve("var")), Clock.systemUTC())) {
            var turns = new Turns(database);
            for (var one : people) {
                var address = new Address("matrix", one.user());
                var known = new AddressStore(database).find(address);
                assertThat(known).hasSize(1);
                var token = known.getFirst().form().token();
                var stored = turns.find(token, "", Instant.now()).known().orElseThrow();
                assertThat(stored.revision()).isEqualTo(letters.turns());
                for (var line : letters.lines())
                    if (line.free())
                        assertThat(text(stored.conversation().answer(line.step())))
                                .as("%s of %s", line.step(), one.user())
                                .isEqualTo(line.of(name(one)));
            }
        }
    }

    private static String text(Optional<Answer> answer) {
        return answer.flatMap(Answer::given).orElse(null) instanceof Value.Text(var words)
                ? words
                : "";
    }
}
