// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured, by name, over several rounds; and how it is told: the median, with the
/// smallest and the largest behind it.
final class Figures {
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double figure) {
        rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
    }

    double median(String name) {
        var sorted = rounds.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) throw new IllegalArgumentException("not measured: " + name);
        return sorted.get(sorted.size() / 2);
    }

    /// One over the other, round by round: what the machine does besides falls out.
    double ratio(String name, String other) {
        var ratios = new ArrayList<Double>();
        var mine = rounds.getOrDefault(name, List.of());
        var others = rounds.getOrDefault(other, List.of());
        for (int i = 0; i < mine.size(); i++) ratios.add(mine.get(i) / others.get(i));
        ratios.sort(null);
        return ratios.get(ratios.size() / 2);
    }

    void print(String unit) {
        rounds.forEach((name, all) -> {
            var sorted = all.stream().sorted().toList();
            say(
                    "  %-34s %,12.2f %s   (%,.2f to %,.2f)",
                    name, median(name), unit, sorted.getFirst(), sorted.getLast());
        });
    }

    /// A goal and what came of it.
    static void goal(String what, double figure, String sign, double goal) {
        var met = sign.equals(">=") ? figure >= goal : figure <= goal;
        say("  %-52s %8.2f  goal %s %.2f  %s", what, figure, sign, goal, met ? "met" : "MISSED");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static void say(String format, Object... details) {
        System.out.println(String.format(Locale.ROOT, format, details));
    }

    /// The value that so many of a hundred do not exceed.
    static double percentile(long[] values, double percent) {
        if (values.length == 0) return 0;
        var sorted = values.clone();
        Arrays.sort(sorted);
        int place = (int) Math.ceil(percent / 100 * sorted.length) - 1;
        return sorted[Math.max(0, place)];
    }
}
