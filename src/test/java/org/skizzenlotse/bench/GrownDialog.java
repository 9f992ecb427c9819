// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A dialog of any size without faults, always the same for a size: questions of five types, three
/// in ten with a condition of one of six kinds on earlier ones, some of them on conditional ones,
/// and every tenth number with a check.
public final class GrownDialog {
    private static final int GROUP_STEPS = 50;
    private static final int CONDITIONS_IN_TEN = 3;
    private static final List<String> TYPES = List.of("choice", "number", "multi", "text", "date");

    private final Random chance;
    private final int steps;
    private final List<Integer> always = new ArrayList<>();
    private final List<Integer> conditional = new ArrayList<>();

    private GrownDialog(int steps) {
        this.steps = steps;
        this.chance = new Random(steps);
    }

    /// Writes the dialog `gross` of so many questions below a folder.
    public static Path write(int steps, Path root) throws IOException {
        new GrownDialog(steps).write(root);
        return root;
    }

    private void write(Path root) throws IOException {
        var groups = Files.createDirectories(root.resolve("gross").resolve("groups"));
        var names = new ArrayList<String>();
        for (int first = 0; first < steps; first += GROUP_STEPS) {
            var name = "g" + first;
            names.add(name);
            var text = new StringBuilder("group: " + name + "\ntitle: Teil\nsteps:\n");
            if (first == 0)
                text.append(step("einwilligung", "type: consent\npurpose: x\nrequired: true\n"));
            for (int i = first; i < Math.min(steps, first + GROUP_STEPS); i++) text.append(step(i));
            Files.writeString(groups.resolve(name + ".yaml"), text);
        }
        Files.writeString(
                root.resolve("gross").resolve("dialog.yaml"),
                """
                dialog: gross
                title: Messung
                language: de
                audience: ihr
                personal: true
                groups: %s
                conditions:
                  erste: {means: Die erste Frage ist a, is: {s0: a}}
                review: {text: Schaut alles durch.}
                submit: {text: Bereit?, done: Danke., reference_prefix: MS}
                """
                        .formatted(names));
    }

    private String step(int number) {
        var type = type(number);
        var text = new StringBuilder("type: " + type + "\n");
        if (type.equals("choice") || type.equals("multi"))
            text.append("options: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]\n");
        if (type.equals("number")) text.append("min: 0\nmax: 20\n");
        if (type.equals("number") && number % 10 == 1)
            text.append("check: [{must: \"value != 7\", say: Nicht sieben.}]\n");
        boolean depends = number >= TYPES.size() && chance.nextInt(10) < CONDITIONS_IN_TEN;
        if (depends) text.append("when: \"").append(condition()).append("\"\n");
        (depends ? conditional : always).add(number);
        return step("s" + number, text.toString());
    }

    private static String type(int number) {
        return TYPES.get(number % TYPES.size());
    }

    private String condition() {
        int first = read();
        if (conditional.contains(first)) return about(first);
        return switch (chance.nextInt(4)) {
            case 0 ->
                    (type(first).equals("text") ? "" : about(first) + " || ")
                            + ("open(s" + first + ")");
            case 1 -> {
                int second = always.get(chance.nextInt(always.size()));
                yield first == second ? about(first) : about(first) + " && " + about(second);
            }
            case 2 -> first == 0 ? "erste" : "!(" + about(first) + ") || erste";
            default -> about(first);
        };
    }

    private int read() {
        return !conditional.isEmpty() && chance.nextInt(4) == 0
                ? conditional.get(chance.nextInt(conditional.size()))
                : always.get(chance.nextInt(always.size()));
    }

    private String about(int number) {
        var id = "s" + number;
        return switch (type(number)) {
            case "choice" -> id + " in ['a', 'b']";
            case "number" -> id + " >= " + (1 + chance.nextInt(9));
            case "multi" -> "'c' in " + id;
            case "date" -> id + " < date('2027-0" + (1 + chance.nextInt(9)) + "-01')";
            default -> "answered(" + id + ")";
        };
    }

    private static String step(String id, String type) {
        var rest =
                """
                text: Frage %1$s
                short: Frage %1$s
                why: Darum fragen wir.
                needed: optional
                privacy: {personal: false, purpose: x, keep: P1Y}
                """
                        .formatted(id);
        return "  - ask: " + id + "\n" + (type + rest).indent(4);
    }
}
