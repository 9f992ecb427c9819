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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Call;
import org.skizzenlotse.channel.telegram.emulator.Fault;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;

/// The service is killed at random while people write to its bot, and started again: each update is
/// dealt with once, each question comes, and at most one message for each kill and chat twice.
class TelegramKillIT {
    private static final boolean FULL = Boolean.getBoolean("skizzenlotse.full");
    private static final int PERSONS = FULL ? 50 : 20;
    private static final int ACTS_EACH = FULL ? 20 : 15;
    private static final int KILLS = FULL ? 20 : 5;
    private static final long SEED = 20_261_129L;
    private static final String TOKEN = "123456:secret";

    /// About as long as an answer of Telegram takes.
    private static final Duration ANSWER = Duration.ofMillis(50);

    @TempDir Path folder;

    private final AtomicInteger acts = new AtomicInteger();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
    private final List<Long> kills = new ArrayList<>();

    @Test
    @Timeout(1_500)
    void eachUpdateIsDealtWithOnceAndAtMostOneMessageForEachKillAndChatComesTwice()
            throws Exception {
        try (var bots = BotServer.start(TOKEN)) {
            bots.faults().always("sendMessage", Fault.slow(ANSWER));
            var people = new ArrayList<Correspondent>();
            for (int i = 0; i < PERSONS; i++)
                people.add(
                        new Correspondent(
                                bots.person("Kim " + i),
                                "k" + i,
                                ACTS_EACH,
                                acts::incrementAndGet));
            writeWhileKilled(bots, people);
            assertThat(wrongs).isEmpty();
            assertThat(acts.get()).isEqualTo(PERSONS * ACTS_EACH);
            everyUpdateWasDealtWith();
            everyAnswerStandsOnce(people);
            atMostOneForEachKillAndChat(bots);
        }
    }

    private void writeWhileKilled(BotServer bots, List<Correspondent> people) throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        var threads =
                people.stream().map(one -> Thread.ofVirtual().start(() -> talk(one))).toList();
        for (int kill = 1; kill <= KILLS; kill++) {
            var server = start(bots);
            awaitActs(PERSONS * ACTS_EACH * kill / (KILLS + 1));
            Thread.sleep(random.nextInt(300));
            kills.add(System.nanoTime());
            server.kill();
        }
        try (var _ = start(bots)) {
            for (var thread : threads) assertThat(thread.join(Duration.ofMinutes(5))).isTrue();
            bots.awaitConfirmed(Duration.ofMinutes(1));
            awaitDealtWith();
        }
    }

    private void talk(Correspondent person) {
        try {
            person.run();
        } catch (RuntimeException | AssertionError wrong) {
            wrongs.add(wrong.toString());
        }
    }

    private Server start(BotServer bots) throws Exception {
        var command = Server.command(folder.resolve("var"), "serve");
        command.environment()
                .putAll(
                        Map.of(
                                "SKIZZENLOTSE_TELEGRAM_TOKEN",
                                TOKEN,
                                "SKIZZENLOTSE_TELEGRAM_API",
                                bots.address(),
                                "SKIZZENLOTSE_MESSENGER_PAUSE_SECONDS",
                                "1"));
        return Server.start(command, folder.resolve("errors"));
    }

    /// However slow the machine is, it is killed at some time.
    private void awaitActs(int wanted) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acts.get() < wanted && wrongs.isEmpty() && System.nanoTime() < deadline)
            Thread.sleep(10);
    }

    private void awaitDealtWith() throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count("payload is not null") > 0 && System.nanoTime() < deadline) Thread.sleep(50);
    }

    private int count(String which) throws Exception {
        var file = folder.resolve("var/skizzenlotse.db");
        try (var beside = DriverManager.getConnection("jdbc:sqlite:" + file);
                var asked = beside.createStatement();
                var rows = asked.executeQuery("select count(*) from received where " + which)) {
            return rows.getInt(1);
        }
    }

    private void everyUpdateWasDealtWith() throws Exception {
        assertThat(count("true")).isEqualTo(PERSONS * ACTS_EACH);
        assertThat(count("payload is not null")).isZero();
        assertThat(count("failed_at is not null")).isZero();
    }

    private void everyAnswerStandsOnce(List<Correspondent> people) throws Exception {
        try (var database =
                Database.open(StoreSettings.in(folder.resolve("var")), Clock.systemUTC())) {
            var turns = new Turns(database);
            for (var one : people) {
                var address = new Address("telegram", String.valueOf(one.person().chat()));
                var known = new AddressStore(database).find(address);
                assertThat(known).hasSize(1);
                var token = known.getFirst().form().token();
                var stored = turns.find(token, "", Instant.now()).known().orElseThrow();
                assertThat(stored.revision()).isEqualTo(one.turns());
                one.written()
                        .forEach((step, words) ->
                                assertThat(
                                                stored.conversation()
                                                        .answer(new StepId(step))
                                                        .flatMap(Answer::given))
                                        .contains(new Value.Text(words)));
            }
        }
    }

    /// A message in a chat in the time after a kill.
    private record Place(int kill, String chat) {}

    private void atMostOneForEachKillAndChat(BotServer bots) {
        var asked = new HashSet<List<String>>();
        var again = new HashMap<Place, Integer>();
        int sent = 0;
        for (var call : bots.calls().of("sendMessage")) {
            if (!call.effect()) continue;
            sent++;
            var step = Correspondent.asks(data(call));
            if (step.isPresent() && !asked.add(List.of(call.chat(), step.get())))
                again.merge(new Place(killsBefore(call), call.chat()), 1, Integer::sum);
        }
        int twice = again.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "updates %d, chats %d, kills %d, messages %d, of them twice %d (identical %d),"
                        + " at most %d for each kill and chat%n",
                acts.get(),
                PERSONS,
                KILLS,
                sent,
                twice,
                bots.calls().doubles().size(),
                again.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        assertThat(again.keySet()).allMatch(place -> place.kill() > 0);
        assertThat(again.values()).allMatch(times -> times == 1);
        assertThat(bots.calls().doubles().size()).isLessThanOrEqualTo(twice);
    }

    private int killsBefore(Call call) {
        return (int) kills.stream().filter(kill -> kill < call.nanos()).count();
    }

    private static List<String> data(Call call) {
        var markup = call.parameters().path("reply_markup");
        return markup.findValuesAsText("callback_data");
    }
}
