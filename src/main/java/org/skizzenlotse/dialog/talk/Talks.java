// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.engine.turn.Engine;

/// Runs talks, the transcripts that are the tests of a dialog, against the engine. The clock is the
/// talk's own, the facts of the installation have sample values.
public final class Talks {
    private final Engine engine;

    /// Talks with this engine.
    public Talks(Engine engine) {
        this.engine = engine;
    }

    /// What became of the talks of a dialog: how many were run, where one went another way than
    /// written, and what all of them together have touched.
    public record Result(int talks, List<Problem> problems, Coverage coverage) {
        /// Copies the list.
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /// The facts of the installation that a talk has where it says nothing else.
    public static Map<String, Value> facts(Dialog dialog) {
        return SampleFacts.of(dialog);
    }

    /// Runs the talks of a dialog.
    public Result run(Dialog dialog, List<Source> talks) {
        var findings = new Findings();
        var seen = new Coverage.Seen();
        for (var talk : talks) {
            var root = talk.reportingTo(findings).root();
            new TalkRun(engine, dialog, root, seen).run();
        }
        return new Result(talks.size(), findings.all(), Coverage.of(dialog, seen));
    }
}
