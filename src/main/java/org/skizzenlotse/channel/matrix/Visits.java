// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.List;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.render.DialogText;

/// Coming and going: invitations, who is in a room, and who has left it.
record Visits(Bot bot, Talk talk) {
    /// A room with more people is none to talk in.
    static final int MEMBERS_MAX = 10;

    /// Joins, and says who speaks; where the person has a conversation, it goes on.
    Dealt invited(Came came) throws Failed {
        switch (bot.invites().ask(talk.user(), came.pending().id())) {
            case LATER -> {
                return Dealt.notBefore(bot.manner().now().plus(Invites.PAUSE));
            }
            case REFUSED -> {
                bot.reach().now().leave(talk.room());
                bot.postbox().done(came.heard());
                return Dealt.with(1);
            }
            case FOLLOWED -> {}
        }
        follow(came);
        return Dealt.with(1);
    }

    private void follow(Came came) throws Failed {
        bot.rooms().add(talk.user(), talk.room());
        var homeserver = bot.reach().now();
        try {
            homeserver.join(talk.room());
        } catch (Failed failed) {
            if (failed.how() == Failed.How.NOT_NOW && bot.manner().isSoon(came.pending().at()))
                throw failed;
            // taken back meanwhile, or a room that nobody reaches
            bot.rooms().remove(talk.room());
            bot.postbox().done(came.heard());
            return;
        }
        var room = homeserver.room(talk.room());
        var key = "greeting " + came.pending().id();
        if (leavesCrowd(room.members(), key)) {
            bot.postbox().done(came.heard());
            return;
        }
        if (!room.encrypted()) talk.say("plain_room", key + " plain");
        if (room.members().size() > 2 && !bot.memory().isTold(talk.room()))
            talk.teller().say(others(talk.user()), key + " others");
        leaveOldRooms();
        goesOn(came);
    }

    /// Whether there are too many: then the bot says so and goes.
    private boolean leavesCrowd(List<String> members, String key) throws Failed {
        if (members.size() <= MEMBERS_MAX) return false;
        talk.say("too_many", key);
        bot.reach().now().leave(talk.room());
        bot.rooms().remove(talk.room());
        return true;
    }

    /// Where the person is no more, nobody hears anything.
    private void leaveOldRooms() throws Failed {
        for (var old : bot.rooms().allOf(talk.user()))
            if (!old.equals(talk.room()) && !isIn(old)) leave(old);
    }

    private boolean isIn(String room) {
        try {
            return bot.reach().now().room(room).members().contains(talk.user());
        } catch (Failed unknown) {
            return unknown.how() == Failed.How.NOT_NOW;
        }
    }

    private void leave(String room) throws Failed {
        bot.rooms().remove(room);
        bot.reach().politely(homeserver -> homeserver.leave(room));
    }

    private String others(String owner) {
        return talk.words().say("others", DialogText.escaped(owner));
    }

    /// The conversation that was begun here goes on; else there is one to choose.
    private void goesOn(Came came) {
        var seat = bot.correspondence().seat(talk.address());
        if (seat.isEmpty() || !(bot.correspondence().view(seat.get()) instanceof Outcome.Done)) {
            seat.ifPresent(bot.correspondence()::forget);
            talk.doors().outside(came);
            return;
        }
        if (seat.get().known().gone()) bot.postbox().gone(talk.address(), false);
        bot.correspondence().goBack(seat.get(), came.heard());
    }

    /// The bot was taken out of the room.
    void out(Came came) throws Failed {
        var owner = bot.rooms().owner(talk.room());
        bot.rooms().remove(talk.room());
        if (owner.isPresent() && bot.rooms().of(owner.get()).isEmpty())
            bot.postbox().gone(Bot.address(owner.get()), true);
        bot.postbox().done(came.heard());
    }

    /// The person has left: nothing is said there until they are back. Where they have another
    /// room, or no conversation, the bot leaves, too.
    void left(Came came) throws Failed {
        if (isOwner()) {
            var isLast = bot.rooms().allOf(talk.user()).size() == 1;
            var isOver = bot.correspondence().seat(talk.address()).isEmpty();
            if (isLast) bot.postbox().gone(talk.address(), true);
            if (!isLast || isOver) leave(talk.room());
            if (isLast && isOver) bot.memory().clear(talk.user());
        }
        bot.postbox().done(came.heard());
    }

    /// The person is back, or somebody else has come.
    void joined(Came came) throws Failed {
        if (isOwner()) {
            goesOnIfPaused(came);
            return;
        }
        var owner = bot.rooms().owner(talk.room());
        if (owner.isPresent()) {
            var members = bot.reach().now().room(talk.room()).members();
            var key = "joined " + came.pending().id();
            if (!leavesCrowd(members, key) && !bot.memory().isTold(talk.room()))
                talk.teller().say(others(owner.get()), key);
        }
        bot.postbox().done(came.heard());
    }

    private void goesOnIfPaused(Came came) {
        var seat = bot.correspondence().seat(talk.address());
        if (seat.filter(one -> one.known().gone()).isPresent()) goesOn(came);
        else bot.postbox().done(came.heard());
    }

    private boolean isOwner() throws Failed {
        return bot.rooms().owner(talk.room()).filter(talk.user()::equals).isPresent();
    }
}
