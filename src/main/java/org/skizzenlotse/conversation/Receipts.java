// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConsentTexts;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.store.ConsentTextStore;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Receipts of consents name the hash of what was shown; the whole text lies in the store before
/// the first receipt that names it.
final class Receipts {
    private final ConsentTextStore store;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Receipts(ConsentTextStore store) {
        this.store = store;
    }

    /// Keeps the texts that this turn decides about.
    ///
    /// @throws StoreUnavailable when one cannot be written
    void keep(Turn turn, Given given) {
        for (var one : turn.happened())
            if (one instanceof Happened.Answered(var step, var answer))
                given.consents()
                        .shown(step, answer.provenance().variant())
                        .filter(shown -> shown.hash().equals(answer.provenance().wording()))
                        .ifPresent(shown -> keep(shown, given.now()));
    }

    private void keep(ConsentTexts.Shown shown, Instant now) {
        if (kept.contains(shown.hash())) return;
        if (!(store.keep(shown.hash(), shown.text(), now) instanceof Written.Done<Boolean>))
            throw new StoreUnavailable("the text of a consent cannot be kept");
        kept.add(shown.hash());
    }

    /// With the texts agreed to before, where others are in force now.
    Given beside(Given given, Conversation conversation) {
        var outdated = given.consents().outdated(conversation.answers());
        if (outdated.isEmpty()) return given;
        var agreed = new HashMap<String, String>();
        for (var step : outdated)
            conversation
                    .answer(step)
                    .map(answer -> answer.provenance().wording())
                    .ifPresent(hash -> store.find(hash).ifPresent(text -> agreed.put(hash, text)));
        return given.agreeing(given.consents().before(agreed));
    }
}
