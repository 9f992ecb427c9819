// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.telegram.CallOutcome.NotNow;
import org.skizzenlotse.channel.telegram.CallOutcome.Refused;
import org.skizzenlotse.channel.telegram.Polled.Conflict;
import org.skizzenlotse.channel.telegram.Polled.Failed;
import org.skizzenlotse.channel.telegram.Polled.RawUpdate;
import org.skizzenlotse.channel.telegram.Polled.Updates;

class PollingTest {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private FarEnd far;
    private BotApi api;

    @BeforeEach
    void connect() throws Exception {
        far = new FarEnd();
        api = far.api();
    }

    @AfterEach
    void hangUp() {
        far.close();
    }

    @Test
    void oneUpdateThatNobodyCanReadFailsNoOther() throws Exception {
        far.thenResult(
                "[{\"update_id\":11,\"message\":{\"date\":99999999999}},"
                        + "{\"update_id\":12,\"message\":{\"text\":{}}},"
                        + "{\"update_id\":3000000013,\"new_kind\":true}]");
        assertThat(api.getUpdates(11, 100, WAIT))
                .isEqualTo(
                        updates(
                                new RawUpdate(
                                        11,
                                        "{\"update_id\":11,\"message\":{\"date\":99999999999}}"),
                                new RawUpdate(12, "{\"update_id\":12,\"message\":{\"text\":{}}}"),
                                new RawUpdate(
                                        3000000013L,
                                        "{\"update_id\":3000000013,\"new_kind\":true}")));
        assertThat(far.last().method()).isEqualTo("getupdates");
        var asked = far.last().json();
        assertThat(asked.path("offset").asLong()).isEqualTo(11);
        assertThat(asked.path("limit").asInt()).isEqualTo(100);
        assertThat(asked.path("timeout").asInt()).isEqualTo(30);
        assertThat(asked.path("allowed_updates"))
                .extracting(JsonNode::asText)
                .containsExactly("message", "edited_message", "callback_query", "my_chat_member");
    }

    @Test
    void anUpdateWithoutANumberGoesWithThoseAroundItAndAloneIsAFault() {
        far.thenResult("[{\"message\":{}},{\"update_id\":2},7]");
        assertThat(api.getUpdates(0, 100, WAIT))
                .isEqualTo(updates(new RawUpdate(2, "{\"update_id\":2}")));
        far.thenResult("[{\"message\":{}}]").thenResult("{}");
        var fault = new Failed(new NotNow(Answers.FIRST_PAUSE, "not understood"));
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(fault);
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(fault);
    }

    @Test
    void aQuietWhileBringsNothingAndMayBeLongerThanACall() {
        far.then(exchange -> {
            // longer than the silence that a call may keep
            Thread.sleep(FarEnd.LIMITS.call().plusMillis(300));
            FarEnd.whole(exchange, 200, "{\"ok\":true,\"result\":[]}".getBytes(UTF_8));
        });
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(updates());
    }

    @Test
    void anotherPollerIsToldApartFromAWebhook() {
        far.thenRefusal(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                        + " instance is running");
        far.thenRefusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                        + " to delete the webhook first");
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(new Conflict(false));
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(new Conflict(true));
    }

    @Test
    void faultsOfPollingAreThoseOfEveryCall() {
        far.thenDrop().then(502, "<html>").thenRefusal(401, "Unauthorized");
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(failed("no answer"));
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(failed("not understood"));
        assertThat(api.getUpdates(0, 100, WAIT)).isEqualTo(new Failed(new Refused(401, "token")));
    }

    @Test
    void whoIsToldToStopStopsAtOnceAndStaysToldSo() throws Exception {
        far.thenSilence(Duration.ofSeconds(5));
        var stayed = new boolean[1];
        var polled = new Polled[1];
        var poller =
                Thread.ofVirtual()
                        .start(() -> {
                            polled[0] = api.getUpdates(0, 100, WAIT);
                            stayed[0] = Thread.currentThread().isInterrupted();
                        });
        while (far.asked().isEmpty()) Thread.sleep(5);
        poller.interrupt();
        assertThat(poller.join(Duration.ofSeconds(1))).isTrue();
        assertThat(polled[0]).isEqualTo(new Failed(new NotNow(Duration.ZERO, "interrupted")));
        assertThat(stayed[0]).isTrue();
    }

    @Test
    void closingEndsAPoll() throws Exception {
        far.thenSilence(Duration.ofSeconds(5));
        var poller = Thread.ofVirtual().start(() -> api.getUpdates(0, 100, WAIT));
        while (far.asked().isEmpty()) Thread.sleep(5);
        api.close();
        assertThat(poller.join(Duration.ofSeconds(1))).isTrue();
    }

    private static Updates updates(RawUpdate... all) {
        return new Updates(List.of(all));
    }

    private static Failed failed(String why) {
        return new Failed(new NotNow(Answers.FIRST_PAUSE, why));
    }
}
