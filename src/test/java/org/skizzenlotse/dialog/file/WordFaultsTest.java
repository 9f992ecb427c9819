// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Problem;

/// What is hard to read, gendered otherwise than the house does, or explained nowhere.
class WordFaultsTest {
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String WHY = "why: Damit wir wissen, wohin.";
    private static final String SIMPLE = "probe/texts/de-einfach.yaml";

    @TempDir Path folder;

    static Stream<Fault> faults() {
        return Stream.of(
                why("Wir fragen das, damit wir gleich sehen, was ihr vorhabt, wo ihr"
                                + " steht, was euch fehlt und wer euch hilft.")
                        .says("Wir fragen das", "Dieser Satz hat 20 Wörter", "Teilt ihn"),
                why("Kurz. Verantwortungsvolle Verarbeitung personenbezogener Angaben"
                                + " benötigt nachvollziehbare Entscheidungen. Beteiligte"
                                + " Einrichtungen vereinbaren deshalb verbindliche"
                                + " Zuständigkeiten untereinander. Anschließend"
                                + " veröffentlichen alle Beteiligten Ergebnisse.")
                        .says("Verantwortungsvolle", "Lesbarkeits-Index LIX", "Lang sind hier"),
                why("Damit alle Bürger:innen es sehen.")
                        .says("Bürger:innen", "Schreibweise des Hauses", "Bürger*innen"),
                why("Damit alle BürgerInnen es sehen.")
                        .says("BürgerInnen", "Schreibweise des Hauses", "Menschen in eurer Stadt"),
                why("Damit alle Nachbar/innen es sehen.")
                        .says("Nachbar/innen", "Schreibweise", "Nachbar*innen"),
                why("Damit alle Nachbar/-innen es sehen.")
                        .says("Nachbar/-innen", "Schreibweise", "Nachbar*innen"),
                why("Damit alle Nachbar_innen es sehen.")
                        .says("Nachbar_innen", "Schreibweise", "Nachbar*innen"),
                why("Damit alle Teilnehmer(innen) es sehen.")
                        .says("Teilnehmer(innen)", "Schreibweise", "Teilnehmende"),
                why("Damit wir es sehen, z. B. auf Karten.")
                        .says("z. B.", "'z. B.' ist abgekürzt", "zum Beispiel"),
                why("Damit ihr bzw. wir es sehen.").says("bzw.", "ist abgekürzt", "oder"),
                why("Damit die KI es sieht.").says("KI", "Was 'KI' heißt", "house.yaml"),
                why("Damit wir sehen, ob Sie es haben.")
                        .says("Sie es", "'Sie' passt nicht zur Anrede 'ihr'", "mit 'ihr'"),
                why("Damit du es weißt.").says("du es", "'du' passt nicht", "mit 'ihr'"),
                Fault.of(
                                "probe/dialog.yaml",
                                "means: Eine staatliche",
                                "means: Ca. eine, d.h. eine")
                        .says("d.h.", "abgekürzt", "das heißt"),
                Fault.of("probe/outcomes.yaml", "say: Knapp.", "say: Für Nachbar:innen knapp.")
                        .says("Nachbar:innen", "zeit.say", "Nachbar*innen"),
                silenced("{rule: lix, reason: Das steht so im Gesetz.}")
                        .says("{rule: lix", "nichts stillzustellen", "at"),
                silenced("{rule: gender, at: ziele.why, reason: Das ist ein Name von uns.}")
                        .says("{rule: gender", "nichts stillzustellen", "at"),
                silenced("{rule: stil, reason: Das steht so im Gesetz.}")
                        .says("stil", "'stil'", ""),
                silenced("{rule: lix}").says("{rule: lix}", "'reason'", ""));
    }

    private static Fault why(String words) {
        return Fault.of(IDEA, WHY, "why: \"" + words + "\"");
    }

    private static Fault silenced(String entry) {
        return Fault.of(IDEA, "title: Eure Idee", "title: Eure Idee\nsilenced: [" + entry + "]");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    private List<Problem> problems(DialogText text) {
        return text.read(folder).problems();
    }

    @Test
    void aFindingIsSilencedWithAReason() {
        var text = DialogText.sound().replaced(IDEA, WHY, "why: Für alle Nachbar:innen.");
        assertThat(problems(text)).hasSize(1);
        text.replaced(
                IDEA,
                "title: Eure Idee",
                "title: Eure Idee\n"
                        + "silenced: [{rule: gender, at: ziele.why, reason: So heißt sie.}]");
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void whereTheHouseHasNoStarItIsAFinding() {
        var text = DialogText.sound().replaced(IDEA, WHY, "why: Für alle Nachbar*innen.");
        assertThat(problems(text)).isEmpty();
        text.with("house.yaml", "gender: neutral\n");
        assertThat(problems(text))
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("steht hier mit Stern"));
    }

    @Test
    void simpleLanguageIsReadMoreStrictly() {
        var words =
                """
                variant: de-einfach
                title: Was alle Nachbar*innen hier mit uns und den anderen für das Viertel machen
                """;
        assertThat(problems(DialogText.sound().with(SIMPLE, words)))
                .extracting(Problem::message)
                .anyMatch(one -> one.contains("title") && one.contains("höchstens 12"))
                .anyMatch(one -> one.contains("'Nachbar*innen' steht hier mit Stern"));
    }

    @Test
    void aDifficultWordThatNobodyExplainsIsAFinding() {
        var text =
                DialogText.sound()
                        .replaced(IDEA, WHY, "why: Damit offene Schnittstellen da sind.")
                        .with("house.yaml", "difficult: [Schnittstelle]\n");
        assertThat(problems(text))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.message()).contains("Was 'Schnittstelle' heißt");
                    assertThat(one.excerpt().substring(one.column() - 1))
                            .startsWith("Schnittstellen");
                });
        text.with("glossary.yaml", "glossary: {Schnittstelle: Hier tauschen sich zwei aus.}\n");
        assertThat(problems(text)).isEmpty();
    }

    @Test
    void anAbbreviationThatIsExplainedIsNone() {
        var text = DialogText.sound().replaced(IDEA, WHY, "why: Damit die KI es sieht.");
        text.with("house.yaml", "abbreviations: [KI]\n");
        assertThat(problems(text)).isEmpty();
    }

    /// What each has its place is only said to those who ask, and keeps nothing from publishing.
    @Test
    void hintsAreNoProblems() {
        var text =
                DialogText.sound()
                        .replaced(
                                IDEA,
                                WHY,
                                "why: Die Nachbarschaftshilfen und alle Teilnehmer werden gehört.");
        var loaded = text.read(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.hints())
                .extracting(one -> one.message().replaceFirst(".*Regel (\\w+).*", "$1"))
                .containsExactlyInAnyOrder("compound", "gender", "passive");
        assertThat(loaded.hints().getFirst().toText()).contains("Anregung: ");
    }

    @Test
    void whatStandsBesideTheDialogsIsReadToo() {
        var text =
                DialogText.sound()
                        .with("glossary.yaml", "glossary:\n  Karte: Ein Bild, z.B. groß.\n");
        assertThat(problems(text))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.file()).isEqualTo("glossary.yaml");
                    assertThat(one.excerpt().substring(one.column() - 1)).startsWith("z.B.");
                });
    }
}
