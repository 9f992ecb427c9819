// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.Problem.Severity;
import org.skizzenlotse.dialog.source.Part;

/// Says what rules find in the texts of one file, except where its author silenced them with a
/// reason; and says which silencing has no effect.
final class Reports {
    private final List<Silence> silenced = new ArrayList<>();
    private final Set<Silence> used = new HashSet<>();

    private record Silence(String rule, String at, Part part) {}

    /// What is found: the words that it is about, what is wrong with them, and a proposal.
    record Found(String words, String message, String proposal) {}

    Reports(Part root) {
        for (var part : root.list("silenced"))
            silenced.add(new Silence(part.text("rule"), part.text("at"), part));
    }

    void doubtful(WordRule rule, Prose prose, Found found) {
        report(Severity.WARNING, rule, prose, found);
    }

    void hint(WordRule rule, Prose prose, Found found) {
        report(Severity.HINT, rule, prose, found);
    }

    private void report(Severity severity, WordRule rule, Prose prose, Found found) {
        var isSilenced = false;
        for (var one : silenced)
            if (one.rule().equals(rule.id()) && prose.isAt(one.at())) {
                used.add(one);
                isSilenced = true;
            }
        if (isSilenced) return;
        var part = prose.part();
        var message = prose.label() + ": " + found.message() + " (Regel " + rule.id() + ")";
        part.source().report(severity, part.placeOf(found.words()), message, found.proposal());
    }

    /// Silencing that silences nothing.
    void end() {
        for (var one : silenced)
            if (!used.contains(one))
                one.part()
                        .doubtful(
                                "Hier gibt es nichts stillzustellen: Die Regel '"
                                        + one.rule()
                                        + "' meldet dort nichts.",
                                "Nehmt den Eintrag heraus, oder prüft 'at'.");
    }
}
