// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.QuietHours;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.SampleFiles;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Translation;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.sketch.Sketch;

/// A small dialog that asks one question of every type, and a sketch that answers them.
public final class Samples {
    public static final Instant AT = Instant.parse("2026-11-23T13:05:00Z");
    public static final Answer.Provenance FROM =
            new Answer.Provenance("0123456789abcdef", "de", "web", "d1d2", AT, "applicant");

    public static final Map<String, Value> VALUES =
            Map.ofEntries(
                    Map.entry("titel", new Value.Text("Hitzekarte für Bürger*innen")),
                    Map.entry("problem", new Value.Text("Im Sommer ist es zu heiß.\n\nUnd laut.")),
                    Map.entry("traeger", new Value.Chosen("anderes", "eine Hausgemeinschaft")),
                    Map.entry(
                            "themen",
                            new Value.ChosenMany(
                                    List.of("umwelt", "anderes"), Map.of("anderes", "Lärm"))),
                    Map.entry("kosten", new Value.Money(new BigDecimal("1200.50"), "EUR")),
                    Map.entry("stunden", new Value.Quantity(new BigDecimal("3000"))),
                    Map.entry("beginn", new Value.Day(LocalDate.of(2027, 1, 31))),
                    Map.entry(
                            "dauer",
                            new Value.Between(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 7, 31))),
                    Map.entry("frist", new Value.Lasting(6, Value.Lasting.Unit.MONTHS)),
                    Map.entry("kontakt", new Value.Contact("Ada", "", "ada@example.org", "")),
                    Map.entry("mail", new Value.Text("info@example.org")),
                    Map.entry("seite", new Value.Text("https://example.org/a_b")),
                    Map.entry("unterlagen", SampleFiles.two()),
                    Map.entry("einwilligung", new Value.Decision(true)),
                    Map.entry("offen", new Value.Decision(false)),
                    Map.entry(
                            "daten",
                            new Value.Table(
                                    List.of(
                                            Map.of("art", "Messwerte"),
                                            Map.of("art", "Umfrage, 1\\2")))));

    private Samples() {}

    public static Sketch sketch() {
        var sections = new ArrayList<Sketch.Section>();
        sections.add(
                answered(
                        "kopf",
                        "",
                        "/vorhaben/titel",
                        main("titel", "Hitzekarte für Bürger*innen")));
        sections.add(
                answered(
                        "a1",
                        "A1",
                        "/passung/traeger",
                        main("traeger", "Etwas anderes: eine Hausgemeinschaft"),
                        detail("themen", "Umwelt; Etwas anderes: Lärm"),
                        leftOpen("stunden", Answer.Status.UNKNOWN, "Das klären wir gemeinsam")));
        sections.add(
                answered(
                        "b1",
                        "B1",
                        "/gemeinwohl/problem",
                        main("problem", "Im Sommer ist es zu heiß.\n\nUnd laut.\n- Tag\n- Nacht")));
        sections.add(open("b2", "B2", Sketch.Reason.LATER, List.of(), ""));
        sections.add(open("b3", "B3", Sketch.Reason.DEPENDS_ON, List.of("Träger", "Problem"), ""));
        sections.add(open("c1", "C1", Sketch.Reason.UNKNOWN, List.of(), "Klären wir gemeinsam"));
        sections.add(
                new Sketch.Section(
                        "c2",
                        "Abschnitt c2",
                        "C2",
                        "Gruppe C",
                        "/machbarkeit/c2",
                        Sketch.Status.NOT_APPLICABLE,
                        null,
                        List.of(),
                        "",
                        List.of()));
        sections.add(
                answered(
                        "kontakt", "", "/kontakt/person", main("kontakt", "Ada, ada@example.org")));
        return sketch(sections);
    }

    public static Sketch sketch(List<Sketch.Section> sections) {
        return new Sketch(
                "probe-1",
                "probe",
                "d1d2",
                "Eure Projektskizze",
                "SK-7F3K",
                2,
                AT,
                null,
                null,
                sections);
    }

    /// One answered section whose main answer reads so.
    public static Sketch saying(String display) {
        return sketch(List.of(answered("b1", "B1", "/b", main("problem", display))));
    }

    public static Sketch.Section answered(
            String id, String catalogue, String field, Sketch.Entry... entries) {
        return new Sketch.Section(
                id,
                "Abschnitt " + id,
                catalogue,
                group(catalogue),
                field,
                Sketch.Status.ANSWERED,
                null,
                List.of(),
                "",
                List.of(entries));
    }

    private static Sketch.Section open(
            String id, String catalogue, Sketch.Reason reason, List<String> on, String text) {
        return new Sketch.Section(
                id,
                "Abschnitt " + id,
                catalogue,
                group(catalogue),
                "/rest/" + id,
                Sketch.Status.OPEN,
                reason,
                on,
                text,
                List.of());
    }

    private static String group(String catalogue) {
        return catalogue.isEmpty() ? "" : "Gruppe " + catalogue.charAt(0);
    }

    public static Sketch.Entry main(String step, String display) {
        return new Sketch.Entry(
                step,
                "Kurz " + step,
                true,
                Answer.Status.ANSWERED,
                VALUES.get(step),
                display,
                FROM);
    }

    public static Sketch.Entry detail(String step, String display) {
        return new Sketch.Entry(
                step,
                "Kurz " + step,
                false,
                Answer.Status.ANSWERED,
                VALUES.get(step),
                display,
                FROM);
    }

    private static Sketch.Entry leftOpen(String step, Answer.Status status, String display) {
        return new Sketch.Entry(step, "Kurz " + step, false, status, null, display, FROM);
    }

    /// A sketch of [#dialog()] in which every step has its value.
    public static Sketch complete() {
        var sections = new ArrayList<Sketch.Section>();
        for (var planned : dialog().parts().sketch().sections()) {
            var step = planned.from().getFirst().value();
            sections.add(
                    new Sketch.Section(
                            planned.id(),
                            planned.title(),
                            planned.catalogue(),
                            group(planned.catalogue()),
                            planned.field(),
                            Sketch.Status.ANSWERED,
                            null,
                            List.of(),
                            "",
                            List.of(main(step, "Antwort"))));
        }
        return sketch(sections);
    }

    public static Dialog dialog() {
        var other = new AnswerType.Option("anderes", AnswerType.Note.REQUIRED);
        var theme = new AnswerType.Option("umwelt", AnswerType.Note.NONE);
        var any = AnswerType.Range.ALL;
        var column = new AnswerType.Column("art", AnswerType.Column.Kind.TEXT, 100);
        var steps = new ArrayList<Step>();
        steps.add(question("einwilligung", new AnswerType.Consent("zweck", true), null));
        steps.add(question("titel", new AnswerType.Text(100), null));
        steps.add(question("traeger", new AnswerType.Choice(List.of(theme, other)), "A1"));
        steps.add(question("themen", new AnswerType.Multi(List.of(theme, other), 1, 2), "A1+"));
        steps.add(question("problem", new AnswerType.LongText(4000), "B1"));
        steps.add(question("kosten", new AnswerType.Money(any), null));
        steps.add(question("stunden", new AnswerType.Numeric(any, 0, "h"), null));
        steps.add(question("beginn", new AnswerType.Date(), null));
        steps.add(question("dauer", new AnswerType.Period(), null));
        steps.add(question("frist", new AnswerType.Period(), null));
        steps.add(question("kontakt", new AnswerType.Contact(), null));
        steps.add(question("mail", new AnswerType.Email(), null));
        steps.add(question("seite", new AnswerType.Url(), null));
        steps.add(question("unterlagen", new AnswerType.File(List.of(), 1, 1), null));
        steps.add(question("offen", new AnswerType.Confirm(), null));
        steps.add(question("daten", new AnswerType.Table(List.of(column), 0, 3), null));
        var group =
                new Dialog.Group(
                        "alles",
                        Map.of("de", new Dialog.GroupWords("Alles auf einmal", "Los geht es.")),
                        steps);
        return new Dialog(head(), List.of(group), parts(steps));
    }

    private static Dialog.Head head() {
        return new Dialog.Head(
                "probe",
                "d1d2",
                "de",
                Dialog.Audience.IHR,
                true,
                new Dialog.Timing(List.of(), Period.ofDays(90), QuietHours.NIGHT),
                "SK",
                true,
                Optional.empty(),
                List.of(new StepId("kontakt")),
                Map.of(
                        "de",
                        new Dialog.Frame(
                                "Eure Projektskizze", "", "", "", "", "", Translation.NONE)));
    }

    private static Dialog.Parts parts(List<Step> steps) {
        var catalogue =
                new Catalogue(
                        "probe",
                        List.of(
                                new Catalogue.Group(
                                        "A",
                                        "Gruppe A",
                                        List.of(new Catalogue.Question("A1", true, "Wer?"))),
                                new Catalogue.Group(
                                        "B",
                                        "Gruppe B",
                                        List.of(new Catalogue.Question("B1", true, "Was?")))),
                        List.of(),
                        List.of());
        var sections =
                steps.stream()
                        .map(step -> step.id())
                        .filter(id -> !id.value().equals("themen"))
                        .map(Samples::planned)
                        .toList();
        return new Dialog.Parts(
                Map.of("ort", new Dialog.FactKind("text", "Ort der Stelle")),
                Map.of(),
                List.of(),
                new SketchPlan("probe-1", sections, Set.of()),
                catalogue,
                Map.of(),
                Map.of());
    }

    private static SketchPlan.Section planned(StepId id) {
        var catalogue =
                switch (id.value()) {
                    case "traeger" -> "A1";
                    case "problem" -> "B1";
                    default -> "";
                };
        var from = id.value().equals("traeger") ? List.of(id, new StepId("themen")) : List.of(id);
        var field = "/feld/" + id;
        return new SketchPlan.Section("s_" + id, "Abschnitt " + id, catalogue, field, from, "", "");
    }

    private static Step.Question question(String id, AnswerType type, @Nullable String catalogue) {
        var origin =
                catalogue == null
                        ? new Step.Origin.None()
                        : catalogue.endsWith("+")
                                ? new Step.Origin.DetailOf(new StepId("traeger"))
                                : new Step.Origin.Catalogue(catalogue);
        var options =
                Map.of(
                        "umwelt", new Wording.OptionWords("Umwelt", "Umwelt", List.of()),
                        "anderes", new Wording.OptionWords("Etwas anderes", "", List.of()));
        var wording =
                new Wording(
                        "Was ist **" + id + "** in {ort}, {titel}?",
                        "Kurz " + id,
                        "Weil *" + id + "* zählt.",
                        "",
                        List.of("dies", "das"),
                        "",
                        options,
                        Map.of(OpenStatus.UNKNOWN, "Das klären wir gemeinsam"),
                        List.of(),
                        "",
                        Wording.Marks.NONE,
                        "0123456789abcdef");
        var rules =
                new Step.Rules(
                        false,
                        List.of(OpenStatus.UNKNOWN, OpenStatus.LATER),
                        false,
                        List.of(),
                        true,
                        false,
                        new Step.Privacy(false, false, "zweck", null));
        return new Step.Question(
                new StepId(id), type, Condition.always(), rules, origin, wording, Map.of());
    }
}
