// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Stations;

/// The way to people: where they are reached, and an appointment with them.
final class People {
    private final Draft draft;

    People(Draft draft) {
        this.draft = draft;
    }

    /// Asks about an appointment where nothing that was proposed is lost by that, and says how to
    /// reach people where there is a way, or nothing to ask.
    void ask() {
        var asks =
                !new GoingOn(draft).atTheEnd().isEmpty()
                        && !draft.place().id().equals(Stations.CLOSED)
                        && Commands.mayBeLeft(draft.now().position().aside());
        if (!asks || !ways().isEmpty()) say();
        if (asks) draft.interrupt(new Aside.Choosing(Command.PERSON));
    }

    /// How to reach people.
    void say() {
        var ways = ways();
        if (ways.isEmpty()) draft.reply(Phrase.PERSON_UNKNOWN);
        else draft.reply(Phrase.PERSON, String.join(" – ", ways));
    }

    private List<String> ways() {
        var ways = new ArrayList<String>();
        for (var fact : List.of("sprechstunde", "kontakt"))
            if (draft.given().facts().get(fact) instanceof Value.Text(var way) && !way.isBlank())
                ways.add(Display.escape(way));
        return ways;
    }
}
