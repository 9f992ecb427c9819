// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Set;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Message;

/// Gives the key by which one comes back from any device. The engine never sees it: what it says
/// holds a mark that is filled in at sending.
final class Returning {
    /// In the set of what was shown, once a key was given.
    private static final String GIVEN = "key:given";

    private final Draft draft;

    Returning(Draft draft) {
        this.draft = draft;
    }

    /// A key where none was given yet: one that somebody wrote down stays good.
    void once() {
        if (draft.now().shown().contains(GIVEN)) draft.reply(Phrase.KEY_STILL);
        else anew();
    }

    /// A new key, in place of an earlier one.
    void anew() {
        draft.effect(new Effect.GiveKey());
        var more = draft.phrase(isKeptADay() ? Phrase.KEY_A_DAY : Phrase.KEY_ANEW);
        var given = draft.phrase(Phrase.KEY_GIVEN, Message.SECRET);
        draft.say(Message.Kind.KEY, given + "\n\n" + more);
        if (!draft.now().shown().contains(GIVEN)) draft.shown(Set.of(GIVEN));
    }

    private boolean isKeptADay() {
        return draft.journey().asksConsent() && !draft.journey().isConsented();
    }
}
