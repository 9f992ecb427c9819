// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// The state of one or more people in one dialog. All answers are in it, also those that do not
/// apply any more (parked); what applies is derived by [Journey]. `entry` says for which call it
/// was handed in, if there was one; `origin` where it came from, if from another one; `reminders`
/// whether any are wanted; `together` who they are; `consultation` what staff say. Immutable:
/// [#after] gives the next state.
public record Conversation(
        ConversationId id,
        String dialog,
        String dialogHash,
        String variant,
        Instant startedAt,
        Lifecycle lifecycle,
        String reference,
        Scope scope,
        Map<StepId, Answer> answers,
        Set<String> shown,
        Position position,
        @Nullable ForCall entry,
        @Nullable Origin origin,
        boolean reminders,
        Together together,
        @Nullable Arrival arrival,
        Consultation consultation) {
    /// Copies the collections.
    public Conversation {
        answers = Map.copyOf(answers);
        shown = Set.copyOf(shown);
    }

    /// A fresh one.
    public static Conversation begun(ConversationId id, Happened.Began began) {
        return new Conversation(
                id,
                began.dialog(),
                began.dialogHash(),
                began.variant(),
                began.at(),
                new Lifecycle.Draft(),
                "",
                Scope.OPEN,
                Map.of(),
                Set.of(),
                Position.PLAIN,
                null,
                null,
                true,
                Together.ALONE,
                null,
                Consultation.NONE);
    }

    /// The answer to a step, whether it applies or not.
    public Optional<Answer> answer(StepId step) {
        return Optional.ofNullable(answers.get(step));
    }

    /// The state after one fact of history.
    public Conversation after(Happened happened) {
        return switch (happened) {
            case Happened.Began began -> begun(id, began);
            case Happened.Answered(var step, var answer) -> {
                var more = new HashMap<>(answers);
                more.put(step, answer);
                yield with(parts -> parts.answers = more);
            }
            case Happened.Unanswered(var step) -> {
                var fewer = new HashMap<>(answers);
                fewer.remove(step);
                yield with(parts -> parts.answers = fewer);
            }
            case Happened.Shown(var ids) -> {
                var more = new HashSet<>(shown);
                more.addAll(ids);
                yield with(parts -> parts.shown = more);
            }
            case Happened.Scoped(var next) -> with(parts -> parts.scope = next);
            case Happened.Moved(var next) -> with(parts -> parts.position = next);
            case Happened.Went(var next, var number) -> went(next, number);
            case Happened.Entered(var next) -> with(parts -> parts.entry = next);
            case Happened.Spoke(var next) -> with(parts -> parts.variant = next);
            case Happened.Upgraded(var hash) -> with(parts -> parts.dialogHash = hash);
            case Happened.Migrated(var hash, var carried) -> migrated(hash, carried);
            case Happened.StartedOver(var at) -> startedOver(at);
            case Happened.Came(var from) -> with(parts -> parts.origin = from);
            case Happened.Reminders(var wanted) -> with(parts -> parts.reminders = wanted);
            case Happened.Invited(var person) -> carried(together.invited(person));
            case Happened.Named(var person, var name) -> carried(together.named(person, name));
            case Happened.Joined joined -> carried(together.joined(joined.person()));
            case Happened.Left(var person) -> carried(together.left(person));
            case Happened.Offered(var person) -> carried(together.offered(person));
            case Happened.HandedOver(var person) -> carried(together.handedOver(person));
            case Happened.Arrived(var next) -> with(parts -> parts.arrival = next);
            case Happened.Beside(var all) -> carried(together.beside(all));
            case Happened.Remarked(var remark) -> consulting(consultation.with(remark));
            case Happened.Stood(var status, var words, var at) ->
                    consulting(consultation.standing(status, words, at));
            case Happened.Met(var meeting) -> consulting(consultation.meeting(meeting));
            case Happened.Redacted() -> this;
        };
    }

    private Conversation went(Lifecycle next, String number) {
        return with(parts -> {
            parts.lifecycle = next;
            parts.reference = number;
            if (!(next instanceof Lifecycle.Erased)) return;
            parts.answers = Map.of();
            parts.shown = Set.of();
            parts.position = Position.PLAIN;
            parts.entry = null;
            parts.origin = null;
            parts.together = Together.ALONE;
            parts.arrival = null;
            parts.consultation = Consultation.NONE;
        });
    }

    private Conversation migrated(String hash, List<Carry> carried) {
        return with(parts -> {
            parts.dialogHash = hash;
            parts.answers = Carry.answers(answers, carried);
            parts.position = Carry.position(position, carried);
            parts.together = together.beside(Carry.beside(together.sideBySide(), carried));
            if (lifecycle instanceof Lifecycle.Reopened(var revision, var steps))
                parts.lifecycle = new Lifecycle.Reopened(revision, Carry.steps(steps, carried));
        });
    }

    private Conversation consulting(Consultation next) {
        return with(parts -> parts.consultation = next);
    }

    /// Where it came from stays, and whether reminders are wanted: what that one hands over may be
    /// taken now.
    private Conversation startedOver(Instant at) {
        var fresh = begun(id, new Happened.Began(dialog, dialogHash, variant, at));
        return fresh.with(parts -> {
            parts.origin = origin == null ? null : origin.asUnsettled();
            parts.reminders = reminders;
            parts.together = together.beside(List.of());
        });
    }

    private Conversation carried(Together next) {
        return with(parts -> parts.together = next);
    }

    private Conversation with(Consumer<Parts> change) {
        var parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /// What a fact can change, for as long as it takes.
    private static final class Parts {
        private final Conversation before;
        private String dialogHash;
        private String variant;
        private Lifecycle lifecycle;
        private String reference;
        private Scope scope;
        private Map<StepId, Answer> answers;
        private Set<String> shown;
        private Position position;
        private @Nullable ForCall entry;
        private @Nullable Origin origin;
        private boolean reminders;
        private Together together;
        private @Nullable Arrival arrival;
        private Consultation consultation;

        Parts(Conversation before) {
            this.before = before;
            dialogHash = before.dialogHash;
            variant = before.variant;
            lifecycle = before.lifecycle;
            reference = before.reference;
            scope = before.scope;
            answers = before.answers;
            shown = before.shown;
            position = before.position;
            entry = before.entry;
            origin = before.origin;
            reminders = before.reminders;
            together = before.together;
            arrival = before.arrival;
            consultation = before.consultation;
        }

        Conversation whole() {
            return new Conversation(
                    before.id,
                    before.dialog,
                    dialogHash,
                    variant,
                    before.startedAt,
                    lifecycle,
                    reference,
                    scope,
                    answers,
                    shown,
                    position,
                    entry,
                    origin,
                    reminders,
                    together,
                    arrival,
                    consultation);
        }
    }

    @Override
    public String toString() {
        return "Conversation[" + id + " " + dialog + " " + lifecycle.id() + "]";
    }
}
