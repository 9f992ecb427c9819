// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.DialogText;
import org.w3c.dom.Document;

class DialogGraphTest {
    private static final String IDEA = "probe/groups/idee.yaml";

    private @TempDir Path folder;
    private Dialog dialog;

    @BeforeEach
    void read() {
        dialog = DialogText.sound().dialog(folder);
    }

    @Test
    void everyStepStandsInItsGroupInTheOrderOfAsking() {
        var graph = DialogGraph.of(dialog);
        var drawn = new ArrayList<StepId>();
        for (var box : graph.boxes()) for (var node : box.nodes()) drawn.add(node.id());
        assertThat(drawn).isEqualTo(dialog.placed().stream().map(one -> one.step().id()).toList());
        assertThat(graph.boxes()).extracting(DialogGraph.Box::result).containsExactly(false, true);
    }

    @Test
    void whatAConditionReadsIsLinkedThroughNamesAndComputedValues() {
        assertThat(DialogGraph.of(dialog).links())
                .contains(
                        new DialogGraph.Link(new StepId("traeger"), new StepId("partner")),
                        new DialogGraph.Link(new StepId("stunden"), new StepId("beginn")),
                        new DialogGraph.Link(new StepId("ziele"), new StepId("beginn")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "traeger == 'staat' ; „Wer“ ist „Eine Behörde“",
                "traeger != 'staat' ; „Wer“ ist nicht „Eine Behörde“",
                "traeger in ['staat', 'firma'] ; „Wer“ ist „Eine Behörde“ oder „Eine Firma“",
                "!(traeger in ['staat', 'firma'])"
                        + " ; „Wer“ ist weder „Eine Behörde“ noch „Eine Firma“",
                "'zeit' in ziele ; „Ziele“ enthält „Mehr Zeit“",
                "stunden >= 8 && open(traeger)"
                        + " ; „Stunden“ ist mindestens 8 und „Wer“ ist offen",
                "answered(ziele) || (stunden < 2 && open(traeger))"
                        + " ; „Ziele“ ist beantwortet oder („Stunden“ ist kleiner als 2 und „Wer“"
                        + " ist offen)",
                "staatlich ; es gilt: Eine staatliche Stelle bringt es ein",
                "monat > 10 ; „Stunden im Monat“ ist größer als 10",
                "frist > date('2027-01-31') ; „Frist“ ist größer als 31. Januar 2027"
            })
    void aConditionReadsAsASentence(String condition, String words) {
        var changed =
                DialogText.sound()
                        .replaced(
                                IDEA,
                                "monat >= 8 && 'zeit' in ziele",
                                "\"" + condition.replace("\"", "'") + "\"")
                        .dialog(folder.resolve("other"));
        var when =
                changed.placed().stream()
                        .map(Dialog.Placed::step)
                        .filter(one -> one.id().value().equals("beginn"))
                        .map(Step::when)
                        .findFirst()
                        .orElseThrow();
        assertThat(new ConditionWords(changed).of(when)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skizze", "sprechstunde", "vorpruefung"})
    void theDrawingOfAShippedDialogShowsEveryStepAndEveryLink(String id) throws Exception {
        var shipped = DialogFolder.read(Path.of("dialogs")).dialog(id).orElseThrow().dialog();
        var graph = DialogGraph.of(shipped);
        var drawing = parsed(GraphSvg.of(graph));
        var groups = graph.boxes().size();
        var results = graph.boxes().stream().filter(DialogGraph.Box::result).count();
        assertThat(drawing.getElementsByTagName("rect").getLength())
                .isEqualTo((int) (shipped.placed().size() + groups + results));
        assertThat(drawing.getElementsByTagName("path").getLength() - 1)
                .isEqualTo(graph.links().size());
        assertThat(drawing.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(graph.title());
    }

    @Test
    void whatStandsInTheDrawingStandsInWordsToo() {
        assertThat(GraphText.markdown(DialogGraph.of(dialog)))
                .contains("- **Partner** (partner, text)")
                .contains("  - kommt nur, wenn: es gilt: Eine staatliche Stelle bringt es ein")
                .contains("  - die Antwort entscheidet über: Partner")
                .contains("Danach kommt das Ergebnis");
    }

    @Test
    void aTitleWithSignsOfMarkupBreaksNoDrawing() throws Exception {
        var odd =
                DialogText.sound()
                        .replaced(IDEA, "title: Eure Idee", "title: \"<Idee> & \\\"mehr\\\"\"")
                        .dialog(folder.resolve("other"));
        assertThat(parsed(GraphSvg.of(DialogGraph.of(odd))).getDocumentElement().getTextContent())
                .contains("<Idee> & \"mehr\"");
        assertThat(GraphText.mermaid(DialogGraph.of(odd)))
                .contains("[\"<Idee> & #quot;mehr#quot;\"]");
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
