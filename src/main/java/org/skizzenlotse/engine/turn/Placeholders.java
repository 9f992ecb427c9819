// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.FactWords;
import org.skizzenlotse.engine.Journey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.StepId;

/// Fills `{id}` in texts of a dialog with the display form of an earlier answer, a fact of the
/// installation, or a computed value.
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");
    private static final int QUOTED_LENGTH_MAX = 600;

    private Placeholders() {}

    static Draft.Filled fill(Draft draft, String text) {
        if (text.indexOf('{') < 0) return new Draft.Filled(text, false);
        var quotes = new boolean[1];
        var matcher = PLACEHOLDER.matcher(text);
        var filled =
                matcher.replaceAll(match -> {
                    var id = match.group(1);
                    quotes[0] |= draft.dialog().question(new StepId(id)).isPresent();
                    quotes[0] |= draft.dialog().parts().computed().containsKey(id);
                    return Matcher.quoteReplacement(Display.escape(value(draft, id)));
                });
        return new Draft.Filled(filled, quotes[0]);
    }

    private static String value(Draft draft, String id) {
        var question = draft.dialog().question(new StepId(id));
        if (question.isPresent())
            return draft.journey()
                    .stop(question.get().id())
                    .filter(Journey.Stop::isDealtWith)
                    .flatMap(stop -> draft.now().answer(stop.id()))
                    .filter(answer -> !answer.isOpen())
                    .map(answer -> draft.shown(question.get(), answer))
                    .map(words -> Display.brief(words, QUOTED_LENGTH_MAX))
                    .orElseGet(() -> draft.phrase(Phrase.STILL_OPEN));
        var fact = FactWords.of(draft.given().facts(), id, draft.now().variant());
        if (fact.isPresent()) return draft.display().fact(fact.get());
        var computed = draft.dialog().parts().computed().get(id);
        return computed != null
                        && computed.is().read(draft.journey())
                                instanceof org.skizzenlotse.dialog.Reading.Known(var known)
                ? draft.display().fact(known)
                : draft.phrase(Phrase.STILL_OPEN);
    }
}
