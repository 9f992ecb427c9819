// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.render.Visible;

/// What stands on buttons, and how many stand beside each other.
final class Labels {
    /// A narrow phone shows so many letters on a button as wide as a message, and cuts the rest.
    static final int LENGTH_MAX = 38;

    /// The same for each of two.
    static final int PAIR_LENGTH_MAX = 17;

    private static final Pattern CLAUSE = Pattern.compile("(.{5,}?)[,:;] ");

    private Labels() {}

    /// The words; where they are too long their first clause, or as much as fits with a sign.
    static String cut(String words) {
        return cut(words, LENGTH_MAX);
    }

    /// The same within so many letters.
    static String cut(String words, int lengthMax) {
        var line = Visible.line(words);
        if (line.length() <= lengthMax) return line;
        var clause = CLAUSE.matcher(line);
        return clause.lookingAt() && clause.group(1).length() <= lengthMax
                ? clause.group(1)
                : Display.brief(line, lengthMax);
    }

    /// The labels for these words; where two would be alike, they begin with their numbers.
    static List<String> of(List<String> words) {
        var labels = words.stream().map(Labels::cut).toList();
        if (new HashSet<>(labels).size() == labels.size() && !labels.contains("")) return labels;
        var numbered = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) numbered.add(cut((i + 1) + ". " + words.get(i)));
        return numbered;
    }

    /// Rows of one button, or of two short ones.
    static List<List<Button>> rows(List<Button> buttons) {
        var rows = new ArrayList<List<Button>>();
        for (int i = 0; i < buttons.size(); i++) {
            var one = buttons.get(i);
            var paired = i + 1 < buttons.size() && isShort(one) && isShort(buttons.get(i + 1));
            rows.add(paired ? List.of(one, buttons.get(++i)) : List.of(one));
        }
        return rows;
    }

    private static boolean isShort(Button button) {
        return button.text().length() <= PAIR_LENGTH_MAX;
    }
}
