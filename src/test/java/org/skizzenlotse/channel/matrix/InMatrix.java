// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects;

/// The bot with an account of its own at a real homeserver, over a real database, and people who
/// write to it.
final class InMatrix implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Long enough to write three messages in a row.
    static final Duration BURST = Duration.ofMillis(1500);

    /// After that nobody sends the key any more.
    private static final Duration KEY_PATIENCE = Duration.ofSeconds(4);

    private static final int QUESTIONS_MAX = 150;

    final Synapse synapse;
    final Served served;
    final String bot;
    private final Path folder;
    private final Duration burst;
    private final List<Peer> people = new ArrayList<>();
    private Matrix matrix;
    private Team team = Team.NONE;

    InMatrix(Synapse synapse) throws Exception {
        this(synapse, BURST);
    }

    /// A free answer waits for so long for one more message.
    InMatrix(Synapse synapse, Duration burst) throws Exception {
        this.synapse = synapse;
        this.burst = burst;
        this.served = Served.known("https://lotse.example");
        this.folder = Files.createTempDirectory("matrix");
        this.bot = synapse.register(Synapse.newName("lotse"), "ein-passwort");
        this.matrix = begin();
        awaitConnected();
    }

    private Matrix begin() {
        var settings =
                new Matrix.Settings(
                        synapse.base(),
                        bot,
                        "ein-passwort",
                        folder.resolve("matrix"),
                        burst,
                        ZoneId.of("Europe/Berlin"),
                        team);
        return Matrix.start(settings, served.conversations(), served::dialogs, KEY_PATIENCE);
    }

    void awaitConnected() {
        soon("connected", () -> matrix.isConnected() ? Optional.of(true) : Optional.empty());
    }

    void stop() {
        matrix.close();
    }

    /// The same data, with a room of the team, after the process ended and began again.
    void startAgain(Team room) {
        team = room;
        startAgain();
    }

    /// The same data after the process ended and began again.
    void startAgain() {
        matrix = begin();
        awaitConnected();
    }

    /// Somebody cleared up: nothing is left of the crypto store.
    void forgetStore() throws IOException {
        try (var files = Files.walk(folder.resolve("matrix"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    Matrix matrix() {
        return matrix;
    }

    /// Somebody at the homeserver, in no room yet.
    Peer person() throws Exception {
        var peer =
                Peer.login(
                        synapse, Synapse.newName("kim"), Files.createTempDirectory(folder, "kim"));
        people.add(peer);
        return peer;
    }

    /// Somebody in a room with the bot, who was greeted.
    Peer inRoom(boolean encrypted) throws Exception {
        var peer = person();
        peer.direct(bot, encrypted);
        peer.expect("Womit möchtet ihr anfangen?");
        return peer;
    }

    /// Somebody who has begun the sketch and agreed; the way is not chosen yet.
    Peer agreed(boolean encrypted) throws Exception {
        var peer = inRoom(encrypted);
        peer.say("skizze");
        await(peer, "einwilligung");
        peer.say("1");
        await(peer, "_scope");
        return peer;
    }

    /// Somebody at the first question of the full sketch.
    Peer full(boolean encrypted) throws Exception {
        var peer = agreed(encrypted);
        peer.say("2");
        leave(peer, "_scope");
        return peer;
    }

    /// Answers until a question of this type is asked.
    View upTo(Peer peer, String type) {
        return upTo(peer, view -> view.expects().type().equals(type));
    }

    /// Answers until something is asked that fits.
    View upTo(Peer peer, Predicate<View> wanted) {
        for (int i = 0; i < QUESTIONS_MAX; i++) {
            var view = await(peer, view(peer).orElseThrow().expects().step().value());
            if (wanted.test(view)) return view;
            answer(peer, view);
        }
        throw new AssertionError("never asked");
    }

    /// Answers by the first option, or in words.
    private void answer(Peer peer, View view) {
        var asked = view.expects();
        peer.say(words(asked));
        if (!asked.options().isEmpty() && asked.options().getFirst().note().equals("required")) {
            var now =
                    soon("turn", () -> view(peer).filter(one -> one.revision() > view.revision()));
            if (now.expects().step().equals(asked.step())) peer.say(WORDS);
        }
        leave(peer, asked.step().value());
    }

    /// What they write of their own, and beside an option that wants words.
    static final String WORDS = "Unsere Worte dazu";

    static String words(Expects asked) {
        if (!asked.options().isEmpty())
            return asked.isNumbered()
                    ? String.valueOf((asked.openFirst() ? asked.open().size() : 0) + 1)
                    : asked.options().getFirst().text();
        return switch (asked.type()) {
            case "contact" -> "Kim, kim@verein.example";
            case "email" -> "kim@verein.example";
            case "number" -> "3";
            default -> WORDS;
        };
    }

    /// Waits until something else is asked, and all is said.
    View leave(Peer peer, String step) {
        return soon(
                "left " + step,
                () ->
                        view(peer)
                                .filter(one ->
                                        !one.expects().step().value().equals(step) && isQuiet()));
    }

    String answer(Peer peer, StepId step) {
        var found = served.answer(seat(peer).orElseThrow().token(), step.value());
        return found.orElse(null) instanceof Value.Text(var words) ? words : "";
    }

    /// Waits until this step is asked, and all is said.
    View await(Peer peer, String step) {
        return soon(
                "at " + step,
                () -> {
                    var view = view(peer);
                    return view.filter(
                            one -> one.expects().step().value().equals(step) && isQuiet());
                });
    }

    /// Waits until this event has come, is dealt with and answered.
    void awaitAnswered(String event) {
        try (var postbox = served.conversations().postbox(Matrix.CHANNEL)) {
            soon("there", () -> Optional.of(event).filter(postbox::isReceived));
        }
        awaitQuiet();
    }

    void awaitQuiet() {
        soon("quiet", () -> isQuiet() ? Optional.of(true) : Optional.empty());
    }

    /// Nothing waits to be dealt with or to be said.
    private boolean isQuiet() {
        try (var postbox = served.conversations().postbox(Matrix.CHANNEL)) {
            return postbox.pending().isEmpty() && postbox.posts().isEmpty();
        }
    }

    /// Something that may hold soon.
    interface Soon<T> {
        Optional<T> now();
    }

    static <T> T soon(String what, Soon<T> soon) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var now = soon.now();
            if (now.isPresent()) return now.get();
            try {
                Thread.sleep(30);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
        throw new AssertionError("not " + what);
    }

    Optional<Seat> seat(Peer peer) {
        return served.conversations().correspondence().seat(Bot.address(peer.user()));
    }

    Optional<View> view(Peer peer) {
        return seat(peer)
                .map(served.conversations().correspondence()::view)
                .flatMap(one ->
                        one instanceof Outcome.Done(var view)
                                ? Optional.of(view)
                                : Optional.empty());
    }

    @Override
    public void close() throws IOException {
        people.forEach(Peer::close);
        matrix.close();
        served.close();
    }
}
