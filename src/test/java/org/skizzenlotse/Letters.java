// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.channel.terminal.Terminal;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// What somebody writes who makes a full sketch in words only, line by line from the dialog's name
/// on, and how many turns that are.
record Letters(List<Line> lines, long turns) {
    private static final String DIALOG = "skizze";

    /// The way that asks most.
    private static final String FULL = "2";

    Letters {
        lines = List.copyOf(lines);
    }

    /// An answer to that step; `free` where any words are one.
    record Line(StepId step, String text, boolean free) {
        /// As this person writes it.
        String of(String name) {
            return free ? text + " " + name : text;
        }
    }

    /// So many lines.
    static Letters first(int many) throws IOException {
        var lines = new ArrayList<>(List.of(new Line(new StepId(DIALOG), DIALOG, false)));
        try (var served = Served.known("https://lotse.example")) {
            var opened = served.conversations().open(DIALOG, "de", Terminal.CHANNEL);
            var view = opened.view();
            while (lines.size() < many) {
                var asked = view.expects();
                var again = lines.getLast().step().equals(asked.step());
                lines.add(line(asked, again, lines.size()));
                view = said(served, opened.token(), view, lines.getLast().text());
            }
            return new Letters(lines, view.revision());
        }
    }

    private static View said(Served served, String token, View view, String text) {
        var said = new Input.Said(view.expects().step(), text);
        var request = new TurnRequest(said, Terminal.CHANNEL, "", "", view.revision());
        return ((Outcome.Done) served.conversations().turn(token, request)).view();
    }

    /// Words beside an option are asked for at the same step.
    private static Line line(Expects asked, boolean again, int number) {
        var step = asked.step();
        if (step.value().equals("_scope")) return new Line(step, FULL, false);
        if (again) return new Line(step, "Worte dazu", false);
        if (!asked.options().isEmpty()) return new Line(step, first(asked), false);
        return switch (asked.type()) {
            case "contact" -> new Line(step, "Kim, kim@verein.example", false);
            case "email" -> new Line(step, "kim@verein.example", false);
            case "number" -> new Line(step, "3", false);
            case "text", "long_text" -> new Line(step, "Wort " + number, true);
            default -> new Line(step, "Wort " + number, false);
        };
    }

    private static String first(Expects asked) {
        if (!asked.isNumbered()) return asked.options().getFirst().text();
        return String.valueOf((asked.openFirst() ? asked.open().size() : 0) + 1);
    }
}
