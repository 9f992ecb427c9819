// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.dialog.source.YamlEdit;
import org.skizzenlotse.dialog.source.YamlReader;
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
            new TalkRun(new TalkRun.Played(engine, dialog), root, seen, Corrections.NONE).run();
        }
        return new Result(talks.size(), findings.all(), Coverage.of(dialog, seen));
    }

    /// The text of a talk with the expectations that hold today in place of those that do not;
    /// everything else stays as it was written. Nothing where it is no YAML.
    public Optional<String> updated(Dialog dialog, String file, String text) {
        return YamlReader.read(file, text, new Findings())
                .map(source -> {
                    var corrections = Corrections.wanted();
                    var played = new TalkRun.Played(engine, dialog);
                    new TalkRun(played, source.root(), new Coverage.Seen(), corrections).run();
                    return YamlEdit.replaced(text, corrections.all());
                });
    }
}
