// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.Optional;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// The room of the team, if there is one (empty: none). Notices are told there; what its members
/// write in the thread of one is passed on, and nothing else that happens there is.
public record Team(String room, Ear ear) {
    /// There is none.
    public static final Team NONE = new Team("", (_, _, _) -> Optional.empty());

    /// Who passes on what is answered to a notice.
    @FunctionalInterface
    public interface Ear {
        /// Whether the text of that member could be passed on; nothing where that event is no
        /// notice.
        Optional<Boolean> answered(String notice, String text, String member);
    }

    boolean isIn(String other) {
        return !room.isEmpty() && room.equals(other);
    }

    /// Deals with what came from there.
    void deal(Came came, Bot bot) throws Failed {
        switch (came.what()) {
            case Incoming.Invited _ -> bot.reach().now().join(room);
            case Incoming.Written said -> written(said, bot);
            default -> {}
        }
        bot.postbox().done(came.heard());
    }

    private void written(Incoming.Written said, Bot bot) throws Failed {
        if (said.thread().isEmpty() || said.text().isEmpty()) return;
        // who has left may still send something that was on its way
        if (!bot.reach().now().room(room).members().contains(said.sender())) return;
        var passed = ear.answered(said.thread(), said.text(), said.sender());
        if (passed.isEmpty()) return;
        var words = MatrixWords.in("de").say(passed.get() ? "team_asked" : "team_not_asked");
        for (var one : Composer.words(words)) say(one, said, bot);
    }

    /// By the way: the question is on its way already.
    private void say(Said words, Incoming.Written said, Bot bot) {
        bot.reach()
                .politely(_ -> bot.line().say(room, words, said.thread(), "team " + said.event()));
    }

    /// A file as it is sent.
    public static final class Sheet {
        private final String name;
        private final String mediaType;
        private final byte[] bytes;

        /// With these bytes.
        public Sheet(String name, String mediaType, byte[] bytes) {
            this.name = name;
            this.mediaType = mediaType;
            this.bytes = bytes.clone();
        }

        String name() {
            return name;
        }

        String mediaType() {
            return mediaType;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// How telling the team went.
    public sealed interface Told {
        /// It is there, as this event.
        record Out(String event) implements Told {}

        /// It is not; why, in a word of ours.
        record Not(String why) implements Told {}
    }
}
