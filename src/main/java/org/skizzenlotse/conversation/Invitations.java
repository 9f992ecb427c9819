// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.Optional;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Links by which others come in. Each is good once.
final class Invitations {
    private final Installation installation;
    private final Published published;
    private final Turns turns;
    private final Taking taking;

    Invitations(Installation installation, Published published, Turns turns, Taking taking) {
        this.installation = installation;
        this.published = published;
        this.turns = turns;
        this.taking = taking;
    }

    Optional<Invitation> look(String secret) {
        return turns.findByInvitation(secret, installation.now())
                                instanceof Found.Known(var stored, _)
                        && isGood(stored)
                ? Optional.of(invitation(stored))
                : Optional.empty();
    }

    private static boolean isGood(Stored stored) {
        var conversation = stored.conversation();
        return conversation.lifecycle().isOpen()
                && conversation
                        .together()
                        .person(stored.person())
                        .filter(one -> one.standing() == Person.Standing.INVITED)
                        .isPresent();
    }

    private Invitation invitation(Stored stored) {
        var conversation = stored.conversation();
        var dialog = published.forNextTurn(conversation);
        var now = installation.now();
        var given = installation.given(dialog, stored.marks().channel(), now, now);
        var engine = installation.engine();
        return new Invitation(
                conversation.id(),
                conversation.dialog(),
                dialog.frame(conversation.variant()).title(),
                conversation.variant(),
                engine.called(conversation, conversation.together().responsible()),
                engine.called(conversation, stored.person()),
                engine.invitation(dialog, conversation, given));
    }

    ComingBack accept(String secret, String name, String channel) {
        try {
            for (int i = 0; i < Conversations.TRIES_MAX; i++) {
                var found = turns.findByInvitation(secret, installation.now());
                if (found instanceof Found.Gone) return new ComingBack.Gone();
                if (!(found instanceof Found.Known(var stored, _)) || !isGood(stored))
                    return new ComingBack.Unknown();
                var token = Secrets.token();
                var enter = new Change.Access.Enter(stored.person(), secret, token);
                var outcome = taking.join(stored, enter, name, channel);
                if (outcome.isPresent())
                    return outcome.get() instanceof Outcome.Done(var view)
                            ? new ComingBack.Here(token, view)
                            : new ComingBack.Unavailable();
            }
        } catch (StoreUnavailable later) {
            return new ComingBack.Unavailable();
        }
        return new ComingBack.Unavailable();
    }
}
