// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.brief;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Assessment;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Handout;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.render.table.Comparison;
import org.skizzenlotse.render.table.SketchTable;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.Role;

/// Chosen sketches side by side, criterion by criterion: on the screen, and as a workbook with all
/// their answers.
public final class ComparePages implements Part {
    private static final String PATH = "/staff/vergleich";

    /// More columns nobody reads on a screen.
    private static final int COLUMNS_MAX = 8;

    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public ComparePages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.READER, this::page);
        gate.page(routes, PATH + ".xlsx", Role.READER, this::workbook);
    }

    /// One column.
    public record Column(String reference, String title) {}

    /// One row: its name, and what stands in each column.
    public record Line(String name, List<String> cells) {
        /// Copies the list.
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private void page(Visit visit) {
        var room = office.get();
        var chosen = Chosen.all(room, visit, COLUMNS_MAX);
        room.desk().read(visit.member().id(), rows(chosen), "comparison");
        visit.show(
                "staff/vergleich.jte",
                Map.of(
                        "columns",
                        chosen.stream()
                                .map(one ->
                                        new Column(
                                                one.row().reference(),
                                                Sketches.title(one.sketch())))
                                .toList(),
                        "lines",
                        new Table(room, visit.texts(), chosen).lines()));
    }

    private void workbook(Visit visit) {
        var room = office.get();
        var chosen = Chosen.all(room, visit, COLUMNS_MAX);
        if (chosen.isEmpty()) throw Chosen.unknown();
        room.desk().exported(visit.member().id(), rows(chosen), "comparison");
        var bytes =
                new Comparison(room.days().zone())
                        .xlsx(chosen.stream().map(Chosen.One::sketch).toList());
        Handout.named(visit.context(), "vergleich.xlsx", SketchTable.XLSX).result(bytes);
    }

    private static List<DeskRow> rows(List<Chosen.One> chosen) {
        return chosen.stream().map(Chosen.One::row).toList();
    }

    private record Table(Office room, StaffTexts texts, List<Chosen.One> chosen) {
        List<Line> lines() {
            var lines = new ArrayList<Line>();
            add(
                    lines,
                    "fact_status",
                    one -> room.vocabulary().status(one.row().state().status(), texts));
            add(lines, "col_open", one -> room.vocabulary().light(one.row().light(), texts));
            add(lines, "open_points", one -> open(one.row().openPoints()));
            var assessments =
                    chosen.stream().map(one -> room.assessments().of(one.row().id())).toList();
            for (var criterion : criteria(assessments))
                lines.add(
                        new Line(
                                criterion,
                                assessments.stream().map(one -> said(one, criterion)).toList()));
            for (var question : BriefMaker.IDEA)
                chosen.stream()
                        .flatMap(one -> Sketches.section(one.sketch(), question).stream())
                        .findFirst()
                        .ifPresent(section ->
                                lines.add(
                                        new Line(
                                                section.title(),
                                                cells(one ->
                                                        Sketches.section(one.sketch(), question)
                                                                .map(BriefMaker::words)
                                                                .orElse("")))));
            return lines;
        }

        /// Those about which there is something to say of any of them, in their usual order.
        private List<String> criteria(List<Assessment> assessments) {
            return room.assessments().criteria().stream()
                    .filter(one -> assessments.stream().anyMatch(it -> it.criteria().contains(one)))
                    .toList();
        }

        private void add(List<Line> lines, String name, Function<Chosen.One, String> cell) {
            lines.add(new Line(texts.say(name), cells(cell)));
        }

        private List<String> cells(Function<Chosen.One, String> cell) {
            return chosen.stream().map(cell).toList();
        }

        private String open(int points) {
            return switch (points) {
                case 0 -> texts.say("open_none");
                case 1 -> texts.say("open_one");
                default -> texts.say("open_many", points);
            };
        }

        private String said(Assessment assessment, String criterion) {
            var about = assessment.about(criterion);
            if (about.isEmpty())
                return texts.say(
                        assessment.fine().contains(criterion) ? "no_concern" : "not_asked");
            return String.join(
                    "\n",
                    about.stream()
                            .map(one ->
                                    room.vocabulary().light(one.light(), texts) + ": " + one.why())
                            .toList());
        }
    }
}
