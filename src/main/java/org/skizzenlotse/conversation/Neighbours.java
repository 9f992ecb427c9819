// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Turns;

/// What a conversation may know of others: the dialogs in force, and what the one that it came from
/// hands over. That one is read each time, so that what was erased there is not offered any more.
final class Neighbours {
    private final Installation installation;
    private final Published published;
    private final Turns turns;

    Neighbours(Installation installation, Published published, Turns turns) {
        this.installation = installation;
        this.published = published;
        this.turns = turns;
    }

    /// Where a conversation comes from that is begun with this token; from nowhere when the token
    /// is of none that is there.
    Optional<Origin> origin(String token, Instant now) {
        if (token.isEmpty() || !(turns.find(token, "", now) instanceof Found.Known(var from, _)))
            return Optional.empty();
        var conversation = from.conversation();
        return conversation.lifecycle() instanceof Lifecycle.Erased
                ? Optional.empty()
                : Optional.of(new Origin(conversation.id(), conversation.dialog(), false));
    }

    /// For a turn of this conversation.
    Elsewhere of(Conversation conversation) {
        return of(conversation.dialog(), conversation.origin());
    }

    /// For a conversation in that dialog, which came from there.
    Elsewhere of(String dialog, @Nullable Origin origin) {
        var handedOver =
                origin == null || origin.settled()
                        ? Map.<StepId, Answer>of()
                        : handedOver(dialog, origin);
        return new Elsewhere(published.titles(), handedOver);
    }

    /// The answers that count there, by the steps of this dialog.
    private Map<StepId, Answer> handedOver(String to, Origin origin) {
        if (!(turns.find(origin.id()) instanceof Found.Known(var stored, _))) return Map.of();
        var source = stored.conversation();
        if (!source.lifecycle().isOpen()) return Map.of();
        var dialog = published.forNextTurn(source);
        var steps = dialog.parts().handsOver().getOrDefault(to, Map.of());
        var journey = Journey.of(dialog, source.answers(), source.scope(), installation.facts());
        if (!journey.isConsented()) return Map.of();
        var answers = new HashMap<StepId, Answer>();
        steps.forEach((theirs, mine) ->
                journey.stop(mine)
                        .filter(Journey.Stop::isDealtWith)
                        .ifPresent(stop -> answers.put(theirs, stop.answer())));
        return answers;
    }
}
