// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.List;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Dealt;

/// Coming and going: invitations, who is in a room, and who has left it.
record Visits(Bot bot, Talk talk) {
    /// A room with more people is none to talk in.
    static final int MEMBERS_MAX = 10;

    /// Joins, and says who speaks; where the person has a conversation, it goes on.
    Dealt invited(Came came) throws Failed {
        switch (bot.invites().ask(talk.user())) {
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
            if (failed.how() == Failed.How.NOT_NOW) throw failed;
            // taken back meanwhile
            bot.rooms().remove(talk.room());
            bot.postbox().done(came.heard());
            return;
        }
        var room = homeserver.room(talk.room());
        var key = "greeting " + came.pending().id();
        if (room.members().size() > MEMBERS_MAX) {
            talk.teller().say(MatrixWords.in("").say("too_many"), key);
            homeserver.leave(talk.room());
            bot.rooms().remove(talk.room());
            bot.postbox().done(came.heard());
            return;
        }
        var words = MatrixWords.in("");
        if (!room.encrypted()) talk.teller().say(words.say("plain_room"), key + " plain");
        if (isCrowded(room.members())) talk.teller().say(others(words), key + " others");
        goesOn(came);
    }

    private static boolean isCrowded(List<String> members) {
        return members.size() > 2;
    }

    private String others(MatrixWords words) {
        return words.say("others", talk.user());
    }

    /// The conversation that was begun here goes on; else there is one to choose.
    private void goesOn(Came came) {
        var seat = bot.correspondence().seat(talk.address());
        if (seat.isEmpty()) {
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

    /// The person has left: nothing is said there until they are back.
    void left(Came came) throws Failed {
        if (isOwner()) bot.postbox().gone(talk.address(), true);
        bot.postbox().done(came.heard());
    }

    /// The person is back, or somebody else has come.
    void joined(Came came) throws Failed {
        if (isOwner()) {
            goesOnIfPaused(came);
            return;
        }
        var owner = bot.rooms().owner(talk.room());
        if (owner.isEmpty()) {
            bot.postbox().done(came.heard());
            return;
        }
        talk.teller().tell(came, MatrixWords.in("").say("others", owner.get()));
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
