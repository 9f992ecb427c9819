// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;

/// From one version to another, both named by their hashes: what becomes of answers that were given
/// before, and what people are told. Conversations stay on the old version until `pinnedUntil`, if
/// that is set.
public record Migration(
        String from, String to, List<Entry> entries, Said tell, Optional<LocalDate> pinnedUntil) {
    /// Copies the list.
    public Migration {
        entries = List.copyOf(entries);
    }

    /// The changes from `before` to `after` that neither explain themselves nor are explained here.
    public List<Change> unexplained(Dialog before, Dialog after) {
        return changes(before, after).stream()
                .filter(change -> !change.explainsItself())
                .filter(change -> entries.stream().noneMatch(one -> explains(one, change)))
                .toList();
    }

    /// The entries by which nothing is explained.
    public List<Entry> idle(Dialog before, Dialog after) {
        var plain = Difference.of(before, after).changes();
        var steps = new Renaming(Renaming.of(entries).steps(), Map.of());
        var called = Difference.of(before, after, steps).changes();
        var named = changes(before, after);
        return entries.stream()
                .filter(entry -> {
                    var needed =
                            switch (entry) {
                                case Entry.Rename _ -> plain;
                                case Entry.Options _ -> called;
                                case Entry.Reask _, Entry.Drop _, Entry.Split _ -> named;
                                case Entry.Merge _, Entry.Keep _ -> named;
                            };
                    return needed.stream()
                            .noneMatch(one -> !one.explainsItself() && touches(entry, one));
                })
                .toList();
    }

    private List<Change> changes(Dialog before, Dialog after) {
        return Difference.of(before, after, Renaming.of(entries)).changes();
    }

    /// Whether a change, as it is before names are looked at, has to do with an entry.
    private static boolean touches(Entry entry, Change change) {
        return switch (entry) {
            case Entry.Rename(var from, var to) -> is(change, from) || is(change, to);
            case Entry.Options(var step, var map, var again, _) ->
                    change instanceof Change.OptionGone(var of, var option)
                            && of.equals(step)
                            && (map.containsKey(option) || again.contains(option));
            case Entry.Reask _, Entry.Drop _, Entry.Split _ -> explains(entry, change);
            case Entry.Merge _, Entry.Keep _ -> explains(entry, change);
        };
    }

    private static boolean is(Change change, StepId step) {
        return change instanceof Change.OfStep of && of.step().equals(step);
    }

    private static boolean explains(Entry entry, Change change) {
        return switch (entry) {
            case Entry.Rename _ -> false;
            case Entry.Options(var step, _, var again, _) ->
                    change instanceof Change.OptionGone(var of, var option)
                            && of.equals(step)
                            && again.contains(option);
            case Entry.Reask(var step, _, _) ->
                    is(change, step) && !(change instanceof Change.StepGone);
            case Entry.Drop(var step, _) ->
                    change instanceof Change.StepGone(var gone) && gone.equals(step);
            case Entry.Split(var from, var to, _, _) ->
                    is(change, from) || to.stream().anyMatch(one -> is(change, one));
            case Entry.Merge(var from, var to, _) ->
                    is(change, to) || from.stream().anyMatch(one -> is(change, one));
            case Entry.Keep(var steps, var parts) ->
                    change instanceof Change.OfPart part
                            ? parts.contains(part.part())
                            : steps.stream().anyMatch(one -> isKept(change, one));
        };
    }

    /// A step that is gone, a new one and other words of a consent cannot be talked away.
    private static boolean isKept(Change change, StepId step) {
        return is(change, step)
                && !(change instanceof Change.StepGone)
                && !(change instanceof Change.OptionGone)
                && !(change instanceof Change.ConsentWords)
                && !(change instanceof Change.Type);
    }
}
