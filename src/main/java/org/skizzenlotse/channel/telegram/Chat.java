// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deals with what waits from one chat, in its order. What it does to a conversation is one
/// transaction with its update.
final class Chat {
    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);

    /// A database that is busy is so for moments.
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Bot bot;
    private final long chat;
    private final Address address;
    private final Teller teller;
    private final Doors doors;

    Chat(Bot bot, long chat) {
        this.bot = bot;
        this.chat = chat;
        this.address = Chats.address(chat);
        this.teller = new Teller(bot, chat);
        this.doors = new Doors(bot, chat);
    }

    /// Deals with the first of them, or with several that belong together.
    Dealt deal(List<Came> waiting) throws InterruptedException {
        var came = waiting.getFirst();
        var heard = came.heard();
        switch (came.what()) {
            case Incoming.Unreadable _ -> bot.postbox().done(heard);
            case Incoming.Group(_, _, var toUs) -> group(came, toUs);
            case Incoming.Blocked _ -> {
                bot.postbox().gone(address, true);
                bot.postbox().done(heard);
            }
            case Incoming.Unblocked _ -> {
                bot.postbox().gone(address, false);
                bot.postbox().done(heard);
            }
            case Incoming.Written _, Incoming.Tapped _, Incoming.Sent _ -> {
                return person(waiting);
            }
            case Incoming.Voice _, Incoming.Edited _, Incoming.Other _ -> {
                return person(waiting);
            }
        }
        return Dealt.with(1);
    }

    private void group(Came came, boolean toUs) throws InterruptedException {
        if (toUs)
            teller.tell(
                    came.heard(),
                    Teller.TRIES_MAX,
                    Composer.group(bot.offers().name(), ChatWords.in("de")));
        else bot.postbox().done(came.heard());
    }

    private Dealt person(List<Came> waiting) throws InterruptedException {
        var seat = bot.correspondence().seat(address);
        if (seat.isEmpty()) {
            doors.outside(waiting.getFirst());
            return Dealt.with(1);
        }
        if (seat.get().known().gone()) bot.postbox().gone(address, false);
        return switch (bot.correspondence().view(seat.get())) {
            case Outcome.Done(var view) -> {
                var on = goesOn(seat.get(), view);
                yield on.isPresent() ? inside(on.get(), waiting) : person(waiting);
            }
            case Outcome.Gone _, Outcome.Unknown _, Outcome.Revoked _, Outcome.KeyReused _ -> {
                bot.correspondence().forget(seat.get());
                doors.outside(waiting.getFirst());
                yield Dealt.with(1);
            }
            case Outcome.Unavailable _ -> Dealt.notBefore(now().plus(BUSY));
        };
    }

    /// Somebody in their conversation, as it is now.
    record Inside(Seat seat, View view, ChatWords words) {}

    private Optional<Inside> goesOn(Seat seat, View view) {
        if (view.next().isPresent()) {
            goOn(seat, view);
            return Optional.empty();
        }
        return Optional.of(new Inside(seat, view, ChatWords.in(view.variant())));
    }

    /// Begins the dialog in which somebody chose to go on, with what was said here.
    private void goOn(Seat seat, View view) {
        var dialog = view.next().orElseThrow().dialog();
        var beginning =
                new Conversations.Beginning(dialog, view.variant(), Telegram.CHANNEL, seat.token());
        bot.hints().forget(chat);
        bot.correspondence().begin(address, beginning, Heard.NOTHING);
    }

    private Dealt inside(Inside inside, List<Came> waiting) throws InterruptedException {
        var came = waiting.getFirst();
        return switch (came.what()) {
            case Incoming.Written _ -> new Writing(this, bot, teller, doors).text(inside, waiting);
            case Incoming.Edited edited -> {
                new Writing(this, bot, teller, doors).edited(inside, came, edited);
                yield Dealt.with(1);
            }
            case Incoming.Tapped tapped -> {
                new Tapping(this, bot, teller, doors).tapped(inside, came, tapped);
                yield Dealt.with(1);
            }
            case Incoming.Sent _ -> new Files(this, bot, teller).files(inside, waiting);
            case Incoming.Voice voice -> {
                new Files(this, bot, teller).spoken(inside, came, voice);
                yield Dealt.with(1);
            }
            case Incoming.Other(_, _, var kind) -> kind(inside, came, kind);
            case Incoming.Blocked _, Incoming.Unblocked _, Incoming.Group _ -> Dealt.with(1);
            case Incoming.Unreadable _ -> Dealt.with(1);
        };
    }

    private Dealt kind(Inside inside, Came came, String kind) throws InterruptedException {
        var said = Composer.words(inside.words().kind(kind));
        teller.tell(came.heard(), came.pending().attempts(), said);
        return Dealt.with(1);
    }

    /// Takes a turn; empty where it was not taken, and the updates wait on or are done with.
    Optional<View> turn(Inside inside, Input input, Heard heard) throws InterruptedException {
        return switch (bot.correspondence().turn(inside.seat(), input, heard)) {
            case Outcome.Done(var view) -> {
                if (view.lifecycle().id().equals("erased")) farewell(view);
                else if (view.next().isPresent()) goOn(inside.seat(), view);
                yield Optional.of(view);
            }
            case Outcome.Gone _, Outcome.Unknown _, Outcome.KeyReused _ -> {
                bot.correspondence().forget(inside.seat());
                teller.tell(heard, 0, Composer.words(inside.words().say("gone")));
                yield Optional.empty();
            }
            case Outcome.Revoked _ -> {
                bot.correspondence().forget(inside.seat());
                teller.tell(heard, 0, Composer.words(inside.words().say("revoked")));
                yield Optional.empty();
            }
            case Outcome.Unavailable _ -> {
                LOG.warn("not taken, it is tried again");
                if (!heard.updates().isEmpty()) teller.again(heard, BUSY);
                yield Optional.empty();
            }
        };
    }

    /// A command without a target, for its own sake.
    Optional<View> command(Inside inside, Command command, String target)
            throws InterruptedException {
        return turn(inside, new Input.Commanded(command, target), Heard.NOTHING);
    }

    /// What is said last goes out at once: nothing of it is left that could be sent later.
    private void farewell(View view) throws InterruptedException {
        bot.hints().clear(chat);
        var said = new StringBuilder();
        for (var one : view.lastTurn()) said.append(one.message().text()).append("\n\n");
        teller.tell(Heard.NOTHING, 0, Composer.words(said.toString().strip()));
    }

    Instant now() {
        return bot.manner().clock().instant();
    }
}
