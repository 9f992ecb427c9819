// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Bot API server on this machine for one bot, which outlives the bot's process. What differs
/// from the schemas is collected; [#close] fails where there was any.
public final class BotServer implements AutoCloseable {
    /// The bot's name without `@`.
    public static final String USER_NAME = "skizzenlotse_bot";

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(20);
    private static final long PERSON_FIRST = 700_001;
    private static final long GROUP_FIRST = -4_000_001;

    static {
        // else an answer waits 40 ms for the acknowledgement of its head
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final World world;
    private final Faults faults = new Faults();
    private final Calls calls;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private long nextPerson = PERSON_FIRST;
    private long nextGroup = GROUP_FIRST;

    private BotServer(String token, Clock clock) throws IOException {
        this.world = World.of(botId(token), clock);
        this.calls = new Calls(clock);
        this.http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", new Wire(token, world, faults, calls));
    }

    /// With a token as `123456:secret`, on a free port.
    public static BotServer start(String token) throws IOException {
        return start(token, Clock.systemUTC());
    }

    /// Dates of messages, the age of updates and of buttons follow the clock; held polls do not.
    public static BotServer start(String token, Clock clock) throws IOException {
        var server = new BotServer(token, clock);
        server.http.start();
        return server;
    }

    /// Without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return http.getAddress().getPort();
    }

    /// Somebody whose Telegram speaks German. The bot may write only after they did.
    public Person person(String name) {
        return person(name, "de");
    }

    public synchronized Person person(String name, String language) {
        var user =
                Json.object()
                        .put("id", nextPerson++)
                        .put("is_bot", false)
                        .put("first_name", name)
                        .put("language_code", language);
        var chat =
                Json.object()
                        .put("id", user.path("id").asLong())
                        .put("type", "private")
                        .put("first_name", name);
        return new Person(world, user, world.chats().add(chat));
    }

    /// Somebody who is known by a name of their own choice too, and whose chat has that number.
    public Person person(String name, String userName, long number) {
        var user =
                Json.object()
                        .put("id", number)
                        .put("is_bot", false)
                        .put("first_name", name)
                        .put("username", userName)
                        .put("language_code", "de");
        var chat =
                Json.object()
                        .put("id", number)
                        .put("type", "private")
                        .put("first_name", name)
                        .put("username", userName);
        return new Person(world, user, world.chats().add(chat));
    }

    /// A group that somebody took the bot into: `my_chat_member`, and the message that it joined.
    /// [Person#in] leads there.
    public synchronized Group group(String title, Person founder) {
        var chat = Json.object().put("id", nextGroup--).put("type", "group").put("title", title);
        var group = new Group(world.chats().add(chat));
        founder.in(group).takeBotIn();
        return group;
    }

    public Faults faults() {
        return faults;
    }

    public Calls calls() {
        return calls;
    }

    /// Updates that are not confirmed yet.
    public int pending() {
        return world.updates().size();
    }

    /// Fails where updates stay unconfirmed.
    public void awaitConfirmed(Duration patience) throws InterruptedException {
        if (!world.updates().awaitConfirmed(patience)) {
            throw new AssertionError(pending() + " updates are not confirmed");
        }
    }

    /// What the acts bring about is fetched together, as far as a batch reaches.
    public void inOneBatch(Runnable acts) {
        world.updates().pause(true);
        try {
            acts.run();
        } finally {
            world.updates().pause(false);
        }
    }

    /// As after a week without updates, the ids of updates begin anew, here at this one. Waits
    /// until all before are confirmed.
    public void restartIdsAt(int first) throws InterruptedException {
        if (!world.updates().restartAt(first, CONFIRMED_WITHIN)) {
            throw new AssertionError(pending() + " updates are not confirmed");
        }
    }

    /// No button that was tapped before can be answered any more.
    public void expireTaps() {
        world.taps().expire();
    }

    /// Where calls, answers and updates differed from the schemas: method and place only.
    public List<String> violations() {
        return world.check().violations();
    }

    public void assertClean() {
        var violations = violations();
        if (!violations.isEmpty()) {
            throw new AssertionError("not as the Bot API has it: " + violations);
        }
    }

    /// What differed until now is no longer held against anybody.
    public void forgive() {
        world.check().forgive();
    }

    /// Ends all connections, and fails as [#assertClean] does.
    @Override
    public void close() {
        world.updates().close();
        world.webhook().close();
        threads.shutdownNow();
        http.stop(0);
        assertClean();
    }

    private static long botId(String token) {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }
}
