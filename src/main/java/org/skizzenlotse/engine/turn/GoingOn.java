// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Lifecycle;

/// The dialogs in which one can go on from here: those to which this one hands answers over, and
/// the consultation hour. Whoever carries the conversation begins the chosen one with this one as
/// its origin.
final class GoingOn {
    private final Draft draft;

    GoingOn(Draft draft) {
        this.draft = draft;
    }

    /// Every result offers the consultation hour and going on; a red one people first.
    List<Choice> fromResult() {
        var dialogs = new ArrayList<String>();
        var offers = draft.dialog().parts().catalogue().offers();
        for (var offer : offers.stream().map(Catalogue.Offer::id).toList())
            if (draft.given().elsewhere().dialogs().containsKey(offer)) dialogs.add(offer);
        var targets = draft.dialog().parts().handsOver().keySet().stream().sorted().toList();
        dialogs.removeAll(targets);
        dialogs.addAll(new Explaining(draft).light() == Light.RED ? dialogs.size() : 0, targets);
        return choices(dialogs);
    }

    /// The consultation hour, from wherever a conversation ends or asks for people.
    List<Choice> atTheEnd() {
        var erased = draft.now().lifecycle() instanceof Lifecycle.Erased;
        return erased ? List.of() : choices(List.of(Elsewhere.CONSULTATION));
    }

    /// Goes on there, if it is a dialog that is offered.
    boolean to(String dialog) {
        var offered = new ArrayList<>(atTheEnd());
        offered.addAll(fromResult());
        if (offered.stream().noneMatch(one -> one.id().equals(dialog))) return false;
        draft.settle();
        draft.move(draft.now().position().goingOn(dialog));
        draft.noted(Phrase.GOES_ON, Display.escape(title(dialog)));
        draft.quiet();
        return true;
    }

    private List<Choice> choices(List<String> dialogs) {
        return dialogs.stream()
                .filter(one -> !one.equals(draft.dialog().id()))
                .filter(draft.given().elsewhere().dialogs()::containsKey)
                .map(one -> {
                    var text = draft.phrase(Phrase.GOES_ON_TO, title(one));
                    return new Choice(one, text, text, "none");
                })
                .toList();
    }

    private String title(String dialog) {
        return draft.given().elsewhere().dialogs().getOrDefault(dialog, dialog);
    }
}
