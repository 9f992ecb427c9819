// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.change.Entry;
import org.skizzenlotse.dialog.change.Part;
import org.skizzenlotse.dialog.change.Proposal;

/// The draft of a migration file, to be gone through by its authors.
public final class MigrationText {
    /// As many characters of a hash as are named.
    private static final int HASH_START = 12;

    private static final String BECAUSE = "BITTE ERGÄNZEN: warum fragen wir noch einmal?";

    private MigrationText() {}

    /// How a version is called for people.
    public static String name(Dialog dialog) {
        return dialog.hash().substring(0, Math.min(HASH_START, dialog.hash().length()));
    }

    /// From the first version of the difference to the one in the folder; empty where it takes
    /// none.
    public static String draft(Difference difference) {
        var migration = Proposal.of(difference.before(), difference.after());
        if (migration.entries().isEmpty()) return "";
        var text = new StringBuilder("# Entwurf: bitte Zeile für Zeile prüfen. Geändert ist:\n");
        for (var sentence : difference.sentences(difference.unexplained()))
            text.append("# - ").append(sentence).append('\n');
        text.append("from: \"").append(name(difference.before())).append("\"\n");
        text.append("to: this\nchanges:\n");
        for (var entry : migration.entries()) text.append("  - ").append(entry(entry)).append('\n');
        return text.append("tell: BITTE ERGÄNZEN – ein Satz, was sich für die Menschen ändert.\n")
                .toString();
    }

    private static String entry(Entry entry) {
        return switch (entry) {
            case Entry.Rename(var from, var to) -> "rename: {from: " + from + ", to: " + to + "}";
            case Entry.Options(var step, var map, var again, _) ->
                    "options: {step: "
                            + step
                            + (map.isEmpty() ? "" : ", map: " + pairs(new TreeMap<>(map)))
                            + (again.isEmpty()
                                    ? ""
                                    : ", again: "
                                            + list(new TreeSet<>(again))
                                            + ", because: \""
                                            + BECAUSE
                                            + "\"")
                            + "}";
            case Entry.Reask(var step, var unfit, _) ->
                    "reask: {step: "
                            + step
                            + (unfit ? ", only: unfit" : "")
                            + ", because: \""
                            + BECAUSE
                            + "\"}";
            case Entry.Drop(var step, var erase) ->
                    "drop: {step: " + step + ", answers: " + (erase ? "erase" : "keep") + "}";
            case Entry.Split(var from, var to, _, _) ->
                    "split: {from: " + from + ", to: " + list(to) + "}";
            case Entry.Merge(var from, var to, _) ->
                    "merge: {from: " + list(from) + ", to: " + to + "}";
            case Entry.Keep(var steps, var parts) ->
                    "keep: {steps: "
                            + list(steps)
                            + ", parts: "
                            + list(parts.stream().sorted().map(Part::id).toList())
                            + "}";
        };
    }

    private static String list(Collection<?> names) {
        return names.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
