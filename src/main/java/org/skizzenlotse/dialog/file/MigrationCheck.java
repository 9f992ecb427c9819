// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.change.Entry;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// Whether a migration fits the versions that it leads from and to: names that exist there, all
/// that needs an explanation explained, and nothing else.
final class MigrationCheck {
    private final Part root;
    private final Migration migration;
    private final Dialog before;
    private final Dialog after;

    MigrationCheck(Part root, Migration migration, Dialog before, Dialog after) {
        this.root = root;
        this.migration = migration;
        this.before = before;
        this.after = after;
    }

    void check() {
        var entries = MigrationCompiler.entries(root);
        for (var written : entries) names(written.entry(), written.part());
        var pin = root.at("pin_until");
        if (pin.exists() && migration.pinnedUntil().isEmpty())
            pin.wrong("'" + pin.text() + "' ist kein Tag.", "Zum Beispiel 2027-01-31.");
        var unexplained = migration.unexplained(before, after);
        for (var sentence : Difference.of(before, after).sentences(unexplained))
            root.at("changes")
                    .wrongKey(
                            "Das ist noch nicht erklärt. " + sentence + ".",
                            "Ergänzt einen Eintrag, der sagt, was mit den Antworten geschieht.");
        var idle = migration.idle(before, after);
        for (var written : entries)
            if (idle.contains(written.entry()))
                written.part()
                        .doubtful(
                                "Dieser Eintrag erklärt nichts.",
                                "An dieser Stelle hat sich nichts geändert, was einen braucht.");
    }

    private void names(Entry entry, Part part) {
        switch (entry) {
            case Entry.Rename(var from, var to) -> {
                in(before, from, part.at("from"));
                in(after, to, part.at("to"));
                if (after.question(from).isPresent())
                    part.at("from")
                            .wrong(
                                    "Die Frage '" + from + "' gibt es weiterhin.",
                                    "Umbenannt wird nur, was es nicht mehr gibt.");
            }
            case Entry.Options one -> options(one, part);
            case Entry.Reask(var step, _, _) -> {
                var place = part.has("step") ? part.at("step") : part;
                in(after, step, place);
                if (isFile(step))
                    place.wrong(
                            "Nach Dateien wird nicht noch einmal gefragt.",
                            "Nehmt keep, dann bleiben sie, oder drop, dann gehen sie.");
            }
            case Entry.Drop(var step, _) -> {
                var place = part.has("step") ? part.at("step") : part;
                in(before, step, place);
                if (after.question(step).isPresent())
                    place.wrong(
                            "Die Frage '" + step + "' gibt es weiterhin.",
                            "Nehmt reask, wenn sie neu gefragt werden soll.");
            }
            case Entry.Split(var from, var to, var into, _) -> {
                in(before, from, part.at("from"));
                for (var one : part.list("to")) in(after, one);
                if (!to.containsAll(into))
                    part.at("into")
                            .wrong(
                                    "'" + part.text("into") + "' ist keiner der neuen Schritte.",
                                    "Nehmt einen von denen unter to.");
            }
            case Entry.Merge(_, var to, _) -> {
                for (var one : part.list("from")) in(before, one);
                in(after, to, part.at("to"));
            }
            case Entry.Keep _ -> {
                for (var one : part.list("steps")) in(after, one);
            }
        }
    }

    private boolean isFile(StepId step) {
        return after.question(step)
                .filter(one -> one.type() instanceof AnswerType.File)
                .isPresent();
    }

    private void options(Entry.Options one, Part part) {
        in(after, one.step(), part.at("step"));
        var now = after.question(one.step());
        var old = before.question(formerly(one.step()));
        if (now.isEmpty() || old.isEmpty()) return;
        part.entries("map")
                .forEach((from, to) -> {
                    if (!ids(old.get()).contains(from))
                        to.wrongKey(
                                "Die Auswahl '" + from + "' gab es bisher nicht.",
                                Nearest.question(from, ids(old.get())));
                    if (!ids(now.get()).contains(to.text()))
                        to.wrong(
                                "Die Auswahl '" + to.text() + "' gibt es jetzt nicht.",
                                Nearest.question(to.text(), ids(now.get())));
                });
        for (var gone : part.list("again"))
            if (!ids(old.get()).contains(gone.text()))
                gone.wrong(
                        "Die Auswahl '" + gone.text() + "' gab es bisher nicht.",
                        Nearest.question(gone.text(), ids(old.get())));
    }

    private StepId formerly(StepId step) {
        return migration.entries().stream()
                .filter(Entry.Rename.class::isInstance)
                .map(Entry.Rename.class::cast)
                .filter(one -> one.to().equals(step))
                .map(Entry.Rename::from)
                .findFirst()
                .orElse(step);
    }

    private static List<String> ids(Question question) {
        return question.type().options().stream().map(Option::id).toList();
    }

    private void in(Dialog dialog, Part part) {
        if (StepId.isOne(part.text())) in(dialog, new StepId(part.text()), part);
    }

    private void in(Dialog dialog, StepId step, Part part) {
        if (dialog.question(step).isPresent()) return;
        var known =
                dialog.questions().stream()
                        .map(one -> one.id().value())
                        .collect(Collectors.toList());
        part.wrong(
                dialog == before
                        ? "Die Frage '" + step + "' gab es bisher nicht."
                        : "Die Frage '" + step + "' gibt es jetzt nicht.",
                Nearest.question(step.value(), known));
    }
}
