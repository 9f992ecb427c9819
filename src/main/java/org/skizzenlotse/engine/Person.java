// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody who carries a conversation, by number: 1 began it. The name is empty until it is given,
/// and again once they have gone.
public record Person(int number, String name, Standing standing) {
    /// The one who began.
    public static final int FIRST = 1;

    private static final String FIRST_BY = "applicant";
    private static final String BY = "person_";
    private static final Pattern NUMBERED = Pattern.compile("person_([0-9]{1,3})");

    /// How somebody stands to the conversation.
    public enum Standing {
        /// Asked to come, and not here yet.
        INVITED,
        /// Works along.
        HERE,
        /// Worked along, and does not any more.
        GONE,
        /// Was asked to come, and not any more before they did.
        NEVER_CAME
    }

    /// By whom an answer of that person is, in its provenance.
    public static String by(int number) {
        return number == FIRST ? FIRST_BY : BY + number;
    }

    /// Whether something is by that person and nobody else; 0 stands for whomever.
    public static boolean isAllBy(int number, String by) {
        return number == 0 || by.equals(by(number));
    }

    /// By both of them.
    public static String by(Answer one, Answer other) {
        var all = new ArrayList<>(List.of(one.provenance().by().split(",", -1)));
        for (var by : other.provenance().by().split(",", -1)) if (!all.contains(by)) all.add(by);
        return String.join(",", all);
    }

    /// The numbers of the people by whom an answer is; none where it is by nobody of them.
    public static List<Integer> numbers(String by) {
        var numbers = new ArrayList<Integer>();
        for (var one : by.split(",", -1)) {
            var numbered = NUMBERED.matcher(one);
            if (one.equals(FIRST_BY)) numbers.add(FIRST);
            else if (numbered.matches()) numbers.add(Integer.parseInt(numbered.group(1)));
        }
        return numbers;
    }

    /// Whether they were here at any time.
    public boolean cameOnce() {
        return standing == Standing.HERE || standing == Standing.GONE;
    }

    /// Whether they are here, or may still come.
    public boolean counts() {
        return standing == Standing.HERE || standing == Standing.INVITED;
    }

    @Override
    public String toString() {
        return "Person[" + number + " " + standing + "]";
    }
}
