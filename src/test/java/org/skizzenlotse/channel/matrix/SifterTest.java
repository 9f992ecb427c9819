// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Listener;

/// What is handed over of answers, where all that is asked for besides is one page.
class SifterTest {
    private static final String BOT = "@bot:example.org";
    private static final String ROOM = "!room:example.org";

    private final List<Happening> came = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Sifter.Tries tries = new Sifter.Tries();
    private final Listener listener =
            new Listener() {
                @Override
                public boolean came(List<Happening> all) {
                    came.addAll(all);
                    return true;
                }

                @Override
                public boolean isKnown(String event) {
                    return known.contains(event);
                }
            };
    private volatile int status = 200;
    private volatile String page = "{}";
    private HttpServer server;
    private Calls calls;

    @BeforeEach
    void page() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    var bytes = page.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
        calls = new Calls("http://localhost:" + server.getAddress().getPort(), "token");
    }

    @AfterEach
    void end() {
        calls.close();
        server.stop(0);
    }

    @Test
    void nothingFromBeforeTheInvitationIsHandedOver() throws Exception {
        var events = List.of(say("a"), own("i", "invite"), say("b"), own("j", "join"), say("c"));
        for (var limited : List.of(true, false)) {
            came.clear();
            sift(joined(limited, events), false);
            assertThat(ids()).containsExactly("b", "c");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void withoutTheInvitationTheJoinIsTheEnd() throws Exception {
        sift(joined(true, List.of(say("a"), own("j", "join"), say("b"))), false);
        var leftBetween =
                List.of(
                        own("i", "invite"),
                        say("c"),
                        own("l", "leave"),
                        own("k", "join"),
                        say("d"));
        sift(joined(true, leftBetween), false);
        assertThat(ids()).containsExactly("b", "d");
    }

    @Test
    void aNewNameIsNoJoin() throws Exception {
        var renamed = own("n", "join");
        renamed.putObject("unsigned").putObject("prev_content").put("membership", "join");
        sift(joined(false, List.of(say("a"), renamed, say("b"))), false);
        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void aPageEndsAtTheInvitationToo() throws Exception {
        page(say("c"), own("j", "join"), say("b"), own("i", "invite"), say("a"));
        sift(joined(true, List.of(say("d"))), false);
        assertThat(ids()).containsExactly("b", "c", "d");
    }

    @Test
    void whatMayNotBeReadEndsTheGap() throws Exception {
        status = 403;
        page = "{\"errcode\": \"M_FORBIDDEN\"}";
        sift(joined(true, List.of(say("a"))), false);
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void aRoomHoldsUpTheOthersThreeTimes() throws Exception {
        status = 429;
        page = "{\"errcode\": \"M_LIMIT_EXCEEDED\", \"retry_after_ms\": 1}";
        var rooms = joined(true, List.of(say("a")));
        for (int i = 0; i < 3; i++) {
            var failed = catchThrowableOfType(Failed.class, () -> sift(rooms, false));
            assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
        }
        assertThat(came).isEmpty();
        sift(rooms, false);
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void afterALostStoreWhatIsTooOldEndsTheGap() throws Exception {
        var longAgo = Instant.now().minus(Duration.ofDays(9)).toEpochMilli();
        page(say("b"), say("a").put("origin_server_ts", longAgo), say("z"));
        sift(joined(true, List.of(say("c"))), true);
        assertThat(ids()).containsExactly("b", "c");
    }

    @Test
    void afterALostStoreWhatIsKnownEndsTheGap() throws Exception {
        known.add("a");
        page(say("b"), say("a"), say("z"));
        sift(joined(true, List.of(say("c"))), true);
        assertThat(ids()).containsExactly("b", "c");
    }

    @Test
    void noIdNamesARoom() throws Exception {
        var rooms = Calls.JSON.createObjectNode();
        var state = rooms.putObject("invite").putObject(ROOM).putObject("invite_state");
        state.putArray("events").add(own("i", "invite"));
        var left = rooms.putObject("leave").putObject("!other:example.org");
        left.putObject("timeline").putArray("events").add(own("l", "leave"));
        sift(rooms, false);
        sift(rooms, false);
        assertThat(ids()).hasSize(4).noneMatch(id -> id.contains("!"));
        assertThat(ids().subList(2, 4)).isEqualTo(ids().subList(0, 2)).doesNotHaveDuplicates();
    }

    private void sift(ObjectNode rooms, boolean initial) throws Failed {
        var place = new Sifter.Place("since", initial, true, tries);
        new Sifter(calls, BOT, listener, place).sift(rooms);
    }

    private List<String> ids() {
        return came.stream().map(Happening::id).toList();
    }

    private void page(ObjectNode... newestFirst) {
        var answer = Calls.JSON.createObjectNode();
        answer.putArray("chunk").addAll(List.of(newestFirst));
        page = answer.toString();
    }

    private static ObjectNode joined(boolean limited, List<ObjectNode> events) {
        var rooms = Calls.JSON.createObjectNode();
        var timeline = rooms.putObject("join").putObject(ROOM).putObject("timeline");
        timeline.put("limited", limited).put("prev_batch", "before");
        timeline.putArray("events").addAll(events);
        return rooms;
    }

    private static ObjectNode say(String id) {
        return event(id, "m.room.message", "@a:example.org");
    }

    private static ObjectNode own(String id, String membership) {
        var event = event(id, "m.room.member", "@a:example.org").put("state_key", BOT);
        if (membership.equals("join")) event.put("sender", BOT);
        event.putObject("content").put("membership", membership);
        return event;
    }

    private static ObjectNode event(String id, String type, String sender) {
        var event = Calls.JSON.createObjectNode().put("event_id", id).put("type", type);
        event.put("sender", sender).put("origin_server_ts", Instant.now().toEpochMilli());
        return event;
    }
}
