// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.telegram.emulator.Seen;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;

/// The bot as it runs, with the shipped dialogs over a real database, against a Bot API server on
/// this machine. Everything that went over the wire must have been as the Bot API describes it.
final class Talking implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Long enough to write three messages in a row.
    static final Duration BURST = Duration.ofMillis(700);

    /// Nobody counts here.
    private static final Pace.Rate AT_ONCE = new Pace.Rate(50, Duration.ofMillis(20));

    final BotServer server;
    final Served served;
    private final Pace.Rate rate;
    private Telegram telegram;

    Talking() throws IOException {
        this("");
    }

    /// With a secret, Telegram brings updates.
    Talking(String secret) throws IOException {
        this(secret, AT_ONCE);
    }

    /// As fast as that, in each chat.
    Talking(String secret, Pace.Rate rate) throws IOException {
        this.rate = rate;
        server = BotServer.start("123456:secret");
        served = Served.known("https://lotse.example");
        telegram = begin(secret);
    }

    private Telegram begin(String secret) {
        var settings =
                new Telegram.Settings(
                        server.address(),
                        "123456:secret",
                        BURST,
                        "https://lotse.example",
                        secret,
                        ZoneId.of("Europe/Berlin"));
        return Telegram.start(settings, served.conversations(), served::dialogs, rate);
    }

    /// The same data after the process ended and began again.
    void restart() {
        telegram.close();
        telegram = begin("");
    }

    Telegram bot() {
        return telegram;
    }

    /// Somebody who has begun the sketch and agreed; the way is not chosen yet.
    Person agreed(String name) {
        var person = server.person(name);
        person.start("skizze");
        tap(person, "einwilligung", "yes");
        await(person, "_scope");
        return person;
    }

    /// Taps an option of the question that is asked now.
    void tap(Person person, String step, String option) {
        var view = await(person, step);
        var label =
                Labels.of(view.expects().options().stream().map(one -> one.button()).toList())
                        .get(
                                view.expects().options().stream()
                                        .map(one -> one.id())
                                        .toList()
                                        .indexOf(option));
        var asked = person.waitFor(seen -> seen.button(label).isPresent(), PATIENCE);
        person.tap(newest(person, label, asked).id(), label);
    }

    private static Seen newest(Person person, String label, Seen or) {
        return person.messages().stream()
                .filter(seen -> seen.fromBot() && seen.button(label).isPresent())
                .reduce((_, later) -> later)
                .orElse(or);
    }

    /// Waits until this step is asked, on the wire too.
    View await(Person person, String step) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var view = view(person);
            if (view != null && view.expects().step().value().equals(step) && isQuiet())
                return view;
            pause();
        }
        var now = view(person);
        throw new AssertionError(
                "not at " + step + " but at " + (now == null ? "" : now.expects().step()));
    }

    /// Nothing waits to be dealt with or to be said.
    private boolean isQuiet() {
        try (var postbox = served.conversations().postbox(Telegram.CHANNEL)) {
            return postbox.pending().isEmpty() && postbox.posts().isEmpty();
        }
    }

    void awaitQuiet() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.pending() > 0 || !isQuiet()) {
            if (System.nanoTime() > deadline) throw new AssertionError("not quiet");
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    Seat seat(Person person) {
        return served.conversations()
                .correspondence()
                .seat(new Address(Telegram.CHANNEL, String.valueOf(person.chat())))
                .orElseThrow();
    }

    @org.jspecify.annotations.Nullable
    View view(Person person) {
        var seat =
                served.conversations()
                        .correspondence()
                        .seat(new Address(Telegram.CHANNEL, String.valueOf(person.chat())));
        if (seat.isEmpty()) return null;
        return served.conversations().correspondence().view(seat.get())
                        instanceof Outcome.Done(var view)
                ? view
                : null;
    }

    /// The same of somebody who is in a conversation.
    View now(Person person) {
        var view = view(person);
        if (view == null) throw new AssertionError("no conversation");
        return view;
    }

    /// What the bot wrote in that chat, in order.
    static List<String> said(Person person) {
        var said = new ArrayList<String>();
        for (var seen : person.messages()) if (seen.fromBot()) said.add(seen.text());
        return said;
    }

    @Override
    public void close() throws IOException {
        telegram.close();
        served.close();
        server.close();
    }
}
