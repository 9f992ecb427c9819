// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.database.Written;

/// Takes one turn of a conversation that was found: by what somebody said, by a wake-up, or by
/// somebody who comes in. Each is one transaction, and empty after a conflict.
final class Taking {
    private final Means means;
    private final Attachments attachments;
    private final Unseen unseen;
    private final LongAdder turned = new LongAdder();

    /// What a turn is taken with.
    record Means(
            Installation installation,
            Circumstances circumstances,
            Turns turns,
            Recorder recorder,
            Views views,
            Erasing erasing,
            Listeners listeners) {}

    Taking(Means means, Attachments attachments) {
        this.means = means;
        this.attachments = attachments;
        this.unseen = new Unseen(means.turns());
    }

    Optional<Outcome> turn(Stored stored, TurnRequest request) {
        var installation = means.installation();
        var step = means.circumstances().step(stored, request.channel());
        var dialog = step.dialog();
        var given = step.given().spokenBy(stored.person(), unseen.steps(stored, request.seen()));
        var input = attachments.filled(stored, request.input());
        var turn = installation.engine().turn(dialog, stored.conversation(), input, given);
        if (TurnLimit.refuses(stored, turn))
            return Optional.of(means.views().full(stored, dialog, given));
        var key =
                request.idempotencyKey().isEmpty()
                        ? Optional.<Change.Request>empty()
                        : Optional.of(
                                new Change.Request(
                                        request.idempotencyKey(), request.requestHash()));
        return save(
                new Recorder.Made(
                        stored,
                        dialog,
                        given,
                        input,
                        turn,
                        key,
                        Optional.empty(),
                        List.of(),
                        request.heard()));
    }

    /// One that was leased.
    Optional<Outcome> wakeUp(Stored stored, WakeUpStore.Due due, String owner) {
        return save(means.circumstances().woken(stored, due, owner));
    }

    /// Somebody comes in by a link, called so, on that channel.
    Optional<Outcome> join(Stored stored, Change.Access.Enter enter, String name, String channel) {
        var input = new Input.Joined(enter.person(), name);
        return comeIn(stored, enter, input, new Way(channel, Heard.NOTHING));
    }

    /// On which channel somebody comes, and what a messenger adds.
    private record Way(String channel, Heard heard) {}

    private Optional<Outcome> comeIn(Stored stored, Change.Access access, Input input, Way way) {
        var installation = means.installation();
        var dialog = means.circumstances().dialog(stored);
        var given =
                means.circumstances()
                        .alive(stored, way.channel())
                        .spokenBy(access.person(), Set.of());
        var turn = installation.engine().turn(dialog, stored.conversation(), input, given);
        return save(
                new Recorder.Made(
                        stored,
                        dialog,
                        given,
                        input,
                        turn,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(access),
                        way.heard()));
    }

    /// One more device of theirs waits to be let in; until it is, the channel stays theirs.
    Optional<Outcome> arrive(
            Stored stored, Change.Access.Arrive arrive, Input.Arrived input, Heard heard) {
        return comeIn(stored, arrive, input, new Way(stored.marks().channel(), heard));
    }

    /// Empty after a conflict. What forgets is written first like any other turn: so a turn in
    /// between is noticed, and an erase that is stopped afterwards is known to have begun.
    Optional<Outcome> save(Recorder.Made made) {
        var change = means.recorder().change(made);
        return switch (means.turns().save(change)) {
            case Written.Conflict<Boolean> _ -> Optional.empty();
            case Written.Unavailable<Boolean> _ -> Optional.of(new Outcome.Unavailable());
            case Written.Done<Boolean> _ -> {
                turned.increment();
                var id = change.after().id();
                if (made.turn().forgets()) erase(id);
                means.listeners().written(change);
                yield Optional.of(new Outcome.Done(means.views().of(made, change)));
            }
        };
    }

    void erase(ConversationId id) {
        means.erasing().erase(id);
        means.listeners().nudge(id);
    }

    long turns() {
        return turned.sum();
    }
}
