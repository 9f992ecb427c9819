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
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;

/// The state of one or more people in one dialog. All answers are in it, also those that do not
/// apply any more (parked); what applies is derived by [Journey]. `entry` says for which call it
/// was handed in, if there was one; `origin` where it came from, if from another one; `reminders`
/// whether any are wanted; `together` who they are. Immutable: [#after] gives the next state.
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
        Together together) {
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
                Together.ALONE);
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
                yield withAnswers(more);
            }
            case Happened.Unanswered(var step) -> {
                var fewer = new HashMap<>(answers);
                fewer.remove(step);
                yield withAnswers(fewer);
            }
            case Happened.Shown(var ids) -> {
                var more = new HashSet<>(shown);
                more.addAll(ids);
                yield with(scope, more, position);
            }
            case Happened.Scoped(var next) -> with(next, shown, position);
            case Happened.Moved(var next) -> with(scope, shown, next);
            case Happened.Went(var next, var number) -> went(next, number);
            case Happened.Entered(var next) -> entered(next);
            case Happened.Spoke(var next) -> as(dialogHash, next);
            case Happened.Upgraded(var hash) -> as(hash, variant);
            case Happened.StartedOver(var at) -> startedOver(at);
            case Happened.Came(var from) -> came(from);
            case Happened.Reminders(var wanted) -> reminded(wanted);
            case Happened.Invited(var person) -> carried(together.invited(person));
            case Happened.Named(var person, var name) -> carried(together.named(person, name));
            case Happened.Joined joined -> carried(together.joined(joined.person()));
            case Happened.Left(var person) -> carried(together.left(person));
            case Happened.Offered(var person) -> carried(together.offered(person));
            case Happened.HandedOver(var person) -> carried(together.handedOver(person));
            case Happened.Beside(var all) -> carried(together.beside(all));
            case Happened.Redacted() -> this;
        };
    }

    private Conversation withAnswers(Map<StepId, Answer> next) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                scope,
                next,
                shown,
                position,
                entry,
                origin,
                reminders,
                together);
    }

    private Conversation with(Scope nextScope, Set<String> nextShown, Position next) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                nextScope,
                answers,
                nextShown,
                next,
                entry,
                origin,
                reminders,
                together);
    }

    private Conversation went(Lifecycle next, String number) {
        var erased = next instanceof Lifecycle.Erased;
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                next,
                number,
                scope,
                erased ? Map.of() : answers,
                erased ? Set.of() : shown,
                erased ? Position.PLAIN : position,
                erased ? null : entry,
                erased ? null : origin,
                reminders,
                erased ? Together.ALONE : together);
    }

    private Conversation entered(ForCall next) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                scope,
                answers,
                shown,
                position,
                next,
                origin,
                reminders,
                together);
    }

    /// Where it came from stays, and whether reminders are wanted: what that one hands over may be
    /// taken now.
    private Conversation startedOver(Instant at) {
        var fresh = begun(id, new Happened.Began(dialog, dialogHash, variant, at));
        var again = origin == null ? fresh : fresh.came(origin.asUnsettled());
        return again.reminded(reminders).carried(together.beside(List.of()));
    }

    private Conversation came(Origin from) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                scope,
                answers,
                shown,
                position,
                entry,
                from,
                reminders,
                together);
    }

    private Conversation reminded(boolean wanted) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                scope,
                answers,
                shown,
                position,
                entry,
                origin,
                wanted,
                together);
    }

    private Conversation carried(Together next) {
        return new Conversation(
                id,
                dialog,
                dialogHash,
                variant,
                startedAt,
                lifecycle,
                reference,
                scope,
                answers,
                shown,
                position,
                entry,
                origin,
                reminders,
                next);
    }

    private Conversation as(String hash, String nextVariant) {
        return new Conversation(
                id,
                dialog,
                hash,
                nextVariant,
                startedAt,
                lifecycle,
                reference,
                scope,
                answers,
                shown,
                position,
                entry,
                origin,
                reminders,
                together);
    }

    @Override
    public String toString() {
        return "Conversation[" + id + " " + dialog + " " + lifecycle.id() + "]";
    }
}
