// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.sketch.Attached;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;

/// What a conversation may know of others: the dialogs in force, and what the one that it came from
/// hands over. That one is read each time, so that what was erased there is not offered any more.
final class Neighbours {
    private final Installation installation;
    private final Published published;
    private final Turns turns;
    private final SubmissionStore submissions;
    private final Receipts receipts;

    /// What is read of conversations.
    record Stores(Turns turns, SubmissionStore submissions, Receipts receipts) {}

    Neighbours(Installation installation, Published published, Stores stores) {
        this.receipts = stores.receipts();
        this.submissions = stores.submissions();
        this.installation = installation;
        this.published = published;
        this.turns = stores.turns();
    }

    /// Where a conversation comes from that is begun with this token; from nowhere when the token
    /// is of none that is there, or of somebody who is not responsible for it.
    Optional<Origin> origin(String token, Instant now) {
        if (token.isEmpty() || !(turns.find(token, "", now) instanceof Found.Known(var from, _)))
            return Optional.empty();
        var conversation = from.conversation();
        var responsible = conversation.together().responsible() == from.person();
        return conversation.lifecycle() instanceof Lifecycle.Erased || !responsible
                ? Optional.empty()
                : Optional.of(
                        new Origin(
                                conversation.id(),
                                conversation.dialog(),
                                brings(conversation),
                                false));
    }

    /// The same for a turn of this conversation.
    Given beside(Given given, Conversation conversation) {
        var around = of(conversation.dialog(), conversation.variant(), conversation.origin());
        return receipts.beside(given.beside(around), conversation);
    }

    /// For a conversation in that dialog and variant, which came from there.
    Elsewhere of(String dialog, String variant, @Nullable Origin origin) {
        var handedOver =
                origin == null || origin.settled()
                        ? Map.<StepId, Answer>of()
                        : handedOver(dialog, origin);
        var titles = published.titles(variant);
        return new Elsewhere(titles, handedOver, isAttachable(dialog, origin));
    }

    /// The answers that count there, by the steps of this dialog.
    private Map<StepId, Answer> handedOver(String to, Origin origin) {
        if (!(turns.find(origin.id()) instanceof Found.Known(var stored, _))) return Map.of();
        var source = stored.conversation();
        if (!source.lifecycle().isOpen()) return Map.of();
        var dialog = published.forNextTurn(source);
        var steps = dialog.parts().handsOver().getOrDefault(to, Map.of());
        var journey = Journey.of(dialog, source.answers(), source.scope(), installation.facts());
        if (!isAgreed(journey, dialog, source)) return Map.of();
        var answers = new HashMap<StepId, Answer>();
        steps.forEach((theirs, mine) ->
                journey.stop(mine)
                        .filter(Journey.Stop::isDealtWith)
                        .ifPresent(stop -> answers.put(theirs, stop.answer())));
        return answers;
    }

    private boolean isAgreed(Journey journey, Dialog dialog, Conversation source) {
        return journey.isConsented() && !installation.consents().areOutdated(dialog, source);
    }

    /// Whether what a conversation of that dialog came with is still there to come along. Looked up
    /// only where that dialog asks for it.
    private boolean isAttachable(String dialog, @Nullable Origin origin) {
        var asks = published.inForce(dialog).filter(one -> !one.head().attach().isEmpty());
        return origin != null && asks.isPresent() && source(origin).isPresent();
    }

    /// What comes along from there.
    Attached attached(Origin origin) {
        var source = source(origin);
        if (source.isEmpty()) return Attached.GONE;
        var conversation = source.get();
        var dialog = published.forNextTurn(conversation);
        var facts = installation.facts();
        var display = installation.engine().display(conversation.variant());
        return switch (origin.brings()) {
            case NOTHING -> Attached.GONE;
            case SKETCH ->
                    new Attached(
                            submitted(
                                    conversation,
                                    Sketcher.sketch(dialog, conversation, facts, display)),
                            "",
                            List.of());
            case RESULT -> {
                var given = installation.given(dialog, "", installation.now(), installation.now());
                var result = installation.engine().result(dialog, conversation, given);
                var answers = Sketcher.answers(dialog, conversation, facts, display);
                yield new Attached(answers, result.light(), result.reasons());
            }
        };
    }

    /// The light of the pre-screening that a conversation came with; empty where it came with none.
    Optional<Light> light(Conversation conversation) {
        var origin = conversation.origin();
        if (origin == null || origin.brings() != Origin.Brings.RESULT) return Optional.empty();
        return source(origin)
                .flatMap(one -> {
                    var dialog = published.forNextTurn(one);
                    var given =
                            installation.given(dialog, "", installation.now(), installation.now());
                    return installation.engine().look(dialog, one, given).light();
                });
    }

    /// With the time at which it was handed in, where nothing was changed since.
    private Sketch submitted(Conversation source, Sketch sketch) {
        if (!(source.lifecycle() instanceof Lifecycle.Submitted(int revision))) return sketch;
        return submissions
                .find(source.id(), revision)
                .map(one -> sketch.submitted(one.at()))
                .orElse(sketch);
    }

    /// The conversation from which that came, while it has something to bring.
    private Optional<Conversation> source(Origin origin) {
        if (origin.brings() == Origin.Brings.NOTHING
                || !(turns.find(origin.id()) instanceof Found.Known(var stored, _)))
            return Optional.empty();
        return Optional.of(stored.conversation()).filter(one -> brings(one) == origin.brings());
    }

    private Origin.Brings brings(Conversation source) {
        if (!source.lifecycle().isOpen() || source.answers().isEmpty())
            return Origin.Brings.NOTHING;
        var dialog = published.forNextTurn(source);
        var facts = Origin.facts(source.origin(), installation.facts());
        var journey = Journey.of(dialog, source.answers(), source.scope(), facts);
        if (!isAgreed(journey, dialog, source)) return Origin.Brings.NOTHING;
        if (!dialog.parts().sketch().sections().isEmpty()) return Origin.Brings.SKETCH;
        return !dialog.parts().outcomes().isEmpty() && journey.next().isEmpty()
                ? Origin.Brings.RESULT
                : Origin.Brings.NOTHING;
    }
}
