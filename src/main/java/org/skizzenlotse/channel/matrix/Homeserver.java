// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The bot's account at its homeserver (Matrix client-server API). Every call blocks, for a minute
/// at most but for files, and is made on a virtual thread. JSON goes in and out as the Matrix
/// specification has it; encryption happens behind this.
interface Homeserver extends AutoCloseable {
    /// Why an event cannot be opened yet: its key has not come.
    String NO_KEY = "no key";

    /// The account and where things are: `base` such as `https://matrix.example.org`, the whole
    /// user ID (`@bot:example.org`), and a folder for the crypto store, which holds nothing
    /// readable.
    record Account(String base, String user, String password, Path folder, Keeping keeping) {
        @Override
        public String toString() {
            return "Account[" + base + "]";
        }
    }

    /// Small secrets that must outlive the folder: the recovery key, the device, its token, the
    /// password of the crypto store. Sealed with the installation's keys.
    interface Keeping {
        /// What was kept under this name; empty where nothing was.
        String get(String name);

        /// Durable when this returns; an empty value removes it.
        void put(String name, String value) throws IOException;
    }

    /// Something that happened. `event` is the JSON of the event as the room has it, encrypted or
    /// not; empty for what is no event of a timeline.
    record Happening(Kind kind, String id, String room, String sender, String event) {
        @Override
        public String toString() {
            return "Happening[" + kind + ", " + id + "]";
        }
    }

    /// What can happen.
    enum Kind {
        /// The sender invites the bot.
        INVITED,
        /// The bot is not in the room any more; the sender took it out, if that is known.
        OUT,
        /// An event of a timeline, of somebody else.
        EVENT
    }

    /// Who is told what happens, before the library remembers that it has seen it.
    interface Listener {
        /// What one answer of the homeserver brought, in its order; false where it is not durable
        /// and must come again.
        boolean came(List<Happening> all);

        /// Whether that event came before: a gap is filled back to there.
        boolean isKnown(String event);
    }

    /// A call did not do what it should.
    final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        /// What to do about it.
        public enum How {
            /// Try again, not before [#after].
            NOT_NOW,
            /// It will never be taken like this.
            REFUSED,
            /// The bot has no business in that room (any more).
            GONE
        }

        private final How how;
        private final Duration after;

        /// `why` is one of ours or the homeserver's `errcode`, never content.
        public Failed(How how, Duration after, String why) {
            super(why);
            this.how = how;
            this.after = after;
        }

        public How how() {
            return how;
        }

        public Duration after() {
            return after;
        }
    }

    /// Begins to listen; [Listener] is called from then on. Signs the bot's device with the
    /// account's own cross-signing key, making one where there is none.
    void listen(Listener listener) throws Failed;

    /// Whether the homeserver answers at present, and to us.
    boolean isConnected();

    /// Whether the account was logged out, or nothing comes any more although the homeserver
    /// answers: it must be closed and opened anew.
    boolean isLost();

    void join(String room) throws Failed;

    /// Leaves the room, or refuses the invitation; a room that the bot is not in is left.
    void leave(String room) throws Failed;

    /// Who is in a room, and whether it is encrypted.
    record Room(List<String> members, boolean encrypted) {
        public Room {
            members = List.copyOf(members);
        }
    }

    Room room(String room) throws Failed;

    /// An event as it was meant: `{"type": …, "content": …}`, whether it came encrypted.
    record Opened(String json, boolean encrypted) {
        @Override
        public String toString() {
            return "Opened[" + encrypted + "]";
        }
    }

    /// Opens the JSON of an event of a timeline.
    ///
    /// @throws Failed NOT_NOW while its key is missing ([#NO_KEY]); REFUSED where it can never be
    ///   read
    Opened open(String event) throws Failed;

    /// Sends content of this type, encrypted where the room is. The same transaction ID is never a
    /// second event. Gives the ID of the event.
    String send(String room, String transaction, String type, String content) throws Failed;

    /// Takes back what was said.
    void redact(String room, String transaction, String event) throws Failed;

    void typing(String room, boolean on) throws Failed;

    /// Marks that event as read.
    void read(String room, String event) throws Failed;

    /// Account data of the bot, `{}` where there is none.
    String accountData(String type) throws Failed;

    void setAccountData(String type, String json) throws Failed;

    /// Reads what lies under an `mxc://` address, as it lies there, while it comes.
    <T> T download(String mxc, Reading<T> reading) throws Failed, IOException;

    /// Reads the bytes; they end with the call.
    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream bytes) throws IOException;
    }

    /// Lays so many bytes there as they are read, and gives their `mxc://` address.
    String upload(InputStream bytes, long size, String contentType) throws Failed, IOException;

    /// Ends within a few seconds; what was handed to [Listener] stays handed over.
    @Override
    void close();
}
