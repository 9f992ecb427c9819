// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What somebody with Telegram sees of one chat. Whoever waits in vain fails.
public abstract sealed class Onlooker permits Person {
    final World world;
    final ObjectNode user;
    final Room room;
    final Chats chats;

    /// The change that this person made last.
    private volatile long lastAct;

    Onlooker(World world, ObjectNode user, Room room) {
        this.world = world;
        this.user = user;
        this.room = room;
        this.chats = world.chats();
    }

    /// The number of this chat.
    public long chat() {
        return room.id;
    }

    public long id() {
        return user.path("id").asLong();
    }

    /// All of this chat in order; deleted ones are marked.
    public List<Seen> messages() {
        synchronized (chats) {
            return room.posts.values().stream().map(one -> Seen.of(one, world.files())).toList();
        }
    }

    /// The bot's last message that is still there.
    public Seen last() {
        return shown().reduce((_, later) -> later).orElseThrow(() -> missed("any message"));
    }

    /// The first of the bot's messages that is as wanted, now or soon.
    public Seen waitFor(Predicate<Seen> wanted, Duration patience) {
        return chats.await(() -> shown().filter(wanted).findFirst(), patience)
                .orElseThrow(() -> missed("the message"));
    }

    /// The same among those that the bot sent or changed after this person's last act here.
    public Seen waitForAnswer(Predicate<Seen> wanted, Duration patience) {
        long since = lastAct;
        return waitFor(seen -> seen.changed() > since && wanted.test(seen), patience);
    }

    /// How taps were answered, in all chats of this person.
    public List<Toast> toasts() {
        return world.taps().shown(id());
    }

    /// Waits until no button of this person shows any more that something is going on.
    public void waitForRest(Duration patience) {
        var rest = chats.await(() -> Optional.of(true).filter(_ -> unanswered() == 0), patience);
        if (rest.isEmpty()) throw new AssertionError(unanswered() + " taps are not answered");
    }

    public int unanswered() {
        return world.taps().unanswered(id());
    }

    /// What the bot was said to be doing, as `typing`.
    public List<String> actions() {
        synchronized (chats) {
            return List.copyOf(room.actions);
        }
    }

    /// The menu of commands in this private chat.
    public List<BotCommand> commands() {
        return world.commands().seen(room.id, user.path("language_code").asText());
    }

    void acted() {
        lastAct = chats.changes();
    }

    private Stream<Seen> shown() {
        return messages().stream().filter(seen -> seen.fromBot() && !seen.deleted());
    }

    private AssertionError missed(String what) {
        return new AssertionError(
                "waited for %s in vain; shown: %s"
                        .formatted(
                                what, shown().map(seen -> seen.id() + " " + seen.text()).toList()));
    }
}
