// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.sketch.Sketch.Entry;
import org.skizzenlotse.sketch.Sketch.Reason;
import org.skizzenlotse.sketch.Sketch.Section;
import org.skizzenlotse.sketch.Sketch.Status;

/// What is taken out of a sketch that was handed over: the answer to a step, or of it these files
/// only. `words` stand in its place; `removed` is what is left of the answer. It stays where it is
/// not by `whose` alone, a person's number; 0 stands for whomever.
public record Removal(
        StepId step, Set<String> files, String words, Answer.Provenance removed, int whose) {
    /// Copies the set.
    public Removal {
        files = Set.copyOf(files);
    }

    /// The sketch without it. Sections that do not hold the step stay as they are.
    public Sketch from(Sketch sketch) {
        return sketch.with(sketch.sections().stream().map(this::from).toList());
    }

    private Section from(Section section) {
        if (section.entries().stream().noneMatch(this::holds)) return section;
        var entries = section.entries().stream().map(this::from).toList();
        var gone = entries.stream().anyMatch(one -> one.main() && isGone(one));
        return new Section(
                section.id(),
                section.title(),
                section.catalogue(),
                section.group(),
                section.field(),
                gone ? Status.OPEN : section.status(),
                gone ? Reason.REMOVED : section.why().orElse(null),
                gone ? List.of() : section.dependsOn(),
                Sketcher.listed(entries),
                entries);
    }

    private boolean holds(Entry entry) {
        return entry.step().equals(step.value()) && Person.isAllBy(whose, entry.provenance().by());
    }

    private static boolean isGone(Entry entry) {
        return entry.status() == Answer.Status.REMOVED;
    }

    private Entry from(Entry entry) {
        if (!holds(entry)) return entry;
        if (files.isEmpty() || !(entry.value() instanceof Value.Files(var all)))
            return with(entry, null, words, removed);
        var left = all.stream().filter(file -> !files.contains(file.id())).toList();
        if (left.size() == all.size()) return entry;
        return left.isEmpty()
                ? with(entry, null, words, removed)
                : with(entry, new Value.Files(left), lines(all, entry), entry.provenance());
    }

    /// One line for each file, as the sketcher writes them; those of files that went say so.
    private String lines(List<Value.File> all, Entry entry) {
        var lines = entry.display().split("\n", -1);
        var shown = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) {
            var gone = files.contains(all.get(i).id());
            shown.add(gone || i >= lines.length ? words : lines[i]);
        }
        return String.join("\n", shown);
    }

    private static Entry with(
            Entry entry, @Nullable Value value, String display, Answer.Provenance from) {
        return new Entry(
                entry.step(),
                entry.label(),
                entry.main(),
                value == null ? Answer.Status.REMOVED : entry.status(),
                value,
                display,
                from);
    }

    @Override
    public String toString() {
        return "Removal[" + step + "]";
    }
}
