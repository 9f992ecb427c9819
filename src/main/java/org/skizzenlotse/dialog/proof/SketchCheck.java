// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Step.Origin;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// The sketch takes up every question of the catalogue and every answer, each at one place.
final class SketchCheck {
    private final Draft draft;
    private final Map<StepId, String> mapped = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> catalogue = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    SketchCheck(Draft draft) {
        this.draft = draft;
    }

    void check() {
        var root = draft.files().file("sketch.yaml");
        if (root.isEmpty()) return;
        for (var section : root.get().list("sections")) section(section);
        for (var internal : root.get().list("internal")) internal(internal);
        for (var question : draft.dialog().questions())
            if (!mapped.containsKey(question.id()))
                draft.step(question.id())
                        .at("ask")
                        .wrong(
                                "Die Antwort auf '"
                                        + question.id()
                                        + "' geht in der Skizze"
                                        + " verloren.",
                                "Nennt den Schritt in sketch.yaml, in einem Abschnitt oder unter"
                                        + " internal.");
        if (isWithout(root.get())) return;
        for (var question : draft.dialog().parts().catalogue().questions().toList())
            if (!catalogue.containsKey(question.id()))
                root.get()
                        .at("sections")
                        .wrongKey(
                                "Zur Frage "
                                        + question.id()
                                        + " des Katalogs gibt es keinen"
                                        + " Abschnitt.",
                                "Ergänzt einen Abschnitt mit catalogue: " + question.id() + ".");
    }

    /// Whether the dialog says that it asks nothing of the catalogue.
    static boolean isWithout(Part sketch) {
        return sketch.text("catalogue").equals("none");
    }

    private void section(Part section) {
        var id = section.text("id");
        if (!ids.add(id)) section.at("id").wrong("Den Abschnitt '" + id + "' gibt es schon.", "");
        field(section, id);
        var question = section.text("catalogue");
        if (!question.isEmpty()) catalogued(section, question, id);
        else if (!section.has("from"))
            section.wrong(
                    "Diesem Abschnitt fehlt 'from'.",
                    "Nennt die Schritte, oder mit catalogue die Frage des Katalogs.");
        plan(id).ifPresent(from -> from.forEach(step -> map(section, step, id)));
        for (var from : section.list("from")) known(from);
    }

    private Optional<List<StepId>> plan(String id) {
        return draft.dialog().parts().sketch().sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(section -> section.from());
    }

    private void field(Part section, String id) {
        var field = section.text("field");
        for (var other : fields.entrySet()) {
            var mine = field + "/";
            var theirs = other.getKey() + "/";
            if (mine.startsWith(theirs) || theirs.startsWith(mine)) {
                section.at("field")
                        .wrong(
                                "'"
                                        + field
                                        + "' überschneidet sich mit '"
                                        + other.getKey()
                                        + "' von '"
                                        + other.getValue()
                                        + "'.",
                                "Jeder Abschnitt hat seine eigene Stelle.");
                return;
            }
        }
        if (!field.isEmpty()) fields.put(field, id);
    }

    private void catalogued(Part section, String question, String id) {
        var place = section.at("catalogue");
        var known =
                draft.dialog().parts().catalogue().questions().map(Catalogue.Question::id).toList();
        var other = catalogue.putIfAbsent(question, id);
        if (other != null)
            place.wrong("Zur Frage " + question + " gibt es schon '" + other + "'.", "");
        else if (!known.contains(question))
            place.wrong(
                    "Die Frage " + question + " gibt es im Katalog nicht.",
                    Nearest.question(question, known));
        else if (section.has("from")) mainFirst(section, question);
    }

    /// What a section names must be the main step of its question, then the step's details.
    private void mainFirst(Part section, String question) {
        var main = new Origin.Catalogue(question);
        var first = section.list("from").getFirst();
        var rest = section.list("from").subList(1, section.list("from").size());
        if (!origin(first).equals(Optional.of(main)))
            first.wrong(
                    "Zuerst steht hier der Hauptschritt von " + question + ".",
                    "'" + first.text() + "' hat nicht catalogue: " + question + ".");
        for (var one : rest)
            if (!(origin(one).orElse(main) instanceof Origin.DetailOf(var of)
                    && of.value().equals(first.text())))
                one.wrong(
                        "'" + one.text() + "' ist keine Einzelheit von '" + first.text() + "'.",
                        "Gebt dem Schritt detail_of: " + first.text() + ".");
    }

    private Optional<Origin> origin(Part step) {
        return StepId.isOne(step.text())
                ? draft.dialog().question(new StepId(step.text())).map(one -> one.origin())
                : Optional.empty();
    }

    private void known(Part step) {
        var known = draft.dialog().questions().stream().map(one -> one.id().value()).toList();
        if (!known.contains(step.text()))
            step.wrong(
                    "Die Frage '" + step.text() + "' gibt es nicht.",
                    Nearest.question(step.text(), known));
    }

    private void map(Part section, StepId step, String id) {
        var other = mapped.putIfAbsent(step, id);
        if (other != null && !other.equals(id))
            section.at("id")
                    .wrong(
                            "'" + step + "' steht schon im Abschnitt '" + other + "'.",
                            "Jede Antwort steht an einer Stelle.");
    }

    private void internal(Part step) {
        known(step);
        if (!StepId.isOne(step.text())) return;
        var other = mapped.putIfAbsent(new StepId(step.text()), "internal");
        if (other != null)
            step.wrong(
                    "'" + step.text() + "' steht schon im Abschnitt '" + other + "'.",
                    "Nehmt es an einer der beiden Stellen heraus.");
    }
}
