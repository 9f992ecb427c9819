// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.messenger.Sender;
import org.skizzenlotse.channel.messenger.Sender.Sent;
import org.skizzenlotse.channel.messenger.Sender.Telling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How something is said in Matrix. Each message has a transaction ID that follows from what it
/// tells, so that the homeserver takes it once, however often it is sent.
record Line(Reach reach, Rooms rooms, Memory memory) implements Sender.Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A homeserver that was away is there again within a minute for those who wait.
    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    @Override
    public boolean isTogether() {
        return false;
    }

    @Override
    public Duration pauseMax() {
        return PAUSE_MAX;
    }

    @Override
    public Sender.Parcel parcel(Telling telling) {
        var user = telling.letter().seat().address().value();
        var notes = memory.before(user);
        var said =
                Sender.isReminder(telling.said())
                        ? reminder(telling)
                        : Composer.of(telling, notes, () -> tellsHowToAdd(user, telling));
        return new Messages(telling, said, () -> memory.said(user, notes));
    }

    /// Once is enough.
    private boolean tellsHowToAdd(String user, Telling telling) {
        var asked = telling.letter().view().expects().step();
        return memory.earlier(user).filter(step -> !step.equals(asked)).isPresent()
                && !memory.isTold("add " + user);
    }

    /// It may show up on a locked screen: the question comes when somebody wants to see it.
    private static List<Said> reminder(Telling telling) {
        var words = MatrixWords.in(telling.letter().view().variant());
        return Composer.words(Sender.reminder(telling.said()) + "\n\n" + words.say("reminder_how"));
    }

    private final class Messages implements Sender.Parcel {
        private final Telling telling;
        private final String user;
        private final List<Said> said;
        private final Runnable told;

        Messages(Telling telling, List<Said> said, Runnable told) {
            this.telling = telling;
            this.user = telling.letter().seat().address().value();
            this.said = said;
            this.told = told;
        }

        @Override
        public int pieces() {
            return said.size();
        }

        @Override
        public Sent send(int piece) {
            try {
                var room = rooms.of(user);
                if (room.isEmpty()) return new Sent.Gone("no room");
                var event =
                        say(
                                room.get(),
                                said.get(piece),
                                memory.thread(user, room.get()),
                                key(piece));
                if (asks() && piece + 1 == said.size())
                    memory.asked(user, event, telling.letter().view().expects().step());
                return new Sent.Out();
            } catch (Failed failed) {
                return switch (failed.how()) {
                    case NOT_NOW -> new Sent.NotNow(failed.after(), why(failed));
                    case GONE -> new Sent.Gone(why(failed));
                    case REFUSED -> {
                        LOG.error("not sent why={}", why(failed));
                        yield new Sent.Out();
                    }
                };
            }
        }

        private boolean asks() {
            return telling.asks() && !Sender.isReminder(telling.said());
        }

        private String key(int piece) {
            var post = telling.first();
            return post.conversation().value()
                    + " "
                    + post.address()
                    + " "
                    + post.last()
                    + " "
                    + post.at().toEpochMilli()
                    + " "
                    + piece;
        }

        @Override
        public void allSent() {
            told.run();
            reach.politely(homeserver -> {
                var room = rooms.of(user);
                if (room.isPresent()) homeserver.typing(room.get(), false);
            });
        }
    }

    static String why(Failed failed) {
        return String.valueOf(failed.getMessage());
    }

    /// Sends it; `key` says what it tells. The ID of the event.
    String say(String room, Said said, String thread, String key) throws Failed {
        var content =
                JSON.createObjectNode()
                        // not m.notice: phones do not ring for that
                        .put("msgtype", "m.text")
                        .put("body", said.plain())
                        .put("format", "org.matrix.custom.html")
                        .put("formatted_body", said.html());
        content.putObject("m.mentions");
        relate(content, thread);
        return reach.now().send(room, transaction(key), "m.room.message", content.toString());
    }

    /// Puts it into a thread, if there is one.
    static void relate(ObjectNode content, String thread) {
        if (thread.isEmpty()) return;
        var relation = content.putObject("m.relates_to");
        relation.put("rel_type", "m.thread").put("event_id", thread);
        relation.put("is_falling_back", true);
        relation.putObject("m.in_reply_to").put("event_id", thread);
    }

    /// A transaction ID that tells nothing of what it follows from.
    static String transaction(String key) {
        return "lotse-" + Hash.of(key);
    }
}
