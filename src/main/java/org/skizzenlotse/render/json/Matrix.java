// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;

/// Which question of the catalogue is asked by which steps and arrives in which field of the
/// sketch, in the order of the catalogue.
public record Matrix(List<Row> rows) {
    /// Copies the list.
    public Matrix {
        rows = List.copyOf(rows);
    }

    /// One question: its main steps (there should be one), the details that feed its section, and
    /// the JSON Pointers of its sections (there should be one).
    public record Row(
            String id,
            String title,
            List<StepId> steps,
            List<StepId> details,
            List<String> fields) {
        /// Copies the lists.
        public Row {
            steps = List.copyOf(steps);
            details = List.copyOf(details);
            fields = List.copyOf(fields);
        }
    }

    /// The matrix of a dialog; empty where the dialog has no catalogue.
    public static Matrix of(Dialog dialog) {
        return new Matrix(
                dialog.parts()
                        .catalogue()
                        .questions()
                        .map(question -> row(dialog, question))
                        .toList());
    }

    private static Row row(Dialog dialog, Catalogue.Question question) {
        var asked = new Step.Origin.Catalogue(question.id());
        var steps =
                dialog.questions().stream()
                        .filter(one -> one.origin().equals(asked))
                        .map(Step.Question::id)
                        .toList();
        var details =
                dialog.questions().stream()
                        .filter(one -> isDetailOf(one, steps))
                        .map(Step.Question::id)
                        .toList();
        var fields =
                dialog.parts().sketch().sections().stream()
                        .filter(section -> section.catalogue().equals(question.id()))
                        .map(SketchPlan.Section::field)
                        .toList();
        return new Row(question.id(), question.title(), steps, details, fields);
    }

    private static boolean isDetailOf(Step.Question question, List<StepId> steps) {
        return question.origin() instanceof Step.Origin.DetailOf(var main) && steps.contains(main);
    }

    /// An array of objects `{id, steps, details, fields}`.
    public String json() {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var row : rows) {
            var json = array.addObject().put("id", row.id());
            var steps = json.putArray("steps");
            row.steps().forEach(step -> steps.add(step.value()));
            var details = json.putArray("details");
            row.details().forEach(step -> details.add(step.value()));
            var fields = json.putArray("fields");
            row.fields().forEach(fields::add);
        }
        return SketchJson.text(array);
    }

    /// A table for the terminal.
    public String text() {
        var cells = new ArrayList<List<String>>();
        cells.add(List.of("Frage", "Hauptschritt", "Feld der Skizze", "Details"));
        for (var row : rows) {
            var fields = String.join(", ", row.fields());
            cells.add(List.of(row.id(), joined(row.steps()), fields, joined(row.details())));
        }
        var text = new StringBuilder();
        for (var line : cells) {
            var padded = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int wide = cells.stream().mapToInt(one -> one.get(column).length()).max().orElse(0);
                var cell = line.get(i);
                padded.append(cell).append(" ".repeat(wide - cell.length() + 2));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String joined(List<StepId> steps) {
        return String.join(", ", steps.stream().map(StepId::value).toList());
    }
}
