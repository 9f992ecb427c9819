// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;

/// What is different between two versions of a dialog, in the order of the new one.
public record Difference(Dialog before, Dialog after, List<Change> changes) {
    /// Copies the list.
    public Difference {
        changes = List.copyOf(changes);
    }

    /// From `before` to `after`.
    public static Difference of(Dialog before, Dialog after) {
        return of(before, after, Renaming.NONE);
    }

    static Difference of(Dialog before, Dialog after, Renaming renaming) {
        var changes = new Comparison(before, after, renaming).changes();
        return new Difference(before, after, changes);
    }

    /// Whether every answer given under `before` keeps its validity and meaning under `after`.
    public boolean explainsItself() {
        return changes.stream().allMatch(Change::explainsItself);
    }

    /// What does not explain itself.
    public List<Change> unexplained() {
        return changes.stream().filter(change -> !change.explainsItself()).toList();
    }

    /// The steps of which something is different.
    public Set<StepId> steps() {
        var steps = new LinkedHashSet<StepId>();
        for (var change : changes) if (change instanceof Change.OfStep of) steps.add(of.step());
        return steps;
    }

    /// A German sentence for each step or part of which something is different.
    public List<String> sentences() {
        return new Sentences(before, after).of(changes);
    }

    /// The same of these changes only.
    public List<String> sentences(List<Change> some) {
        return new Sentences(before, after).of(some);
    }
}
