// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.channel.Address;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Correspondence.Seat;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One person in one room: who may say something there, and what becomes of what they say.
final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    /// A database that is busy is so for moments.
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Bot bot;
    private final String room;
    private final String user;
    private final Address address;
    private final Teller teller;
    private final Doors doors;

    Talk(Bot bot, String room, String user) {
        this.bot = bot;
        this.room = room;
        this.user = user;
        this.address = Bot.address(user);
        this.teller = new Teller(bot, room, user);
        this.doors = new Doors(bot, this);
    }

    /// Deals with what came first; `behind` came after it and may belong to it.
    Dealt deal(Came came, List<Pending> behind) throws Failed, InterruptedException {
        switch (came.what()) {
            case Incoming.Invited _ -> {
                return new Visits(bot, this).invited(came);
            }
            case Incoming.Out _ -> new Visits(bot, this).out(came);
            case Incoming.Joined _ -> new Visits(bot, this).joined(came);
            case Incoming.Left _ -> new Visits(bot, this).left(came);
            case Incoming.Ignored _ -> bot.postbox().done(came.heard());
            case Incoming.Written _, Incoming.Edited _, Incoming.Reacted _, Incoming.Sent _ -> {
                return person(came, behind);
            }
            case Incoming.Voice _, Incoming.TakenBack _, Incoming.Other _ -> {
                return person(came, behind);
            }
        }
        return Dealt.with(1);
    }

    /// Whether this person is the one who talks with the bot in this room. Where that is not known
    /// and they are alone with it, they are.
    boolean isOwners() throws Failed {
        var owner = bot.rooms().owner(room);
        if (owner.isPresent()) return owner.get().equals(user);
        var members = bot.reach().now().room(room).members();
        if (members.size() != 2 || !members.contains(user)) return false;
        bot.rooms().add(user, room);
        return true;
    }

    private Dealt person(Came came, List<Pending> behind) throws Failed, InterruptedException {
        if (!isOwners()) {
            bot.postbox().done(came.heard());
            return Dealt.with(1);
        }
        bot.rooms().heard(user, room);
        if (came.what() instanceof Incoming.Written written)
            bot.memory().writes(user, room, written.thread());
        if (came.what() instanceof Incoming.Sent sent)
            bot.memory().writes(user, room, sent.thread());
        var event = came.what().read();
        if (!event.isEmpty()) bot.reach().politely(homeserver -> homeserver.read(room, event));
        return at(came, behind);
    }

    private Dealt at(Came came, List<Pending> behind) throws InterruptedException {
        var seat = bot.correspondence().seat(address);
        if (seat.isEmpty()) {
            doors.outside(came);
            return Dealt.with(1);
        }
        if (seat.get().known().gone()) bot.postbox().gone(address, false);
        return switch (bot.correspondence().view(seat.get())) {
            case Outcome.Done(var view) -> {
                if (view.next().isPresent()) {
                    goOn(seat.get(), view);
                    yield at(came, behind);
                }
                yield inside(inside(seat.get(), view), came, behind);
            }
            case Outcome.Gone _, Outcome.Unknown _, Outcome.Revoked _, Outcome.KeyReused _ -> {
                bot.correspondence().forget(seat.get());
                doors.outside(came);
                yield Dealt.with(1);
            }
            case Outcome.Unavailable _ -> Dealt.notBefore(bot.manner().now().plus(BUSY));
        };
    }

    /// Somebody in their conversation, as it is now.
    record Inside(Seat seat, View view, MatrixWords words) {}

    private static Inside inside(Seat seat, View view) {
        return new Inside(seat, view, MatrixWords.in(view.variant()));
    }

    /// Begins the dialog in which somebody chose to go on, with what was said here.
    private void goOn(Seat seat, View view) {
        var dialog = view.next().orElseThrow().dialog();
        var beginning =
                new Conversations.Beginning(dialog, view.variant(), Matrix.CHANNEL, seat.token());
        bot.correspondence().begin(address, beginning, Heard.NOTHING);
    }

    private Dealt inside(Inside inside, Came came, List<Pending> behind)
            throws InterruptedException {
        var writing = new Writing(bot, this, doors);
        switch (came.what()) {
            case Incoming.Written written -> {
                return writing.text(inside, came, behind);
            }
            case Incoming.Edited edited -> writing.edited(inside, came, edited);
            case Incoming.Reacted reacted -> writing.reacted(inside, came, reacted);
            case Incoming.TakenBack back -> writing.takenBack(inside, came, back);
            case Incoming.Sent _ -> {
                return new FilesIn(bot, this).files(inside, came, behind);
            }
            case Incoming.Voice voice -> new FilesIn(bot, this).spoken(inside, came, voice);
            case Incoming.Other(_, _, var kind) -> teller.tell(came, inside.words().kind(kind));
            case Incoming.Invited _, Incoming.Out _, Incoming.Joined _ -> {}
            case Incoming.Left _, Incoming.Ignored _ -> {}
        }
        return Dealt.with(1);
    }

    /// Takes a turn; empty where it was not taken, and what came waits on or is done with.
    Optional<View> turn(Inside inside, Input input, Heard heard) throws InterruptedException {
        return switch (bot.correspondence().turn(inside.seat(), input, heard)) {
            case Outcome.Done(var view) -> {
                if (view.lifecycle().id().equals("erased")) farewell(view);
                else if (view.next().isPresent()) goOn(inside.seat(), view);
                yield Optional.of(view);
            }
            case Outcome.Gone _, Outcome.Unknown _, Outcome.KeyReused _ -> {
                bot.correspondence().forget(inside.seat());
                yield toldInstead(inside, heard, "gone");
            }
            case Outcome.Revoked _ -> {
                bot.correspondence().forget(inside.seat());
                yield toldInstead(inside, heard, "revoked");
            }
            case Outcome.Unavailable _ -> {
                LOG.warn("not taken, it is tried again");
                if (!heard.updates().isEmpty()) teller.again(heard, BUSY);
                yield Optional.empty();
            }
        };
    }

    private Optional<View> toldInstead(Inside inside, Heard heard, String key) {
        var of = inside.seat().conversation().value();
        teller.say(inside.words().say(key), key + " " + of);
        bot.postbox().done(heard);
        return Optional.empty();
    }

    /// What is said last goes out at once: nothing of it is left that could be sent later.
    private void farewell(View view) {
        bot.memory().clear(user);
        var said = new StringBuilder();
        for (var one : view.lastTurn()) said.append(one.message().text()).append("\n\n");
        said.append(MatrixWords.in(view.variant()).say("farewell"));
        teller.say(said.toString(), "farewell " + view.id().value());
    }

    /// The words of the channel, in the language of the conversation if there is one.
    MatrixWords words() {
        return bot.correspondence()
                .seat(address)
                .map(bot.correspondence()::view)
                .filter(Outcome.Done.class::isInstance)
                .map(one -> ((Outcome.Done) one).view().variant())
                .map(MatrixWords::in)
                .orElseGet(() -> MatrixWords.in(""));
    }

    /// Says some of them, and what came is dealt with.
    void tell(Came came, String key) {
        teller.tell(came, words().say(key));
    }

    /// Says some of them by the way; `by` tells this from other times.
    void say(String key, String by) {
        teller.say(words().say(key), by);
    }

    String room() {
        return room;
    }

    String user() {
        return user;
    }

    Address address() {
        return address;
    }

    Teller teller() {
        return teller;
    }

    Doors doors() {
        return doors;
    }
}
