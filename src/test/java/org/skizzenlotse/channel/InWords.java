// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// What somebody types who means an input: numbers of the list, words, a command.
final class InWords {
    private InWords() {}

    /// The text of this input to that question.
    ///
    /// @throws IllegalArgumentException when it cannot be typed
    static String of(Expects asked, Input input) {
        return switch (input) {
            case Input.Said(_, var text) -> text;
            case Input.Chose(var step, var options, var note) when step.equals(asked.step()) ->
                    chosen(asked, options, note);
            case Input.LeftOpen(var step, var status) when step.equals(asked.step()) ->
                    listed(asked, "", status.id());
            case Input.Gave(_, var members) ->
                    asked.fields().stream()
                            .map(field -> members.get(field.name()))
                            .filter(Objects::nonNull)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            case Input.Commanded(var command, var target) -> typed(command, target);
            case Input.Chose _, Input.LeftOpen _, Input.Started _, Input.Attached _ -> no(asked);
            case Input.Removed _, Input.Joined _, Input.Arrived _, Input.TimedOut _ -> no(asked);
            case Input.ByStaff _ -> no(asked);
        };
    }

    private static String typed(Command command, String target) {
        return ("/" + command.id() + " " + target).strip();
    }

    /// Several without the words beside them: those are asked for.
    private static String chosen(Expects asked, List<String> options, String note) {
        if (!note.isEmpty() && options.size() == 1)
            return listed(asked, options.getFirst(), "") + ": " + note;
        return options.stream()
                .map(option -> listed(asked, option, ""))
                .collect(Collectors.joining(", "));
    }

    /// By its number, or by its words where a number would be an answer.
    private static String listed(Expects asked, String option, String status) {
        var all = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var one : asked.options()) {
            all.add(one.id());
            texts.add(one.text());
        }
        int at = asked.openFirst() ? 0 : all.size();
        for (var one : asked.open()) {
            all.add(at, "open " + one.status().id());
            texts.add(at, one.text());
            at++;
        }
        int found = all.indexOf(status.isEmpty() ? option : "open " + status);
        if (found < 0) return no(asked);
        return asked.isNumbered() ? String.valueOf(found + 1) : texts.get(found);
    }

    private static String no(Expects asked) {
        throw new IllegalArgumentException("this cannot be typed at " + asked.step());
    }
}
