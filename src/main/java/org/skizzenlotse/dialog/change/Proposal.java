// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Origin;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// A migration as a first guess: it explains everything, and authors decide what of it is right.
public final class Proposal {
    private final Dialog before;
    private final Dialog after;
    private final List<Entry> entries = new ArrayList<>();

    private Proposal(Dialog before, Dialog after) {
        this.before = before;
        this.after = after;
    }

    /// From `before` to `after`; without entries where all explains itself.
    public static Migration of(Dialog before, Dialog after) {
        var proposal = new Proposal(before, after);
        proposal.renames();
        proposal.options();
        proposal.rest();
        return new Migration(
                before.hash(), after.hash(), proposal.entries, Said.NOTHING, Optional.empty());
    }

    private List<Change> open() {
        return Difference.of(before, after, Renaming.of(entries)).unexplained();
    }

    /// What went, and what came in its place.
    private void renames() {
        var taken = new HashSet<StepId>();
        for (var change : Difference.of(before, after).changes()) {
            if (!(change instanceof Change.StepGone(var gone))) continue;
            var old = before.question(gone).orElseThrow();
            after.questions().stream()
                    .filter(one -> before.question(one.id()).isEmpty() && !taken.contains(one.id()))
                    .filter(one -> isLike(old, one))
                    .findFirst()
                    .ifPresent(one -> {
                        taken.add(one.id());
                        entries.add(new Entry.Rename(gone, one.id()));
                    });
        }
    }

    private static boolean isLike(Question old, Question now) {
        var catalogue = old.origin() instanceof Origin.Catalogue;
        return old.type().id().equals(now.type().id())
                && (old.wording().text().equals(now.wording().text())
                        || old.wording().shortText().equals(now.wording().shortText())
                        || (catalogue && old.origin().equals(now.origin())));
    }

    private void options() {
        var gone = new LinkedHashMap<StepId, List<String>>();
        for (var change : open())
            if (change instanceof Change.OptionGone(var step, var option))
                gone.computeIfAbsent(step, _ -> new ArrayList<>()).add(option);
        gone.forEach((step, options) -> entries.add(options(step, options)));
    }

    private Entry options(StepId step, List<String> gone) {
        var now = after.question(step).orElseThrow();
        var old = before.question(formerly(step)).orElseThrow();
        var map = new HashMap<String, String>();
        var again = new HashSet<String>();
        for (var option : gone) {
            var text = old.wording().option(option).text();
            now.type().options().stream()
                    .filter(one -> now.wording().option(one.id()).text().equals(text))
                    .findFirst()
                    .ifPresentOrElse(one -> map.put(option, one.id()), () -> again.add(option));
        }
        return new Entry.Options(step, map, again, Said.NOTHING);
    }

    private StepId formerly(StepId step) {
        for (var entry : entries)
            if (entry instanceof Entry.Rename(var from, var to) && to.equals(step)) return from;
        return step;
    }

    private void rest() {
        var again = new LinkedHashMap<StepId, Boolean>();
        Set<StepId> kept = new LinkedHashSet<>();
        var parts = EnumSet.noneOf(Part.class);
        var explained = Map.copyOf(Renaming.of(entries).options());
        for (var change : open())
            switch (change) {
                case Change.StepGone(var step) -> entries.add(new Entry.Drop(step, true));
                case Change.Type(var step, _, _) -> again.put(step, false);
                case Change.ConsentWords(var step) -> again.put(step, false);
                case Change.Limits(var step, _) -> again.putIfAbsent(step, true);
                case Change.Checked(var step, _) -> again.putIfAbsent(step, true);
                case Change.OpenAnswers(var step, _) -> again.putIfAbsent(step, true);
                case Change.OptionNote(var step, _, _) -> again.putIfAbsent(step, true);
                case Change.OptionGone(var step, _) -> {
                    if (!explained.containsKey(step)) again.putIfAbsent(step, true);
                }
                case Change.OfPart(var part, _, _) -> parts.add(part);
                case Change.OfStep one -> kept.add(one.step());
                case Change.Notices _ -> {}
            }
        kept.removeAll(again.keySet());
        again.forEach((step, unfit) -> entries.add(new Entry.Reask(step, unfit, Said.NOTHING)));
        if (!kept.isEmpty() || !parts.isEmpty())
            entries.add(new Entry.Keep(List.copyOf(kept), parts));
    }
}
