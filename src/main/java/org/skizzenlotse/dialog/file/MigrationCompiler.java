// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.change.Entry;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.dialog.change.Said;
import org.skizzenlotse.dialog.source.Part;

/// Makes a migration of a file that follows its schema; what does not is left out.
final class MigrationCompiler {
    private MigrationCompiler() {}

    /// An entry and where it stands.
    record Written(Part part, Entry entry) {}

    static Migration compile(Part root, String from, String to) {
        var entries = entries(root).stream().map(Written::entry).toList();
        return new Migration(from, to, entries, said(root.at("tell")), day(root.at("pin_until")));
    }

    static List<Written> entries(Part root) {
        var written = new ArrayList<Written>();
        for (var change : root.list("changes"))
            change.entries()
                    .forEach((kind, part) ->
                            entry(kind, part)
                                    .ifPresent(one -> written.add(new Written(part, one))));
        return written;
    }

    private static Optional<Entry> entry(String kind, Part part) {
        return switch (kind) {
            case "rename" -> both(part).map(two -> new Entry.Rename(two.from(), two.to()));
            case "options" -> id(part.at("step")).map(step -> options(step, part));
            case "reask" ->
                    step(part)
                            .map(step ->
                                    new Entry.Reask(
                                            step,
                                            part.text("only").equals("unfit"),
                                            said(part.at("because"))));
            case "drop" ->
                    step(part)
                            .map(step ->
                                    new Entry.Drop(step, !part.text("answers").equals("keep")));
            case "split" ->
                    id(part.at("from"))
                            .filter(_ -> !ids(part.at("to")).isEmpty())
                            .map(from ->
                                    new Entry.Split(
                                            from,
                                            ids(part.at("to")),
                                            ids(part.at("into")),
                                            said(part.at("because"))));
            case "merge" ->
                    id(part.at("to"))
                            .filter(_ -> !ids(part.at("from")).isEmpty())
                            .map(to ->
                                    new Entry.Merge(
                                            ids(part.at("from")), to, said(part.at("because"))));
            case "keep" -> Optional.of(keep(part));
            default -> Optional.empty();
        };
    }

    private record Both(StepId from, StepId to) {}

    private static Optional<Both> both(Part part) {
        return id(part.at("from")).flatMap(from -> id(part.at("to")).map(to -> new Both(from, to)));
    }

    private static Entry options(StepId step, Part part) {
        var map = new HashMap<String, String>();
        part.entries("map").forEach((old, now) -> map.put(old, now.text()));
        var again = new HashSet<>(part.texts("again"));
        return new Entry.Options(step, map, again, said(part.at("because")));
    }

    private static Entry keep(Part part) {
        var parts = EnumSet.noneOf(org.skizzenlotse.dialog.change.Part.class);
        for (var name : part.texts("parts"))
            org.skizzenlotse.dialog.change.Part.of(name).ifPresent(parts::add);
        return new Entry.Keep(ids(part.at("steps")), parts);
    }

    private static Optional<StepId> step(Part part) {
        return id(part.has("step") ? part.at("step") : part);
    }

    private static Optional<StepId> id(Part part) {
        var text = part.text();
        return StepId.isOne(text) && !text.startsWith("_")
                ? Optional.of(new StepId(text))
                : Optional.empty();
    }

    private static List<StepId> ids(Part part) {
        return part.list().stream().flatMap(one -> id(one).stream()).toList();
    }

    private static Said said(Part part) {
        var texts = new HashMap<String, String>();
        if (!part.text().isEmpty()) texts.put("", part.text());
        part.entries().forEach((variant, text) -> texts.put(variant, text.text()));
        return texts.isEmpty() ? Said.NOTHING : new Said(texts);
    }

    private static Optional<LocalDate> day(Part part) {
        try {
            return part.exists() ? Optional.of(LocalDate.parse(part.text())) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
