// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// One fact of a conversation's history. Each sets a part of the state, so that one that was
/// redacted can be skipped when a later one sets the same; folding all of them gives the state.
public sealed interface Happened {

    /// A fact in which there is no place for anything that a person said.
    sealed interface Wordless extends Happened {}

    /// It began.
    record Began(String dialog, String dialogHash, String variant, Instant at)
            implements Wordless {}

    /// A step was answered, or changed.
    record Answered(StepId step, Answer answer) implements Happened {}

    /// An answer was taken away.
    record Unanswered(StepId step) implements Wordless {}

    /// Notices and headings were shown.
    record Shown(Set<String> ids) implements Wordless {
        /// Copies the set.
        public Shown {
            ids = Set.copyOf(ids);
        }
    }

    /// The scope was chosen.
    record Scoped(Scope scope) implements Wordless {}

    /// What interrupts has changed.
    record Moved(Position position) implements Happened {}

    /// The lifecycle went on; the reference is empty before the first submission.
    record Went(Lifecycle lifecycle, String reference) implements Wordless {}

    /// It was handed in for a call, or after it for consultation.
    record Entered(ForCall entry) implements Wordless {}

    /// Another language or simple language was chosen.
    record Spoke(String variant) implements Wordless {}

    /// The conversation went on with another version of its dialog.
    record Upgraded(String dialogHash) implements Wordless {}

    /// The conversation went on with a version to which migrations lead, and this became of its
    /// answers.
    record Migrated(String dialogHash, List<Carry> carried) implements Wordless {
        /// Copies the list.
        public Migrated {
            carried = List.copyOf(carried);
        }
    }

    /// A new draft began in the same conversation; answers of the old one are gone.
    record StartedOver(Instant at) implements Wordless {}

    /// It came from another conversation, or what that one hands over was settled.
    record Came(Origin from) implements Wordless {}

    /// Reminders are wanted, or not any more.
    record Reminders(boolean wanted) implements Wordless {}

    /// Somebody was asked to work along.
    record Invited(int person) implements Wordless {}

    /// Somebody said how they are called, or was called so by who invited them.
    record Named(int person, String name) implements Happened {
        @Override
        public String toString() {
            return "Named[" + person + "]";
        }
    }

    /// Somebody agreed to these words and works along from then on.
    record Joined(int person, String words, String variant, String channel, Instant at)
            implements Wordless {}

    /// Somebody does not work along any more; their name is gone.
    record Left(int person) implements Wordless {}

    /// The responsibility is offered to this person; 0 for nobody any more.
    record Offered(int person) implements Wordless {}

    /// This person is responsible from now on.
    record HandedOver(int person) implements Wordless {}

    /// Another device waits to come in, or none any more (null).
    record Arrived(@Nullable Arrival arrival) implements Wordless {}

    /// All answers that stand side by side now.
    record Beside(List<Together.SideBySide> all) implements Happened {
        /// Copies the list.
        public Beside {
            all = List.copyOf(all);
        }
    }

    /// Staff or an applicant said something to the other.
    record Remarked(Remark remark) implements Happened {}

    /// Staff said where it stands, in words of the installation (empty: the usual ones).
    record Stood(String status, String words, Instant at) implements Wordless {}

    /// A meeting was proposed, settled, or is none any more (null).
    record Met(@Nullable Meeting meeting) implements Happened {}

    /// What stood here was redacted.
    record Redacted() implements Wordless {}

    /// The state after all of these, beginning with a [Began].
    ///
    /// @throws IllegalArgumentException when it does not begin with one
    static Conversation fold(ConversationId id, List<Happened> history) {
        if (!(history.getFirst() instanceof Began began))
            throw new IllegalArgumentException("a history begins with its beginning");
        var conversation = Conversation.begun(id, began);
        for (var one : history.subList(1, history.size())) conversation = conversation.after(one);
        return conversation;
    }
}
