// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Verdict;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.sketch.Sketch.Entry;
import org.skizzenlotse.sketch.Sketch.Reason;
import org.skizzenlotse.sketch.Sketch.Section;
import org.skizzenlotse.sketch.Sketch.Status;

/// Derives the sketch from a conversation's answers.
public final class Sketcher {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})}");

    private static final String FIRST = "die Person, die angefangen hat";
    private static final String GONE = "jemand, der nicht mehr mitmacht";

    private final Dialog dialog;
    private final Conversation conversation;
    private final Journey journey;
    private final Display display;

    private Sketcher(Dialog dialog, Conversation conversation, Journey journey, Display display) {
        this.dialog = dialog;
        this.conversation = conversation;
        this.journey = journey;
        this.display = display;
    }

    /// The sketch as it is now: reference and revision are those of the conversation; the time of
    /// submission is not known here. Answers are written as `display` shows them.
    public static Sketch sketch(
            Dialog dialog, Conversation conversation, Map<String, Value> facts, Display display) {
        return of(dialog, conversation, facts, display).sketch();
    }

    /// Every answer that counts as a section of its own, for a dialog that makes no sketch.
    public static Sketch answers(
            Dialog dialog, Conversation conversation, Map<String, Value> facts, Display display) {
        return of(dialog, conversation, facts, display).answers();
    }

    private static Sketcher of(
            Dialog dialog, Conversation conversation, Map<String, Value> facts, Display display) {
        var known = Origin.facts(conversation.origin(), facts);
        var journey = Journey.of(dialog, conversation.answers(), conversation.scope(), known);
        return new Sketcher(dialog, conversation, journey, display);
    }

    private Sketch answers() {
        var sections = new ArrayList<Section>();
        journey.questions()
                .filter(Journey.Stop::isDealtWith)
                .map(stop -> stop.question().orElseThrow())
                .forEach(question -> {
                    var id = question.id();
                    var field = "/" + id.value();
                    var plan =
                            new SketchPlan.Section(
                                    id.value(), label(question), "", field, List.of(id), "", "");
                    sections.add(section(plan));
                });
        return sketch("", sections);
    }

    private Sketch sketch() {
        var plan = dialog.parts().sketch();
        return sketch(plan.schema(), plan.sections().stream().map(this::section).toList());
    }

    private Sketch sketch(String schema, List<Section> sections) {
        return new Sketch(
                schema,
                dialog.id(),
                dialog.hash(),
                dialog.frame(conversation.variant()).title(),
                conversation.reference(),
                conversation.lifecycle().revision(),
                null,
                conversation.entry(),
                null,
                sections,
                people(),
                asked());
    }

    private List<Sketch.Asked> asked() {
        var consultation = conversation.consultation();
        var asked = new ArrayList<Sketch.Asked>();
        for (var remark : consultation.remarks())
            if (remark.kind() == Remark.Kind.QUESTION)
                consultation
                        .answer(remark.number())
                        .map(one -> new Sketch.Asked(remark.text(), one.text(), one.at()))
                        .ifPresent(asked::add);
        return asked;
    }

    /// Those who were here at any time, where they are several.
    private Map<String, String> people() {
        var together = conversation.together();
        var people = new HashMap<String, String>();
        for (var person : together.people())
            if (together.isShared() && person.cameOnce())
                people.put(Person.by(person.number()), called(person));
        return people;
    }

    private static String called(Person person) {
        if (!person.name().isEmpty()) return person.name();
        return person.counts() ? FIRST : GONE;
    }

    private Section section(SketchPlan.Section plan) {
        var main = journey.stop(plan.from().getFirst()).orElseThrow();
        var status = status(main);
        var reason = status == Status.OPEN ? reason(main) : null;
        var dependsOn = reason == Reason.DEPENDS_ON ? dependsOn(main) : List.<String>of();
        var entries = entries(plan);
        var because = reason == null ? "" : because(reason, dependsOn);
        return new Section(
                plan.id(),
                plan.title(),
                plan.catalogue(),
                group(plan.catalogue()),
                plan.field(),
                status,
                reason,
                dependsOn,
                text(plan, entries, because),
                entries);
    }

    private static Status status(Journey.Stop main) {
        if (main.relevance().isFalse()) return Status.NOT_APPLICABLE;
        if (main.relevance().isUnknown())
            return causes(main, Verdict.Why.OPEN) || causes(main, Verdict.Why.NOT_ASKED)
                    ? Status.OPEN
                    : Status.NOT_APPLICABLE;
        var answer = main.answer();
        if (answer == null) return Status.OPEN;
        return switch (answer.status()) {
            case ANSWERED -> Status.ANSWERED;
            case NOT_APPLICABLE -> Status.NOT_APPLICABLE;
            case UNKNOWN, LATER, REFUSED, REMOVED -> Status.OPEN;
        };
    }

    private static @Nullable Reason reason(Journey.Stop main) {
        if (main.relevance().isUnknown())
            return causes(main, Verdict.Why.OPEN) ? Reason.DEPENDS_ON : Reason.NOT_ASKED;
        var answer = main.answer();
        if (answer == null) return Reason.NOT_ASKED;
        return switch (answer.status()) {
            case UNKNOWN -> Reason.UNKNOWN;
            case LATER -> Reason.LATER;
            case REFUSED -> Reason.REFUSED;
            case REMOVED -> Reason.REMOVED;
            case ANSWERED, NOT_APPLICABLE -> null;
        };
    }

    private static boolean causes(Journey.Stop stop, Verdict.Why why) {
        return stop.relevance().causes().stream().anyMatch(cause -> cause.why() == why);
    }

    /// The short names of the open steps that decide whether this one applies.
    private List<String> dependsOn(Journey.Stop stop) {
        var names = new LinkedHashSet<String>();
        for (var cause : stop.relevance().causes())
            if (cause.why() == Verdict.Why.OPEN && StepId.isOne(cause.of()))
                dialog.question(new StepId(cause.of()))
                        .ifPresent(question -> names.add(label(question)));
        return names.stream().sorted().toList();
    }

    private String label(Question question) {
        return question.wording(conversation.variant()).shortText();
    }

    private String group(String catalogue) {
        return dialog.parts().catalogue().groups().stream()
                .filter(group -> group.questions().stream().anyMatch(q -> q.id().equals(catalogue)))
                .map(Catalogue.Group::title)
                .findFirst()
                .orElse("");
    }

    private List<Entry> entries(SketchPlan.Section plan) {
        var entries = new ArrayList<Entry>();
        for (var step : plan.from())
            journey.stop(step)
                    .filter(Journey.Stop::isDealtWith)
                    .ifPresent(
                            stop -> entries.add(entry(stop, step.equals(plan.from().getFirst()))));
        return entries;
    }

    private Entry entry(Journey.Stop stop, boolean main) {
        var question = stop.question().orElseThrow();
        var answer = conversation.answer(stop.id()).orElseThrow();
        return new Entry(
                question.id().value(),
                label(question),
                main,
                answer.status(),
                answer.value(),
                answer.value() instanceof Value.Files(var files)
                        ? lines(files)
                        : display.answer(question, answer),
                answer.provenance());
    }

    /// Each file in a line, with the question that it belongs to.
    private String lines(List<Value.File> files) {
        return files.stream()
                .map(file -> display.file(file, named(file.about())))
                .collect(Collectors.joining("\n"));
    }

    private String named(String about) {
        return StepId.isOne(about)
                ? dialog.question(new StepId(about)).map(this::label).orElse("")
                : "";
    }

    /// Why a section is open, in words.
    public static String because(Reason reason, List<String> dependsOn) {
        return switch (reason) {
            case UNKNOWN -> "noch nicht bekannt";
            case LATER -> "soll später beantwortet werden";
            case REFUSED -> "dazu gibt es keine Angabe";
            case NOT_ASKED -> "noch nicht gefragt";
            case REMOVED -> "wurde wieder entfernt";
            case DEPENDS_ON -> "hängt ab von: " + String.join(", ", dependsOn);
        };
    }

    /// The section in words: by the file's templates, or as [#listed]; empty where nothing applies.
    private static String text(SketchPlan.Section plan, List<Entry> entries, String because) {
        if (entries.stream().allMatch(entry -> entry.status() != Answer.Status.ANSWERED))
            return because.isEmpty() ? "" : plan.ifOpen().replace("{reason}", because);
        return plan.text().isBlank() ? listed(entries) : template(plan.text(), entries);
    }

    /// The displays of entries, a line each, details with their names: the text of a section whose
    /// file has none.
    public static String listed(List<Entry> entries) {
        var lines = new ArrayList<String>();
        for (var entry : entries)
            lines.add(entry.main() ? entry.display() : entry.label() + ": " + entry.display());
        return String.join("\n", lines);
    }

    /// Filled in one pass, so that nothing within an answer is taken for a placeholder.
    private static String template(String template, List<Entry> entries) {
        var displays = new HashMap<String, String>();
        for (var entry : entries) displays.put(entry.step(), entry.display());
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                displays.getOrDefault(match.group(1), "noch offen")));
    }
}
