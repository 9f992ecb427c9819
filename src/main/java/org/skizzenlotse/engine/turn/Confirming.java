// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Optional;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;

/// The mail that confirms a submission to the applicants: only where the dialog asks for an address
/// for this, and one was given. Who gave none is told so plainly.
final class Confirming {
    /// An address may be somebody else's: nobody gets more of these mails than this from one
    /// conversation.
    static final int CONFIRMATIONS_MAX = 3;

    private final Draft draft;

    Confirming(Draft draft) {
        this.draft = draft;
    }

    /// Confirms this revision.
    void handedIn(String reference, int revision) {
        var step = draft.dialog().head().confirmTo();
        if (step.isEmpty() || revision > CONFIRMATIONS_MAX) return;
        var address = draft.journey().stop(step.get()).flatMap(Confirming::address);
        address.ifPresent(to -> draft.effect(new Effect.Confirm(to, reference, revision)));
        var said = address.isPresent() ? Phrase.MAIL_GOES : Phrase.MAIL_NOWHERE;
        draft.say(Message.Kind.NOTICE, draft.phrase(said));
    }

    /// The address that was given, where the question still counts.
    private static Optional<String> address(Journey.Stop stop) {
        var answer = stop.answer();
        if (answer == null || !stop.applies()) return Optional.empty();
        if (answer.value() instanceof Value.Text(var text)) return Optional.of(text);
        return answer.value() instanceof Value.Contact contact
                ? Optional.of(contact.email()).filter(email -> !email.isEmpty())
                : Optional.empty();
    }
}
