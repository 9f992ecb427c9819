// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.condition.Names;
import org.skizzenlotse.dialog.condition.ReservedWords;
import org.skizzenlotse.dialog.file.StepCompiler.Found;
import org.skizzenlotse.dialog.proof.Draft;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// Makes a dialog of its files. What is wrong is noted in the findings and left out, so that all
/// mistakes are found in one go.
final class DialogCompiler {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Bundle bundle;
    private final Part head;
    private final Names names = new Names();
    private final Map<String, Part> groups = new LinkedHashMap<>();
    private final Map<String, List<Found>> found = new LinkedHashMap<>();
    private final Map<StepId, Part> parts = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private boolean whole = true;

    private DialogCompiler(Bundle bundle) {
        this.bundle = bundle;
        this.head = bundle.file(Bundle.HEAD).orElseThrow();
    }

    /// The dialog of these files; `proven` where they were checked before.
    static Draft compile(Bundle bundle, String hash, boolean proven) {
        var compiler = new DialogCompiler(bundle);
        compiler.findGroups();
        compiler.nameHead();
        compiler.groups.forEach(compiler::findSteps);
        var draft = compiler.draft(hash);
        if (!proven) compiler.names.reader().checkTypes();
        return draft;
    }

    private Draft draft(String hash) {
        var heading = new HeadCompiler(head, bundle);
        var steps = new StepCompiler(names, heading, bundle);
        var made = new ArrayList<Dialog.Group>();
        found.forEach((id, all) ->
                made.add(new Dialog.Group(id, words(id), all.stream().map(steps::step).toList())));
        var computed = names.readHead();
        var questions =
                made.stream()
                        .flatMap(group -> group.steps().stream())
                        .filter(Step.Question.class::isInstance)
                        .map(Step.Question.class::cast)
                        .toList();
        var all =
                new Dialog.Parts(
                        heading.facts(),
                        computed,
                        outcomes(),
                        bundle.file("sketch.yaml")
                                .map(root -> PartsCompiler.sketch(root, questions))
                                .orElse(SketchPlan.NONE),
                        bundle.file(Bundle.CATALOGUE)
                                .map(PartsCompiler::catalogue)
                                .orElse(Catalogue.EMPTY),
                        heading.handsOver(),
                        heading.purposes());
        var places = new Draft.Places(parts, groups);
        return new Draft(new Dialog(heading.head(hash), made, all), places, bundle, whole);
    }

    private Map<String, Dialog.GroupWords> words(String id) {
        var group = groups.getOrDefault(id, head);
        var own = new Dialog.GroupWords(group.text("title"), group.text("intro"));
        var words = new HashMap<String, Dialog.GroupWords>();
        for (var texts : bundle.under("texts")) {
            var other = texts.at("groups").at(id);
            words.put(
                    texts.text("variant"),
                    new Dialog.GroupWords(
                            other.has("title") ? other.text("title") : own.title(),
                            other.has("intro") ? other.text("intro") : own.intro()));
        }
        words.put(new HeadCompiler(head, bundle).language(), own);
        return words;
    }

    private List<Outcomes> outcomes() {
        return bundle.file("outcomes.yaml")
                .map(root -> List.of(PartsCompiler.outcomes(root, names, orderAfter(root))))
                .orElse(List.of());
    }

    /// The place in the order behind the group after which an outcome is said.
    private int orderAfter(Part outcomes) {
        var order = 0;
        for (var group : found.entrySet()) {
            for (var one : group.getValue()) order = one.order() + 1;
            if (group.getKey().equals(outcomes.text("after"))) return order;
        }
        return order;
    }

    private void findGroups() {
        var files = new LinkedHashMap<String, Part>();
        for (var file : bundle.under("groups")) {
            var id = file.text("group");
            if (files.containsKey(id))
                file.at("group")
                        .wrong(
                                "Die Gruppe '" + id + "' gibt es schon.",
                                "Sie steht auch in " + files.get(id).source().file() + ".");
            else if (!id.isEmpty()) files.put(id, file);
        }
        for (var listed : head.list("groups")) {
            var file = files.remove(listed.text());
            if (file != null) groups.put(listed.text(), file);
            else if (!groups.containsKey(listed.text())) {
                whole = false;
                listed.wrong(
                        "Zur Gruppe '" + listed.text() + "' gibt es keine Datei.",
                        Nearest.question(listed.text(), files.keySet()));
            }
        }
        whole &= files.isEmpty();
        for (var unlisted : files.values())
            unlisted.at("group")
                    .wrong(
                            "Diese Gruppe steht nicht unter 'groups' in dialog.yaml.",
                            "Ergänzt sie dort an der Stelle, an der sie gefragt werden soll.");
    }

    private void nameHead() {
        head.entries("facts")
                .forEach((id, fact) -> named(id, fact, () -> names.addFact(id, fact.text("type"))));
        head.entries("compute")
                .forEach((id, part) -> named(id, part, () -> names.addComputed(id, part)));
        head.entries("conditions")
                .forEach((id, part) -> named(id, part, () -> names.addCondition(id, part)));
    }

    private void findSteps(String group, Part file) {
        var steps = new ArrayList<Found>();
        found.put(group, steps);
        for (var part : file.list("steps")) {
            var notice = part.has("say");
            var idPart = part.at(notice ? "say" : "ask");
            named(idPart.text(), idPart, () -> find(part, idPart, notice, steps));
        }
    }

    private void find(Part part, Part idPart, boolean notice, List<Found> steps) {
        var id = new StepId(idPart.text());
        var order = taken.size();
        var type = notice ? null : TypeCompiler.type(part).orElse(null);
        if (!notice && type == null) {
            whole = false;
            return;
        }
        var step = new Found(part, id, order, type);
        if (type != null) names.addStep(id, type, order, step.core());
        parts.put(id, part);
        steps.add(step);
    }

    /// Takes a name if it is one, is free, and is not needed by conditions themselves.
    private void named(String id, Part place, Runnable take) {
        var isOne = ID.matcher(id).matches();
        whole &= isOne && !ReservedWords.contain(id) && !taken.contains(id);
        if (!isOne) return;
        if (ReservedWords.contain(id))
            place.wrongKey(
                    "'" + id + "' geht nicht als Name: Das Wort brauchen die Bedingungen.",
                    "Nehmt einen anderen Namen, etwa '" + id + "_angabe'.");
        else if (!taken.add(id))
            place.wrongKey(
                    "Den Namen '" + id + "' gibt es in diesem Dialog schon.",
                    "Jeder Schritt, Fakt, Wert und jede Bedingung hat einen eigenen Namen.");
        else take.run();
    }
}
