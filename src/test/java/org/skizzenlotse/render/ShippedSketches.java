// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.SampleFiles;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// A sketch of the dialog that is shipped, as somebody could have written it: long texts in several
/// writings, each third question open.
public final class ShippedSketches {
    public static final String ARABIC = "نريد خريطة للحرارة في الحي لا في المدينة كلها";
    public static final String CYRILLIC = "Ми хочемо карту спеки для нашого району";

    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Dialog DIALOG =
            DialogFolder.read(PROJECT.resolve("dialogs")).dialog("skizze").orElseThrow().dialog();
    private static final List<String> TEXTS =
            List.of(
                    """
                    Im Sommer wird es in unserem Viertel bis zu sechs Grad wärmer als am \
                    Stadtrand. Ältere Menschen gehen dann kaum noch vor die \
                    Tür, und niemand weiß, wo es \
                    Schatten, Trinkwasser und kühle Räume gibt.

                    Wir haben Messwerte von zwölf Stationen (https://example.org/messwerte), aber \
                    niemanden, der daraus etwas macht.\
                    """,
                    ARABIC + ".\n\n" + CYRILLIC + ".",
                    "Mit dem Seniorenbeirat, zwei Schulen und dem Grünflächenamt:\n"
                            + "- Befragung im Mai\n- Karte im Juli",
                    "Ja, sofern die Daten offen bleiben & niemand <erkennbar> wird.");

    private ShippedSketches() {}

    /// One of them, with this reference.
    public static Sketch of(String reference) {
        var began = new Happened.Began(DIALOG.id(), DIALOG.hash(), "de", Samples.AT);
        var conversation = Conversation.begun(new ConversationId("c1"), began);
        int i = 0;
        for (var question : DIALOG.questions()) {
            i++;
            var open = question.rules().open();
            var answer =
                    i % 3 == 0 && open.contains(OpenStatus.LATER)
                            ? Answer.open(OpenStatus.LATER, Samples.FROM)
                            : Answer.of(value(question, i), Samples.FROM);
            conversation = conversation.after(new Happened.Answered(question.id(), answer));
        }
        var made = Sketcher.sketch(DIALOG, conversation, Map.of(), Scenario.german());
        return new Sketch(
                made.schema(),
                made.dialog(),
                made.dialogHash(),
                made.title(),
                reference,
                2,
                Samples.AT,
                null,
                null,
                made.sections());
    }

    private static Value value(Step.Question question, int i) {
        var day = LocalDate.of(2027, 1, 31);
        return switch (question.type()) {
            case AnswerType.Text _ -> new Value.Text("Kühle Wege durch die Nordstadt");
            case AnswerType.LongText _ -> new Value.Text(TEXTS.get(i % TEXTS.size()));
            case AnswerType.Email _ -> new Value.Text("ada@example.org");
            case AnswerType.Url _ -> new Value.Text("https://example.org/hitze");
            case AnswerType.Choice(var options) -> new Value.Chosen(options.getFirst().id(), "");
            case AnswerType.Multi(var options, _, _) ->
                    new Value.ChosenMany(
                            options.stream().limit(2).map(AnswerType.Option::id).toList(),
                            Map.of());
            case AnswerType.Numeric _ -> new Value.Quantity(BigDecimal.TEN);
            case AnswerType.Money _ -> new Value.Money(new BigDecimal("12000"), "EUR");
            case AnswerType.Date _ -> new Value.Day(day);
            case AnswerType.Period _ -> new Value.Between(day, day.plusMonths(6));
            case AnswerType.Contact _ -> new Value.Contact("Ada", "Vorsitz", "a@example.org", "1");
            case AnswerType.File _ -> SampleFiles.two();
            case AnswerType.Consent _, AnswerType.Confirm _ -> new Value.Decision(true);
            case AnswerType.Table(var columns, _, _) ->
                    new Value.Table(List.of(Map.of(columns.getFirst().id(), "Messwerte")));
        };
    }
}
