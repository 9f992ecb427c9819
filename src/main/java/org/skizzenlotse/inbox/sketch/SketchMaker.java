// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.Role;

/// Makes the page of one sketch.
final class SketchMaker {
    private final Office office;
    private final Visit visit;
    private final StaffTexts texts;

    SketchMaker(Office office, Visit visit) {
        this.office = office;
        this.visit = visit;
        this.texts = visit.texts();
    }

    SketchView of(DeskRow row, Sketch sketch) {
        var earlier = office.sketches().all(row);
        earlier.removeIf(one -> one.revision() >= sketch.revision());
        var sources = new Sources(office, texts, earlier);
        var kept = new Kept(office, visit);
        return new SketchView(
                head(row, sketch),
                open(sketch),
                reasons(row),
                parts(sketch, sources),
                kept.files(row),
                kept.around(row, sketch),
                deeds(row));
    }

    private SketchView.Head head(DeskRow row, Sketch sketch) {
        return new SketchView.Head(
                row.reference(),
                Sketches.title(sketch),
                row.light(),
                office.vocabulary().light(row.light(), texts),
                facts(row),
                row.state().labels(),
                others(row),
                sketch.revision());
    }

    private String others(DeskRow row) {
        var names =
                office.desk().alsoAtIt(visit.member().id(), row.id()).stream()
                        .flatMap(id -> office.colleagues().name(id).stream())
                        .toList();
        return String.join(", ", names);
    }

    private List<SketchView.Fact> facts(DeskRow row) {
        var days = office.days();
        var state = row.state();
        var promised = state.promisedAt();
        var remind = state.remindAt();
        var end = row.around().endAt();
        var facts = new ArrayList<SketchView.Fact>();
        add(
                facts,
                "fact_status",
                office.vocabulary().status(state.status(), texts)
                        + " ("
                        + texts.say("since", days.day(state.statusAt(), texts))
                        + ")");
        add(
                facts,
                "fact_assigned",
                office.colleagues().name(state.assigned()).orElse(texts.say("nobody_yet")));
        if (promised != null)
            facts.add(
                    new SketchView.Fact(
                            texts.say("fact_promised"),
                            days.day(promised, texts) + " (" + days.until(promised, texts) + ")",
                            days.isOver(promised)));
        if (remind != null)
            facts.add(
                    new SketchView.Fact(
                            texts.say("fact_remind"),
                            days.day(remind, texts),
                            days.isOver(remind)));
        add(
                facts,
                "fact_at",
                days.time(row.at(), texts)
                        + (row.revision() > 1
                                ? ", " + texts.say("revision_n", row.revision())
                                : ""));
        add(facts, "fact_channel", office.vocabulary().channel(row.around().channel(), texts));
        if (end != null) add(facts, "fact_end", texts.say("end_from", days.day(end, texts)));
        return facts;
    }

    private void add(List<SketchView.Fact> facts, String name, String words) {
        facts.add(new SketchView.Fact(texts.say(name), words, false));
    }

    static List<SketchView.Open> open(Sketch sketch) {
        return sketch.sections().stream()
                .filter(section -> section.status() == Sketch.Status.OPEN)
                .map(section -> new SketchView.Open(name(section), unusual(section), section.id()))
                .toList();
    }

    /// Of most open points there is no more to say than that nobody asked.
    private static String unusual(Sketch.Section section) {
        var asked = section.why().filter(why -> why != Sketch.Reason.NOT_ASKED).isPresent();
        return asked ? because(section) : "";
    }

    private SketchView.Reasons reasons(DeskRow row) {
        var assessment = office.assessments().of(row.id());
        return new SketchView.Reasons(
                assessment.points().stream()
                        .map(one ->
                                new SketchView.Reason(
                                        one.criterion(),
                                        one.light(),
                                        office.vocabulary().light(one.light(), texts),
                                        one.open()
                                                ? texts.say("criterion_open", one.why())
                                                : one.why()))
                        .toList(),
                assessment.fine());
    }

    private List<SketchView.Part> parts(Sketch sketch, Sources sources) {
        var groups = new LinkedHashMap<String, List<SketchView.Passage>>();
        for (var section : sketch.sections())
            groups.computeIfAbsent(section.group(), _ -> new ArrayList<>())
                    .add(passage(sketch, section, sources));
        var parts = new ArrayList<SketchView.Part>();
        groups.forEach((title, passages) -> {
            var other = parts.isEmpty() ? "at_a_glance" : "further";
            parts.add(new SketchView.Part(title.isEmpty() ? texts.say(other) : title, passages));
        });
        return parts;
    }

    private SketchView.Passage passage(Sketch sketch, Sketch.Section section, Sources sources) {
        var state =
                switch (section.status()) {
                    case ANSWERED -> "";
                    case OPEN -> texts.say("open_because", because(section));
                    case NOT_APPLICABLE -> texts.say("not_applicable");
                };
        var text = section.status() == Sketch.Status.OPEN ? "" : section.text();
        if (text.isEmpty() && section.status() != Sketch.Status.NOT_APPLICABLE)
            text =
                    Sketcher.listed(
                            section.entries().stream().filter(one -> one.value() != null).toList());
        return new SketchView.Passage(
                section.id(),
                name(section),
                state,
                text,
                section.entries().stream().map(entry -> sources.of(sketch, entry)).toList());
    }

    static String because(Sketch.Section section) {
        return section.why()
                .map(reason -> Sketcher.because(reason, section.dependsOn()))
                .orElse("");
    }

    static String name(Sketch.Section section) {
        return section.catalogue().isEmpty()
                ? section.title()
                : section.catalogue() + " " + section.title();
    }

    private SketchView.Deeds deeds(DeskRow row) {
        var state = row.state();
        var assigned = state.assigned();
        return new SketchView.Deeds(
                visit.member().role().includes(Role.ADVISER),
                state.version(),
                statuses(),
                state.status(),
                office.colleagues().present(),
                assigned == null ? "" : assigned.value(),
                visit.member().id().equals(assigned),
                office.days().field(state.promisedAt()),
                office.days().field(state.remindAt()));
    }

    private Map<String, String> statuses() {
        var statuses = new LinkedHashMap<String, String>();
        for (var id : office.vocabulary().statuses(List.of()))
            statuses.put(id, office.vocabulary().status(id, texts));
        return statuses;
    }
}
