// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.chat.Heard;

/// What one turn writes as long as the person has not agreed, or not to the text in force. There is
/// no place in it for anything that they said: of answers it knows decisions, of messages those in
/// texts that everybody gets. What was stored with an earlier consent stays as it is.
public record Unagreed(
        Stored before,
        Stored.Marks marks,
        Instant at,
        List<Fact> facts,
        List<KnownTexts.Telling> tellings,
        Rest rest)
        implements Writable {
    /// Copies the lists.
    public Unagreed {
        facts = List.copyOf(facts);
        tellings = List.copyOf(tellings);
    }

    /// What else is written. A secret is one of our own making; a redaction takes away from what is
    /// there.
    public record Rest(
            Optional<Change.Request> request,
            Optional<Change.WakeUp> answered,
            List<Change.WakeUp> wakeUps,
            List<Change.Errand> errands,
            Change.Redaction redaction,
            Optional<String> secret,
            Optional<Change.Held> files,
            Optional<AuditEntry> audit,
            List<Change.Access> access,
            Heard heard) {
        /// Copies the lists.
        public Rest {
            wakeUps = List.copyOf(wakeUps);
            errands = List.copyOf(errands);
            access = List.copyOf(access);
        }

        /// Of all the rows of a turn those in which nobody is named.
        ///
        /// @throws IllegalArgumentException when there is more
        public static Rest of(Change.Rows rows) {
            var named = rows.errands().stream().anyMatch(one -> one.recipient().isPresent());
            var fresh = rows.files().filter(one -> !one.fresh().isEmpty()).isPresent();
            if (named || fresh || rows.submission().isPresent())
                throw new IllegalArgumentException("more than may be stored without consent");
            return new Rest(
                    rows.request(),
                    rows.answered(),
                    rows.wakeUps(),
                    rows.errands(),
                    rows.redaction(),
                    rows.secret(),
                    rows.files(),
                    rows.audit(),
                    rows.access(),
                    rows.heard());
        }
    }

    /// A fact that may be stored.
    public sealed interface Fact {
        /// As the history has it.
        Happened happened();

        /// What may be stored of a fact that follows on this state; nothing of names.
        ///
        /// @throws IllegalArgumentException when somebody answered more than yes or no
        static Optional<Fact> of(Happened happened, Conversation before) {
            return switch (happened) {
                case Happened.Wordless wordless -> Optional.of(new Told(wordless));
                case Happened.Named _, Happened.Beside _ -> Optional.empty();
                case Happened.Remarked _, Happened.Met _ -> Optional.empty();
                case Happened.Answered(var step, var answer) ->
                        Optional.of(answered(step, answer, before));
                case Happened.Moved(var position) ->
                        Optional.of(
                                new Halted(
                                        Halt.of(position.aside()),
                                        position.tries(),
                                        position.paused(),
                                        position.goesOn()));
            };
        }
    }

    private static Fact answered(StepId step, Answer answer, Conversation before) {
        var value = answer.value();
        if (value == null) return new Open(step, answer.status(), answer.provenance());
        if (value instanceof Value.Decision(var yes))
            return new Decided(step, yes, answer.provenance());
        if (value instanceof Value.Files(var left)
                && before.answer(step).flatMap(Answer::given).orElse(null)
                        instanceof Value.Files(var there)
                && there.containsAll(left))
            return new Left(step, new Value.Files(left), answer.provenance());
        throw new IllegalArgumentException("an answer without consent");
    }

    /// One that has no place for words by itself.
    record Told(Happened.Wordless happened) implements Fact {}

    /// A yes or no, with its receipt.
    record Decided(StepId step, boolean yes, Answer.Provenance from) implements Fact {
        @Override
        public Happened happened() {
            return new Happened.Answered(step, decision(yes, from));
        }
    }

    /// That there is no answer, or none any more.
    record Open(StepId step, Answer.Status status, Answer.Provenance from) implements Fact {
        @Override
        public Happened happened() {
            return new Happened.Answered(step, new Answer(status, null, from));
        }
    }

    /// Files that were there already and stay when others are taken away.
    record Left(StepId step, Value.Files files, Answer.Provenance from) implements Fact {
        @Override
        public Happened happened() {
            return new Happened.Answered(step, Answer.of(files, from));
        }
    }

    /// What interrupts.
    record Halted(Halt halt, int tries, boolean paused, String goesOn) implements Fact {
        @Override
        public Happened happened() {
            return new Happened.Moved(new Position(halt.aside(), tries, paused, null, goesOn));
        }
    }

    /// An interruption without anything proposed but a yes or no.
    sealed interface Halt {
        Aside aside();

        /// What may be stored of an interruption: nothing of one that holds words.
        static Halt of(Aside aside) {
            return switch (aside) {
                case Aside.AskingBack(var step, var reason, var proposed, var command) ->
                        proposed == null
                                ? new Asking(step, reason, null, command)
                                : proposed.value() instanceof Value.Decision(var yes)
                                        ? new Asking(
                                                step,
                                                reason,
                                                new Decided(step, yes, proposed.provenance()),
                                                command)
                                        : new Plain(Door.NONE, Command.HELP);
                case Aside.Changing(var step) -> new Again(step);
                case Aside.Choosing(var command) -> new Plain(Door.CHOOSING, command);
                case Aside.Removing(var step, var file) -> new Removing(step, file);
                case Aside.Parting(var person) -> new Parting(person);
                case Aside.Confirming(var command) -> new Plain(Door.CONFIRMING, command);
                case Aside.Stopping() -> new Plain(Door.STOPPING, Command.STOP);
                case Aside.None _, Aside.Noting _, Aside.Impact _ ->
                        new Plain(Door.NONE, Command.HELP);
            };
        }
    }

    /// What interrupts by a command alone.
    enum Door {
        NONE,
        CHOOSING,
        CONFIRMING,
        STOPPING
    }

    record Plain(Door door, Command command) implements Halt {
        @Override
        public Aside aside() {
            return switch (door) {
                case NONE -> new Aside.None();
                case CHOOSING -> new Aside.Choosing(command);
                case CONFIRMING -> new Aside.Confirming(command);
                case STOPPING -> new Aside.Stopping();
            };
        }
    }

    record Parting(int person) implements Halt {
        @Override
        public Aside aside() {
            return new Aside.Parting(person);
        }
    }

    record Removing(StepId step, String file) implements Halt {
        @Override
        public Aside aside() {
            return new Aside.Removing(step, file);
        }
    }

    record Again(StepId step) implements Halt {
        @Override
        public Aside aside() {
            return new Aside.Changing(step);
        }
    }

    record Asking(
            StepId step, Aside.Reason reason, @Nullable Decided proposed, @Nullable Command command)
            implements Halt {
        @Override
        public Aside aside() {
            var answer = proposed == null ? null : decision(proposed.yes(), proposed.from());
            return new Aside.AskingBack(step, reason, answer, command);
        }
    }

    private static Answer decision(boolean yes, Answer.Provenance from) {
        return Answer.of(new Value.Decision(yes), from);
    }

    @Override
    public List<Happened> happened() {
        return facts.stream().map(Fact::happened).toList();
    }

    @Override
    public List<Message> messages() {
        return tellings.stream().map(KnownTexts.Telling::message).toList();
    }

    @Override
    public Conversation after() {
        var after = before.conversation();
        for (var fact : happened()) after = after.after(fact);
        return after;
    }

    @Override
    public Change.Rows rows() {
        return new Change.Rows(
                rest.request(),
                rest.answered(),
                rest.wakeUps(),
                rest.errands(),
                Optional.empty(),
                rest.redaction(),
                rest.secret(),
                rest.files(),
                rest.audit(),
                rest.access(),
                rest.heard());
    }

    @Override
    public String toString() {
        return "Unagreed[" + before.conversation().id() + "]";
    }
}
