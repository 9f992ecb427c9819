// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Effect;
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
        var address = new Addressing(draft).at(step.get());
        address.ifPresent(to -> draft.effect(new Effect.Confirm(to, reference, revision)));
        var said = address.isPresent() ? Phrase.MAIL_GOES : Phrase.MAIL_NOWHERE;
        draft.say(Message.Kind.NOTICE, draft.phrase(said));
    }
}
