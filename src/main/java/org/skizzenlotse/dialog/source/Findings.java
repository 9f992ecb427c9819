// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.skizzenlotse.dialog.Problem;

/// The problems found so far, of all files.
public final class Findings {
    /// More than this nobody reads at once; the first ones are named.
    private static final int PROBLEMS_MAX = 500;

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file)
                    .thenComparingInt(Problem::line)
                    .thenComparingInt(Problem::column);

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> hints = new ArrayList<>();

    /// Notes a problem; the same one only once.
    public void add(Problem problem) {
        var all = problem.severity() == Problem.Severity.HINT ? hints : problems;
        if (all.size() < PROBLEMS_MAX && !all.contains(problem)) all.add(problem);
    }

    /// Whether a file named so, or one below that folder, has an error.
    public boolean hasErrorsIn(String path) {
        return problems.stream().anyMatch(one -> one.isError() && one.file().startsWith(path));
    }

    /// All errors and warnings, by file and place.
    public List<Problem> all() {
        return problems.stream().sorted(BY_PLACE).toList();
    }

    /// What is only said to those who ask, by file and place.
    public List<Problem> hints() {
        return hints.stream().sorted(BY_PLACE).toList();
    }
}
