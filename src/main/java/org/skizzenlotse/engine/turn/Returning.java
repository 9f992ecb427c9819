// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.Set;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;

/// Gives the key by which one comes back from any device. The engine never sees it: what it says
/// holds a mark that is filled in at sending.
final class Returning {
    /// In the set of what was shown, once a key was given.
    private static final String GIVEN = "key:given";

    /// The fact in which the installation says where one comes back.
    private static final String ADDRESS = "rueckkehr";

    private final Draft draft;

    Returning(Draft draft) {
        this.draft = draft;
    }

    /// Interrupts, with all that one needs to come back.
    void pause() {
        draft.move(draft.now().position().with(new Aside.None()).paused(true));
        once();
        if (draft.now().lifecycle() instanceof Lifecycle.Draft && !isKeptADay()) {
            var ends = new Ending(draft).end(draft.given().now());
            draft.reply(Phrase.PAUSE_KEPT, new ByItself(draft).day(ends));
        }
        if (draft.given().facts().get(ADDRESS) instanceof Value.Text(var address))
            draft.reply(Phrase.PAUSE_WHERE, address);
    }

    /// A key where none was given yet: one that somebody wrote down stays good.
    void once() {
        if (draft.now().shown().contains(given())) draft.reply(Phrase.KEY_STILL);
        else anew();
    }

    /// A new key, in place of an earlier one.
    void anew() {
        draft.effect(new Effect.GiveKey());
        var more = draft.phrase(isKeptADay() ? Phrase.KEY_A_DAY : Phrase.KEY_ANEW);
        var given = draft.phrase(Phrase.KEY_GIVEN, Message.SECRET);
        draft.say(Message.Kind.KEY, given + "\n\n" + more);
        if (!draft.now().shown().contains(given())) draft.shown(Set.of(given()));
    }

    /// Each person has a key of their own.
    private String given() {
        var speaker = draft.given().speaker();
        return speaker == Person.FIRST ? GIVEN : GIVEN + ":" + speaker;
    }

    private boolean isKeptADay() {
        return draft.journey().asksConsent() && !draft.journey().isConsented();
    }
}
