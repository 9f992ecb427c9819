// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;

/// What a turn wants done, as data. All of it is written in the turn's transaction.
public sealed interface Effect {

    /// Say something.
    record Send(Message message) implements Effect {}

    /// Store an immutable submission of the sketch as it is after the turn.
    record Submit(String reference, int revision) implements Effect {}

    /// Add to this turn's submission what that conversation has to bring along, if it is still
    /// there.
    record Attach(Origin from) implements Effect {}

    /// Come back with [Input.TimedOut] of this kind; replaces an earlier wake-up of the kind.
    record WakeAt(String kind, Instant at) implements Effect {}

    /// Erase everything: the key first. `why` is a word for what is over, empty where the person
    /// wants it.
    record Forget(String why) implements Effect {
        /// Because the person wants it.
        public Forget() {
            this("");
        }
    }

    /// Redact what was answered and said so far, because a new draft begins.
    record Redact() implements Effect {}

    /// Take an answer out of everything that is stored, or of it these files only. `words` stand in
    /// its place from now on. Of answers that were ever given only those go that are by `whose`
    /// alone; by whomever where that is 0.
    record Remove(StepId step, Set<String> files, String words, int whose) implements Effect {
        /// Copies the set.
        public Remove {
            files = Set.copyOf(files);
        }
    }

    /// Tell staff that something was taken out of a sketch that they have.
    record TellRemoved() implements Effect {}

    /// Confirm to the applicants, at the address that they gave for it, that a revision was handed
    /// in.
    record Confirm(String address, String reference, int revision) implements Effect {
        @Override
        public String toString() {
            return "Confirm[" + reference + " " + revision + "]";
        }
    }

    /// Tell the applicants by mail what the conversation says by itself, at the address that they
    /// gave for it: `day` in their words is when something ends, empty for a reminder; the number
    /// is another one each day.
    record Write(String address, About about, String day, int number) implements Effect {
        /// What it is about.
        public enum About {
            /// Something that was begun waits.
            REMINDER,
            /// A draft ends.
            DRAFT_ENDS,
            /// What was handed in ends.
            SUBMITTED_ENDS,
            /// Somebody else becomes responsible.
            SILENCE_ENDS,
            /// Staff said something.
            STAFF;

            /// The name in rows.
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String toString() {
            return "Write[" + about + " " + number + "]";
        }
    }

    /// Make a key by which one comes back, in place of an earlier one, and fill it into the message
    /// of kind [Message.Kind#KEY] of this turn. It is said once and stored as a hash only.
    record GiveKey() implements Effect {}

    /// Tell staff that a sketch is erased because its time is over.
    record TellExpired(String reference) implements Effect {}

    /// Make a link by which that person comes in once, and fill it into the message of kind
    /// [Message.Kind#LINK] of this turn. It is said once and stored as a hash only.
    record Invite(int person) implements Effect {}

    /// Make a link and a code by which another device of that person shows up once, and fill the
    /// code into the message of kind [Message.Kind#MOVE] of this turn. Both are told once and
    /// stored as hashes only.
    record MoveOn(int person) implements Effect {}

    /// The device of that person that waits comes in.
    record Admit(int person) implements Effect {}

    /// The device of that person that waits does not come in.
    record TurnAway(int person) implements Effect {}

    /// Whatever that person comes in by ends now, and their name goes from the history.
    record PartWith(int person) implements Effect {}

    /// Tell staff that the applicants said something; `number` is that of the remark.
    record TellRemark(int number) implements Effect {}

    /// Tell staff that a submitted sketch was taken back.
    record TellWithdrawn(String reference) implements Effect {}
}
