// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What some channel could not show: too long for a message, a button or a line.
class FitFaultsTest {
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String WHY = "why: Damit wir wissen, wohin.";

    /// 15 letters and a point, in lines.
    private static final String SENTENCE = "Wir sehen es so. ";

    @TempDir Path folder;

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.of(IDEA, WHY, "why: " + SENTENCE.repeat(250))
                        .says("Wir", "In Telegram sind das bis zu 4249 Zeichen, 153 zu", "zwei"),
                Fault.of(IDEA, WHY, "why: \"{traeger} " + SENTENCE.repeat(230) + "\"")
                        .says("\"{traeger}", "4510 Zeichen, 414 zu viel (höchstens 4096)", "zwei"),
                Fault.of(IDEA, WHY, WHY + "\n    help: " + SENTENCE.repeat(1_100))
                        .says("Wir", "In Matrix sind das 4", "Kürzt"),
                Fault.of(
                                "probe/groups/start.yaml",
                                "short: Einwilligung",
                                "short: Einwilligung\n    notice: " + SENTENCE.repeat(250))
                        .says("Wir", "einem Absatz in Telegram", "zwei"),
                Fault.of("probe/dialog.yaml", "done: \"Danke", "done: \"" + SENTENCE.repeat(250))
                        .says("\"Wir", "zu viel (höchstens 4096)", "zwei"),
                Fault.of("probe/outcomes.yaml", "say: Knapp.", "say: " + SENTENCE.repeat(250))
                        .says("Wir", "zu viel (höchstens 4096)", "zwei"),
                Fault.of(
                                IDEA,
                                "text: Mehr Zeit",
                                "text: Mehr Zeit für alle die in der Stadt wohnen")
                        .says("Mehr Zeit", "Als Knopf in Telegram sind das 42", "button"),
                Fault.of(
                                IDEA,
                                "Klären wir gemeinsam}",
                                "Das wollen wir noch alle zusammen mit euch klären}")
                        .says(
                                "Das wollen",
                                "Als Knopf in Telegram sind das 49",
                                "Kürzt die Antwort"),
                Fault.of(IDEA, "short: Ziele", "short: \"Ziele\\n\\n- eins\"")
                        .says("\"Ziele", "nur eine Zeile", "help"),
                Fault.of(IDEA, WHY, "why: " + "Wort".repeat(18))
                        .says("Wort", "12 zu viel für eine Zeile in den Seiten", "Teilt"),
                variant("short: " + "Ziele und ".repeat(8))
                        .says("Ziele", "In Übersichten sind das", "Kürzt"),
                variant("options: {zeit: {text: Mehr Zeit für alle die in der Stadt wohnen}}")
                        .says("Mehr Zeit", "Als Knopf in Telegram", "button"),
                variant("help: " + SENTENCE.repeat(250))
                        .says("Wir", "In Telegram sind das bis zu 4249", "zwei"));
    }

    /// In a variant of the sound dialog, which is a file of one step.
    private static Fault variant(String text) {
        return Fault.of("probe/texts/de-neu.yaml", "HERE", text);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        var text =
                DialogText.sound()
                        .with(
                                "probe/texts/de-neu.yaml",
                                "variant: de-neu\nsteps:\n  ziele: {HERE}\n");
        fault.mustBeFound(text, folder);
    }

    @Test
    void whatFitsIsNotNamed() {
        var text = DialogText.sound().replaced(IDEA, WHY, "why: " + SENTENCE.repeat(240));
        assertThat(text.read(folder).problems()).noneMatch(one -> one.message().contains("Tele"));
    }

    /// The first part of a long answer is what stands on its button.
    @Test
    void aButtonMayEndBehindItsFirstPart() {
        var text =
                DialogText.sound()
                        .replaced(
                                IDEA,
                                "Klären wir gemeinsam}",
                                "\"Noch offen, das wollen wir alle zusammen klären\"}");
        assertThat(text.read(folder).problems()).isEmpty();
    }

    @Test
    void aListOfOptionsFitsIntoAnEventOfMatrix() {
        var options =
                IntStream.range(0, 90)
                        .mapToObj(
                                i -> "- {id: o" + i + ", text: \"" + words(i) + "\", button: K" + i)
                        .collect(Collectors.joining("}\n      ", "", "}"));
        var text =
                DialogText.sound()
                        .replaced(IDEA, "- {id: zeit, text: Mehr Zeit}", options)
                        .replaced(IDEA, " && 'zeit' in ziele", "");
        assertThat(text.read(folder).problems())
                .anySatisfy(one -> {
                    assertThat(one.message()).contains("In Matrix sind das");
                    assertThat(one.excerpt()).contains("{id: o0");
                });
    }

    private static String words(int number) {
        return "Nummer " + number + ": " + SENTENCE.repeat(11).strip();
    }
}
