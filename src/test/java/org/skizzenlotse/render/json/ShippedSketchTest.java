// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.Golden;
import org.skizzenlotse.render.Samples;
import org.skizzenlotse.render.SketchHtml;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.SketchText;
import org.skizzenlotse.render.question.Questions;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// The sketch that is shipped, its schema and its way from question to field.
class ShippedSketchTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Path SCHEMA =
            PROJECT.resolve("src/main/resources/schema/skizze-1.schema.json");
    private static final Dialog DIALOG =
            DialogFolder.read(PROJECT.resolve("dialogs")).dialog("skizze").orElseThrow().dialog();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @Test
    void theShippedSchemaIsThatOfTheDialog() throws Exception {
        Golden.checkFile(SCHEMA, SketchSchema.of(DIALOG));
        var meta =
                SCHEMAS.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(SketchSchema.of(DIALOG), InputFormat.JSON)).isEmpty();
    }

    @Test
    void aSketchWithEveryAnswerFulfilsTheSchemaAndIsReadBack() {
        var sketch = sketch();
        var json = new SketchJson().render(sketch);
        assertThat(SCHEMAS.getSchema(SketchSchema.of(DIALOG)).validate(json, InputFormat.JSON))
                .isEmpty();
        assertThat(SketchJson.read(json)).isEqualTo(sketch);
    }

    @Test
    void aSketchWithoutOneOfTheQuestionsOfTheCatalogueIsNone() {
        var schema = SCHEMAS.getSchema(SketchSchema.of(DIALOG));
        var questions = Matrix.of(DIALOG).rows();
        assertThat(questions).hasSize(33);
        for (var question : questions) {
            var path = Fields.path(question.fields().getFirst());
            var json = SketchJson.tree(sketch());
            var parent = json.at("/" + String.join("/", path.subList(0, path.size() - 1)));
            ((ObjectNode) parent).remove(path.getLast());
            assertThat(schema.validate(json.toString(), InputFormat.JSON))
                    .as("without " + question.id())
                    .isNotEmpty();
        }
    }

    @Test
    void eachQuestionHasOneMainStepAndOneField() {
        for (var row : Matrix.of(DIALOG).rows()) {
            assertThat(row.steps()).as(row.id()).hasSize(1);
            assertThat(row.fields()).as(row.id()).hasSize(1);
        }
    }

    @Test
    void whatTheSketcherMakesFulfilsTheSchemaFromTheFirstAnswerToTheLast() {
        var schema = SCHEMAS.getSchema(SketchSchema.of(DIALOG));
        var conversation =
                Conversation.begun(
                        new ConversationId("c1"),
                        new Happened.Began(DIALOG.id(), DIALOG.hash(), "de", Samples.AT));
        for (var question : DIALOG.questions()) {
            var sketch = Sketcher.sketch(DIALOG, conversation, Map.of(), Scenario.german());
            var json = new SketchJson().render(sketch);
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(SketchJson.read(json)).isEqualTo(sketch);
            assertThat(new SketchMarkdown(ZoneId.of("Europe/Berlin")).render(sketch))
                    .doesNotContain("reason", "NOT_ASKED")
                    .contains("## Gemeinwohl und Wirkung\n\n### B1 ");
            var answer = Answer.of(value(question.type()), Samples.FROM);
            conversation = conversation.after(new Happened.Answered(question.id(), answer));
        }
    }

    @Test
    void detailsOfAnOpenMainAnswerAreNoReason() {
        var main = DIALOG.question(new StepId("traeger")).orElseThrow();
        var began = new Happened.Began(DIALOG.id(), DIALOG.hash(), "de", Samples.AT);
        var conversation =
                Conversation.begun(new ConversationId("c1"), began)
                        .after(
                                new Happened.Answered(
                                        main.id(), Answer.open(OpenStatus.LATER, Samples.FROM)))
                        .after(
                                new Happened.Answered(
                                        new StepId("vorstellung"),
                                        Answer.of(new Value.Text("Wir sind da"), Samples.FROM)));
        var text =
                new SketchText(ZoneId.of("Europe/Berlin"))
                        .render(Sketcher.sketch(DIALOG, conversation, Map.of(), Scenario.german()));
        assertThat(text)
                .contains("- A1 Wer das Vorhaben einbringt: soll später beantwortet werden\n")
                .contains("Wir sind da");
    }

    @Test
    void everythingIsInEveryForm() {
        var sketch = sketch();
        var zone = ZoneId.of("Europe/Berlin");
        for (var form :
                List.of(new SketchMarkdown(zone), new SketchHtml(zone), new SketchText(zone))) {
            var text = form.render(sketch).replaceAll("\\s+", " ");
            for (var section : sketch.sections()) {
                assertThat(text).contains(section.title());
                for (var entry : section.entries()) assertThat(text).contains(entry.display());
            }
        }
    }

    @Test
    void theReadingCopyHoldsEveryQuestion() {
        var text = Questions.markdown(DIALOG, Scenario.german());
        for (var question : DIALOG.questions()) {
            assertThat(text).contains(DialogText.escaped(question.wording().shortText()));
        }
        assertThat(text).doesNotContainPattern("\\{[a-z_]+}");
    }

    private static Sketch sketch() {
        var plan = DIALOG.parts().sketch();
        var sections = plan.sections().stream().map(ShippedSketchTest::section).toList();
        return new Sketch(
                plan.schema(),
                DIALOG.id(),
                DIALOG.hash(),
                "Eure Projektskizze",
                "SK-7F3K",
                1,
                Samples.AT,
                new ForCall("Daten für alle", Samples.AT, Samples.AT, Samples.AT, true),
                null,
                sections);
    }

    private static Sketch.Section section(SketchPlan.Section planned) {
        var entries = new ArrayList<Sketch.Entry>();
        for (var step : planned.from()) entries.add(entry(step, entries.isEmpty()));
        return new Sketch.Section(
                planned.id(),
                planned.title(),
                planned.catalogue(),
                planned.catalogue().isEmpty() ? "" : "Gruppe " + planned.catalogue().charAt(0),
                planned.field(),
                Sketch.Status.ANSWERED,
                null,
                List.of(),
                "",
                entries);
    }

    private static Sketch.Entry entry(StepId step, boolean main) {
        var question = DIALOG.question(step).orElseThrow();
        return new Sketch.Entry(
                step.value(),
                question.wording().shortText(),
                main,
                Answer.Status.ANSWERED,
                value(question.type()),
                "Antwort auf " + step.value().replace('_', ' '),
                Samples.FROM);
    }

    private static Value value(AnswerType type) {
        var day = LocalDate.of(2027, 1, 31);
        return switch (type) {
            case AnswerType.Text _, AnswerType.LongText _, AnswerType.Email _, AnswerType.Url _ ->
                    new Value.Text("x");
            case AnswerType.Choice(var options) -> new Value.Chosen(options.getFirst().id(), "");
            case AnswerType.Multi(var options, _, _) ->
                    new Value.ChosenMany(
                            options.stream().map(AnswerType.Option::id).toList(), Map.of());
            case AnswerType.Numeric _ -> new Value.Quantity(BigDecimal.TEN);
            case AnswerType.Money _ -> new Value.Money(BigDecimal.TEN, "EUR");
            case AnswerType.Date _ -> new Value.Day(day);
            case AnswerType.Period _ -> new Value.Between(day, day);
            case AnswerType.Contact _ -> new Value.Contact("A", "B", "a@example.org", "1");
            case AnswerType.File _ ->
                    new Value.Files(
                            List.of(
                                    new Value.File(
                                            "f", "Konzept.pdf", 1_000, "application/pdf", "", "")));
            case AnswerType.Consent _, AnswerType.Confirm _ -> new Value.Decision(true);
            case AnswerType.Table(var columns, _, _) ->
                    new Value.Table(List.of(Map.of(columns.getFirst().id(), "x")));
        };
    }
}
