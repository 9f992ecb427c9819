// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.source.Part;

/// A text in CEL: its tree, as CEL's parser reads it.
final class CelText {
    /// No macros: `all`, `exists` and `has` are outside of what stays decidable.
    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().setStandardMacros(List.of()).build();

    private CelText() {}

    /// The tree, or nothing where the text is none; the mistake goes to the findings of the file.
    static Optional<CelAbstractSyntaxTree> parsed(Part part) {
        var result = PARSER.parse(part.text());
        if (result.hasError()) {
            wrong(part, result.getErrors().getFirst());
            return Optional.empty();
        }
        try {
            return Optional.of(result.getAst());
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("no tree without an error", impossible);
        }
    }

    /// Where an issue stands in a text of one line.
    static int offset(CelIssue issue) {
        var place = issue.getSourceLocation();
        return place.getLine() == 1 ? Math.max(0, place.getColumn()) : 0;
    }

    private static void wrong(Part part, CelIssue issue) {
        part.wrongInside(
                offset(issue),
                "Diese Bedingung lässt sich nicht lesen.",
                "Beispiele: traeger == 'verein', traeger in ['staat', 'firma'], answered(problem)"
                        + " && !open(ziel)");
    }
}
