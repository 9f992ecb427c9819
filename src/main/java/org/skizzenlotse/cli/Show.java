// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.concurrent.Callable;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.render.graph.DialogGraph;
import org.skizzenlotse.render.graph.GraphSvg;
import org.skizzenlotse.render.graph.GraphText;
import org.skizzenlotse.render.json.Matrix;
import org.skizzenlotse.render.json.SketchSchema;
import org.skizzenlotse.render.question.Questions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show DIALOG --as …`: a dialog as drawing, reading copy, traceability matrix or JSON Schema of
/// its sketch.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Zeigt einen Dialog: graph, mermaid, outline, matrix, questions, schema.")
public final class Show implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "DIALOG", description = "Welcher Dialog, etwa skizze")
    private String dialog = "";

    @Option(
            names = "--as",
            required = true,
            paramLabel = "FORM",
            description = "${COMPLETION-CANDIDATES}")
    private Form form = Form.questions;

    @Option(names = "--json", description = "Als JSON, wo es das gibt (matrix)")
    private boolean json;

    /// The forms, by the names of the command line.
    @SuppressWarnings("MemberName")
    public enum Form {
        graph,
        mermaid,
        outline,
        matrix,
        questions,
        schema
    }

    /// With what commands are given.
    public Show(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        var loaded = DialogFolder.read(opener.dialogs());
        loaded.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> System.err.println(problem.toText()));
        var found =
                loaded.dialogs().stream()
                        .map(one -> one.dialog())
                        .filter(one -> one.id().equals(dialog))
                        .findFirst();
        if (found.isEmpty()) {
            System.err.println("Den Dialog " + dialog + " gibt es nicht, oder er hat Fehler.");
            return Exit.FINDINGS;
        }
        System.out.println(text(found.get()));
        return Exit.OK;
    }

    private String text(Dialog shown) {
        return switch (form) {
            case graph -> GraphSvg.of(DialogGraph.of(shown));
            case mermaid -> GraphText.mermaid(DialogGraph.of(shown));
            case outline -> GraphText.markdown(DialogGraph.of(shown));
            case matrix -> json ? Matrix.of(shown).json() : Matrix.of(shown).text();
            case questions -> Questions.markdown(shown, display(shown));
            case schema -> SketchSchema.of(shown);
        };
    }

    private static Display display(Dialog shown) {
        return PhrasesFile.load().display(shown.head().language());
    }
}
