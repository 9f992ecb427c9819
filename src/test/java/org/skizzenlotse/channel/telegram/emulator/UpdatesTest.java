// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How updates wait, are fetched, confirmed and forgotten.
class UpdatesTest {
    private final Hours clock = new Hours();
    private BotServer server;
    private Asked bot;
    private Person anna;

    @BeforeEach
    void start() throws Exception {
        server = BotServer.start(Asked.TOKEN, clock);
        bot = new Asked(server);
        anna = server.person("Anna");
    }

    @AfterEach
    void end() {
        bot.close();
        server.close();
    }

    @Test
    void onlyALaterOffsetConfirms() throws Exception {
        anna.write("1");
        anna.write("2");
        anna.write("3");

        var all = updates("{}");
        assertThat(texts(all)).containsExactly("1", "2", "3");
        assertThat(texts(updates("{\"limit\":2}"))).containsExactly("1", "2");
        int second = all.get(1).path("update_id").asInt();
        assertThat(texts(updates("{\"offset\":%d}".formatted(second)))).containsExactly("2", "3");
        assertThat(texts(updates("{\"offset\":0}"))).containsExactly("2", "3");
        assertThat(texts(updates("{\"offset\":%d}".formatted(second + 900))))
                .containsExactly("2", "3");
        assertThat(texts(updates("{\"offset\":-1}"))).containsExactly("3");
        assertThat(updates("{\"offset\":%d}".formatted(second + 2))).isEmpty();
        assertThat(server.pending()).isZero();
    }

    @Test
    void aPollIsHeldUntilSomethingComes() throws Exception {
        var poll = later(() -> updates("{\"timeout\":20}"));
        server.calls();
        Thread.sleep(100);
        assertThat(poll.isDone()).isFalse();

        anna.write("endlich");

        assertThat(texts(poll.get(5, TimeUnit.SECONDS))).containsExactly("endlich");
    }

    @Test
    void anotherPollEndsTheFirst() throws Exception {
        var first = later(() -> bot.ask("getUpdates", "{\"timeout\":20}"));
        awaitPolls(1);
        var second = later(() -> bot.ask("getUpdates", "{\"timeout\":20}"));

        assertThat(first.get(5, TimeUnit.SECONDS).path("description").asText())
                .isEqualTo(
                        "Conflict: terminated by other getUpdates request; make sure that only one"
                                + " bot instance is running");
        anna.write("a");
        assertThat(second.get(5, TimeUnit.SECONDS).path("result")).hasSize(1);
    }

    @Test
    void kindsAreRememberedAndOnlyFilterWhatComesAfterwards() throws Exception {
        anna.write("vorher");
        updates("{\"allowed_updates\":[\"my_chat_member\"]}");
        anna.write("nachher");
        anna.block();
        anna.unblock();

        assertThat(updates("{}").valueStream().map(one -> one.has("message")).toList())
                .containsExactly(true, false, false);
        updates("{\"allowed_updates\":[]}");
        anna.write("wieder");
        assertThat(updates("{}")).hasSize(4);
    }

    @Test
    void afterADayUpdatesAreGone() throws Exception {
        anna.write("alt");
        clock.pass(Duration.ofHours(25));
        anna.write("neu");

        assertThat(texts(updates("{}"))).containsExactly("neu");
    }

    @Test
    void idsMayBeginAnewLower() throws Exception {
        anna.write("alt");
        int last = updates("{}").get(0).path("update_id").asInt();
        var poll = later(() -> updates("{\"timeout\":20,\"offset\":%d}".formatted(last + 1)));

        server.restartIdsAt(5000);
        anna.write("neu");

        var batch = poll.get(5, TimeUnit.SECONDS);
        assertThat(texts(batch)).containsExactly("neu");
        assertThat(batch.get(0).path("update_id").asInt()).isEqualTo(5000);
        assertThat(updates("{\"offset\":5001}")).isEmpty();
        assertThat(server.pending()).isZero();
    }

    @Test
    void actsOfOneBatchComeTogetherTheBrokenOneToo() throws Exception {
        var poll = later(() -> updates("{\"timeout\":20}"));
        awaitPolls(1);

        server.inOneBatch(() -> {
            anna.write("1");
            for (var how : Broken.values()) anna.sendBroken(how);
            anna.write("2");
        });

        assertThat(poll.get(5, TimeUnit.SECONDS)).hasSize(2 + Broken.values().length);
    }

    private void awaitPolls(int number) throws InterruptedException {
        while (server.calls().count("getUpdates") < number) Thread.sleep(5);
        // the call is written down a moment before it waits
        Thread.sleep(50);
    }

    private JsonNode updates(String json) throws Exception {
        return bot.get("getUpdates", json);
    }

    private static <T> FutureTask<T> later(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static List<String> texts(JsonNode updates) {
        return updates.valueStream()
                .map(update -> update.path("message").path("text").asText())
                .toList();
    }
}
