// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// A dialog with one thing changed in it, and the migration that explains that.
record Rewritten(String what, Dialog dialog, Migration migration) {
    private static final Said BECAUSE = new Said(Map.of("", "Das hat sich geändert."));

    static Rewritten renamed(Dialog old, Question question) {
        var to = new StepId(question.id().value() + "_n");
        var entry = new Entry.Rename(question.id(), to);
        return of(
                old,
                "renames " + question.id(),
                List.of(entry),
                one -> Stream.of(one.id().equals(question.id()) ? called(question, to) : one));
    }

    static Rewritten mapped(Dialog old, Question question) {
        var option = question.type().options().getFirst().id();
        var map = Map.of(option, option + "_n");
        var entry = new Entry.Options(question.id(), map, java.util.Set.of(), BECAUSE);
        return of(old, "maps an option of " + question.id(), List.of(entry), Stream::of);
    }

    static Rewritten anew(Dialog old, Question question) {
        var option = question.type().options().getFirst().id();
        var again = java.util.Set.of(option);
        var entry = new Entry.Options(question.id(), Map.of(), again, BECAUSE);
        return of(old, "asks again for an option of " + question.id(), List.of(entry), Stream::of);
    }

    static Rewritten asked(Dialog old, Question question) {
        var entry = new Entry.Reask(question.id(), false, BECAUSE);
        return of(old, "asks again for " + question.id(), List.of(entry), Stream::of);
    }

    static Rewritten dropped(Dialog old, Question question, boolean erase) {
        var entry = new Entry.Drop(question.id(), erase);
        return of(
                old,
                "drops " + question.id(),
                List.of(entry),
                one -> one.id().equals(question.id()) ? Stream.of() : Stream.of(one));
    }

    static Rewritten split(Dialog old, Question question) {
        var one = new StepId(question.id().value() + "_1");
        var two = new StepId(question.id().value() + "_2");
        var entry = new Entry.Split(question.id(), List.of(one, two), List.of(one), BECAUSE);
        return of(
                old,
                "splits " + question.id(),
                List.of(entry),
                step ->
                        step.id().equals(question.id())
                                ? Stream.of(called(question, one), called(question, two))
                                : Stream.of(step));
    }

    static Rewritten merged(Dialog old, Question question, Question other) {
        var to = new StepId(question.id().value() + "_m");
        var entry = new Entry.Merge(List.of(question.id(), other.id()), to, BECAUSE);
        return of(
                old,
                "merges " + question.id() + " and " + other.id(),
                List.of(entry),
                step -> {
                    if (step.id().equals(other.id())) return Stream.of();
                    return Stream.of(step.id().equals(question.id()) ? called(question, to) : step);
                });
    }

    private static Rewritten of(
            Dialog old,
            String what,
            List<Entry> entries,
            java.util.function.Function<Step, Stream<Step>> change) {
        var renaming = Renaming.of(entries);
        var groups = new ArrayList<Dialog.Group>();
        for (var group : old.groups())
            groups.add(
                    new Dialog.Group(
                            group.id(),
                            group.words(),
                            group.steps().stream()
                                    .flatMap(change)
                                    .map(one -> reading(one, renaming))
                                    .toList()));
        var hash = old.hash() + "-" + what;
        var dialog = new Dialog(head(old.head(), hash), groups, parts(old.parts(), renaming));
        var tell = new Said(Map.of("", "Es hat sich etwas geändert."));
        var migration = new Migration(old.hash(), hash, entries, tell, Optional.empty());
        return new Rewritten(what, dialog, migration);
    }

    private static Question called(Question question, StepId id) {
        return new Question(
                id,
                question.type(),
                question.when(),
                question.rules(),
                question.origin(),
                question.wording(),
                question.variants());
    }

    private static Step reading(Step step, Renaming renaming) {
        return switch (step) {
            case Step.Notice notice ->
                    new Step.Notice(
                            notice.id(),
                            renaming.condition(notice.when()),
                            notice.wording(),
                            notice.variants());
            case Question question ->
                    new Question(
                            question.id(),
                            renaming.type(question.id(), question.type()),
                            renaming.condition(question.when()),
                            question.rules(),
                            renaming.origin(question.origin()),
                            question.wording(),
                            question.variants());
        };
    }

    private static Dialog.Head head(Dialog.Head old, String hash) {
        return new Dialog.Head(
                old.id(),
                hash,
                old.language(),
                old.audience(),
                old.personal(),
                old.timing(),
                old.referencePrefix(),
                old.call(),
                old.confirmTo(),
                old.attach(),
                old.frames());
    }

    private static Dialog.Parts parts(Dialog.Parts old, Renaming renaming) {
        var computed =
                old.computed().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        one ->
                                                new Dialog.Computed(
                                                        renaming.term(one.getValue().is()),
                                                        one.getValue().label())));
        return new Dialog.Parts(
                old.facts(),
                computed,
                old.outcomes().stream().map(one -> outcomes(one, renaming)).toList(),
                sketch(old.sketch(), renaming),
                old.catalogue(),
                Map.of(),
                old.purposes());
    }

    private static Outcomes outcomes(Outcomes old, Renaming renaming) {
        var rules =
                old.rules().stream()
                        .map(one ->
                                new Outcomes.Rule(
                                        one.id(),
                                        one.criterion(),
                                        renaming.condition(one.when()),
                                        one.light(),
                                        one.say(),
                                        one.staff()))
                        .toList();
        return new Outcomes(old.id(), old.after(), rules, old.lights());
    }

    private static SketchPlan sketch(SketchPlan old, Renaming renaming) {
        var sections =
                old.sections().stream()
                        .map(one ->
                                new SketchPlan.Section(
                                        one.id(),
                                        one.title(),
                                        one.catalogue(),
                                        one.field(),
                                        one.from().stream().map(renaming::step).toList(),
                                        one.text(),
                                        one.ifOpen()))
                        .toList();
        return new SketchPlan(old.schema(), sections, old.internal());
    }

    @Override
    public String toString() {
        return what;
    }
}
