// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.DialogText;

class DifferenceTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String START = "probe/groups/start.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";

    @TempDir Path folder;
    private int read;

    @Test
    void otherWordsAnOptionAnOptionalStepAndARelaxedCheckExplainThemselves() throws Exception {
        assertThat(explains(one -> one)).isTrue();
        assertThat(replaced(IDEA, "Was soll es bringen?", "Wozu das alles?")).isTrue();
        assertThat(replaced(HEAD, "Das ist eure Skizze.", "So sieht sie aus.")).isTrue();
        assertThat(replaced(HEAD, "remind: [P3D]", "remind: [P5D]")).isTrue();
        assertThat(
                        replaced(
                                IDEA,
                                "- {id: staat, text: Eine Behörde}",
                                "- {id: staat, text: Amt}\n      - {id: person, text: Wir selbst}"))
                .isTrue();
        assertThat(replaced(IDEA, "max: 60", "max: 80")).isTrue();
        assertThat(replaced(IDEA, "open: [unknown, later]", "open: [unknown, later, refused]"))
                .isTrue();
        assertThat(
                        replaced(
                                IDEA,
                                "    check:\n      - {should: \"value >= 2\", say: \"Das ist knapp."
                                        + " Stimmt das?\"}\n",
                                ""))
                .isTrue();
        assertThat(replaced(IDEA, "  - ask: beginn", optional() + "  - ask: beginn")).isTrue();
        assertThat(replaced(HEAD, "means: Eine staatliche", "means: Irgendeine staatliche"))
                .isTrue();
    }

    @Test
    void otherWordsAreOneDifferenceBesideAGlossaryThatStays() {
        var glossary = "title: Wörter\nglossary:\n  Verein: Menschen mit einer Satzung.\n";
        var before = DialogText.sound().with("glossary.yaml", glossary);
        var after =
                DialogText.sound()
                        .with("glossary.yaml", glossary)
                        .replaced(IDEA, "Wer seid ihr?", "Wer macht mit?");
        var difference =
                Difference.of(
                        before.dialog(folder.resolve("was")), after.dialog(folder.resolve("is")));
        assertThat(difference.sentences()).containsExactly("Frage A1 („Wer“): Wortlaut geändert");
    }

    @Test
    void whatMayMakeAnAnswerInvalidOrChangeItsMeaningDoesNot() throws Exception {
        assertThat(replaced(IDEA, "      - {id: staat, text: Eine Behörde}\n", "", HEAD)).isFalse();
        assertThat(replaced(IDEA, "max: 60", "max: 40")).isFalse();
        assertThat(replaced(IDEA, "min: 0", "min: 1")).isFalse();
        assertThat(replaced(IDEA, "open: [unknown, later]", "open: [unknown]")).isFalse();
        assertThat(replaced(IDEA, "value >= 2", "value >= 3")).isFalse();
        assertThat(replaced(IDEA, "when: monat >= 8 &&", "when: monat >= 9 &&")).isFalse();
        assertThat(replaced(HEAD, "stunden * 4", "stunden * 5")).isFalse();
        assertThat(replaced(IDEA, "unit: Stunden", "unit: Tage")).isFalse();
        assertThat(
                        replaced(
                                IDEA,
                                "    catalogue: A2\n    type: multi",
                                "    needed: submit\n" + "    catalogue: A2\n    type: multi"))
                .isFalse();
        assertThat(
                        replaced(
                                IDEA,
                                "  - ask: beginn",
                                optional().replace("type: text", "type: text\n    needed: submit")
                                        + "  - ask: beginn"))
                .isFalse();
    }

    @Test
    void otherWordsOfAConsentAreAnotherConsent() throws Exception {
        assertThat(replaced(START, "Dürfen wir eure Antworten speichern?", "Ist das recht?"))
                .isFalse();
    }

    @Test
    void whatIsDifferentIsSaidInWordsOfTheSubject() throws Exception {
        var options = "- {id: staat, text: Eine Behörde}";
        var before = dialog(DialogText.sound());
        var after =
                dialog(
                        DialogText.sound()
                                .replaced(
                                        IDEA,
                                        options,
                                        options
                                                + "\n      - {id: person, text: Wir selbst}"
                                                + "\n      - {id: kreis, text: Ein Kreis}")
                                .replaced(IDEA, "why: Damit wir euch kennen.", "why: Wegen euch.")
                                .replaced(IDEA, "max: 60", "max: 40")
                                .replaced(IDEA, "- ask: beginn", "- ask: anfang")
                                .replaced(HEAD, "title: Probe", "title: Versuch"));
        var difference = Difference.of(before, after);
        assertThat(difference.sentences())
                .containsExactly(
                        "Frage A1 („Wer“): zwei neue Möglichkeiten (person, kreis), Begründung"
                                + " geändert",
                        "Frage stunden („Stunden“): Grenzen enger oder anders",
                        "Frage anfang („Beginn“): neu",
                        "Frage beginn („Beginn“): entfällt",
                        "Kopf: geändert",
                        "Aufbau der Skizze: in der Bedeutung geändert");
        assertThat(difference.unexplained())
                .containsExactly(
                        new Change.Limits(new StepId("stunden"), true),
                        new Change.StepGone(new StepId("beginn")),
                        new Change.OfPart(Part.SKETCH, "", true));
        assertThat(Difference.of(before, before).changes()).isEmpty();
    }

    @Test
    void anExplanationMustFitWhatItExplains() throws Exception {
        var before = dialog(DialogText.sound());
        var after =
                dialog(
                        DialogText.sound()
                                .replaced(IDEA, "{id: staat,", "{id: amt,")
                                .replaced(HEAD, "[staat, firma]", "[amt, firma]")
                                .replaced(IDEA, "- ask: partner", "- ask: mitstreiter"));
        var traeger = new StepId("traeger");
        var rename = new Entry.Rename(new StepId("partner"), new StepId("mitstreiter"));
        var map = new Entry.Options(traeger, Map.of("staat", "amt"), Set.of(), Said.NOTHING);
        var idle = new Entry.Reask(new StepId("ziele"), false, Said.NOTHING);
        assertThat(Difference.of(before, after).unexplained()).hasSize(4);
        assertThat(migration(rename, map).unexplained(before, after)).isEmpty();
        assertThat(migration(rename, map, idle).idle(before, after)).containsExactly(idle);
        assertThat(migration(rename).unexplained(before, after))
                .contains(new Change.OptionGone(traeger, "staat"));
        var kept = new Entry.Keep(List.of(traeger, new StepId("partner")), Set.of());
        assertThat(migration(kept).unexplained(before, after))
                .contains(
                        new Change.OptionGone(traeger, "staat"),
                        new Change.StepGone(new StepId("partner")));
    }

    private static Migration migration(Entry... entries) {
        return new Migration("a", "b", List.of(entries), Said.NOTHING, Optional.empty());
    }

    private static String optional() {
        return """
          - ask: ort
            detail_of: ziele
            type: text
            text: Wo ist das?
            short: Ort
            why: Damit wir euch finden.
            privacy: {personal: false, purpose: skizze, keep: P1Y}
        """;
    }

    private boolean replaced(String file, String passage, String by) throws Exception {
        return explains(text -> text.replaced(file, passage, by));
    }

    /// The same, with the condition that names the option that goes.
    private boolean replaced(String file, String passage, String by, String head) throws Exception {
        return explains(text ->
                text.replaced(file, passage, by)
                        .replaced(head, "traeger: [staat, firma]", "traeger: [firma]"));
    }

    private boolean explains(UnaryOperator<DialogText> change) throws Exception {
        return Difference.of(dialog(DialogText.sound()), dialog(change.apply(DialogText.sound())))
                .explainsItself();
    }

    private Dialog dialog(DialogText text) throws Exception {
        return text.dialog(Files.createDirectory(folder.resolve("d" + read++)));
    }
}
