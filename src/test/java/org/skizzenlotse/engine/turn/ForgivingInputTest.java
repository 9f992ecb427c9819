// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.dialog.OpenStatus;

/// Each type of answer takes what people write, and says kindly what it cannot take.
class ForgivingInputTest {
    private static final String CHOICE =
            """
            - ask: wer
              type: choice
              text: Wer?
              open: [unknown, later]
              options:
                - {id: verein, text: Ein Verein, button: Verein, also: [e.v.]}
                - {id: gruppe, text: Eine Gruppe, button: Gruppe}
                - {id: anderes, text: Etwas anderes, button: Anderes, note: required}
            - ask: ende
              type: text
              text: Ende?
            """;
    private static final String MULTI =
            """
            - ask: themen
              type: multi
              text: Themen?
              max: 3
              open: [unknown]
              options:
                - {id: alter, text: Ältere Menschen, button: Ältere}
                - {id: wohnen, text: "Armut, Wohnen und Nachbarschaft", button: Wohnen}
                - {id: sport, text: Sport, button: Sport}
                - {id: ort, text: Ein Ort, button: Ort, note: optional}
                - {id: anderes, text: Etwas anderes, button: Anderes, note: required}
                - {id: mehr, text: Noch etwas, button: Weiteres, note: required}
            - ask: ende
              type: text
              text: Ende?
            """;

    private static Scenario asking(String type, String more) {
        return Scenario.of(
                """
                - ask: frage
                  type: %s
                  text: Frage?
                  open: [unknown, later]%s
                - ask: ende
                  type: text
                  text: Ende?
                """
                        .formatted(type, more.isEmpty() ? "" : "\n  " + more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1               | Ein Verein
                    1.              | Ein Verein
                    2)              | Eine Gruppe
                    verein          | Ein Verein
                    EIN VEREIN!     | Ein Verein
                    e.V.            | Ein Verein
                    2. Eine Gruppe  | Eine Gruppe
                    Anderes: ein Kiez | Etwas anderes: ein Kiez
                    3: ein Kiez     | Etwas anderes: ein Kiez
                    4               | Das wissen wir noch nicht
                    weiß nicht      | Das wissen wir noch nicht
                    """)
    void aChoiceIsTakenAsItIsWritten(String said, String kept) {
        Scenario.of(CHOICE).says(said).isFine().asks("ende").has("wer", kept);
    }

    @ParameterizedTest
    @CsvSource({"Vereim, Ein Verein", "Eine Grupe, Eine Gruppe", "weis nicht, noch nicht"})
    void aSlipIsAskedBack(String said, String meant) {
        Scenario.of(CHOICE).says(said).asks("_typo").hearsBack(meant).says("ja").asks("ende");
        Scenario.of(CHOICE).says(said).asks("_typo").taps("no").asks("wer").hasNo("wer");
        Scenario.of(CHOICE).says(said).says("Gruppe").asks("ende").has("wer", "Eine Gruppe");
    }

    @Test
    void wordsThatFitNoOptionAreProposedAsTheNoteOfTheOnlyOneThatTakesWords() {
        Scenario.of(CHOICE)
                .says("Wir sind eine Genossenschaft")
                .asks("_typo")
                .says("genau")
                .asks("ende")
                .has("wer", "Etwas anderes: Wir sind eine Genossenschaft");
    }

    @Test
    void anOptionThatNeedsWordsAsksForThem() {
        var scenario = Scenario.of(CHOICE).taps("anderes").asks("wer");
        assertThat(scenario.expects().text()).contains("Etwas anderes", "Worten");
        scenario.says("").isRefused().says("ein Kiez").has("wer", "Etwas anderes: ein Kiez");
    }

    @Test
    void aGuessedOptionThatNeedsWordsAsksForThemToo() {
        Scenario.of(CHOICE)
                .says("Etwas andres")
                .asks("_typo")
                .taps("yes")
                .asks("wer")
                .hasNo("wer")
                .says("ein Kiez")
                .has("wer", "Etwas anderes: ein Kiez");
    }

    @Test
    void aCommandWordBesideAnOptionIsAskedBack() {
        Scenario.of(CHOICE)
                .taps("anderes")
                .says("Sprache")
                .asks("_typo")
                .taps("no")
                .has("wer", "Etwas anderes: Sprache");
        Scenario.of(CHOICE)
                .taps("anderes")
                .says("hilfe")
                .taps("yes")
                .asks("wer")
                .says("ein Kiez")
                .has("wer", "Etwas anderes: ein Kiez");
    }

    @Test
    void backFromTheWordsBesideLeadsToTheOptions() {
        var scenario = Scenario.of(CHOICE).taps("anderes").commands(Command.BACK).asks("wer");
        assertThat(scenario.expects().options()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1, 3              | Ältere Menschen; Sport
                    1 3               | Ältere Menschen; Sport
                    1 und 3.          | Ältere Menschen; Sport
                    1-3               | Ältere Menschen; Armut, Wohnen und Nachbarschaft; Sport
                    1, 2 und 3        | Ältere Menschen; Armut, Wohnen und Nachbarschaft; Sport
                    Sport und Ältere  | Ältere Menschen; Sport
                    Armut, Wohnen und Nachbarschaft, Sport | Armut, Wohnen und Nachbarschaft; Sport
                    wohnen            | Armut, Wohnen und Nachbarschaft
                    Ort: Uelzen       | Ein Ort: Uelzen
                    7                 | Das wissen wir noch nicht
                    """)
    void severalAreTakenAtOnce(String said, String kept) {
        Scenario.of(MULTI).says(said).isFine().asks("ende").has("themen", kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9            | gibt es hier nicht
                    1 und 99     | gibt es hier nicht
                    1, 2, 3 und 4 | höchstens 3
                    1-999        | gibt es hier nicht
                    """)
    void whatIsNotInTheListIsRefused(String said, String why) {
        Scenario.of(MULTI).says(said).isRefused().hearsBack(why).asks("themen");
    }

    @Test
    void eachOptionThatNeedsWordsAsksForItsOwn() {
        var scenario = Scenario.of(MULTI).taps("ort", "anderes", "mehr");
        assertThat(scenario.expects().text()).contains("Etwas anderes");
        scenario.says("erstens");
        assertThat(scenario.expects().text()).contains("Noch etwas");
        scenario.says("zweitens")
                .asks("ende")
                .has("themen", "Ein Ort; Etwas anderes: erstens; Noch etwas: zweitens");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12        | 12
                    1         | 1
                    2         | 2
                    2,5       | 2,5
                    2.5       | 2,5
                    1.500     | 1.500
                    ca. 20    | 20
                    etwa zwei | 2
                    sieben    | 7
                    -3        | -3
                    12.       | NEIN
                    zig       | NEIN
                    2,55      | NEIN
                    3 bis 4   | NEIN
                    10000     | NEIN
                    """)
    void numbersAreReadInGerman(String said, String kept) {
        taken(asking("number", "decimals: 1\n  max: 5000"), said, kept);
    }

    @Test
    void aNumberWithAnUnknownUnitIsAskedBack() {
        asking("number", "unit: Stunden")
                .says("ca. 20 Std.")
                .asks("_typo")
                .taps("yes")
                .has("frage", "20 Stunden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1500            | 1.500 Euro
                    1               | 1 Euro
                    1.500 €         | 1.500 Euro
                    1.500,50 Euro   | 1.500,50 Euro
                    1500,-          | 1.500 Euro
                    EUR 20          | 20 Euro
                    12 Tsd. Euro    | 12.000 Euro
                    1,5 Mio         | 1.500.000 Euro
                    rund 800 Euro   | 800 Euro
                    -5              | NEIN
                    20 $            | NEIN
                    viel            | NEIN
                    1,555 Euro      | NEIN
                    """)
    void amountsAreReadInGerman(String said, String kept) {
        taken(asking("money", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    31.1.2027          | 31. Januar 2027
                    31.01.27           | 31. Januar 2027
                    31/1/2027          | 31. Januar 2027
                    2027-01-31         | 31. Januar 2027
                    31. Januar 2027    | 31. Januar 2027
                    3. Mrz 2027        | 3. März 2027
                    So, 31.1.2027      | 31. Januar 2027
                    am 1. Mai 2027     | 1. Mai 2027
                    heute              | 23. November 2026
                    morgen             | 24. November 2026
                    31.2.2027          | NEIN
                    12                 | NEIN
                    bald               | NEIN
                    """)
    void daysAreReadInGerman(String said, String kept) {
        taken(asking("date", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource({
        "Januar 2027, 1. Januar 2027",
        "Ende Februar 2027, 28. Februar 2027",
        "Mitte März 2027, 15. März 2027",
        "31.1., 31. Januar 2027",
        "24. Dezember, 24. Dezember 2026"
    })
    void aDayThatLacksSomethingIsAskedBack(String said, String meant) {
        asking("date", "").says(said).asks("_typo").taps("yes").has("frage", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 Monate                   | 3 Monate
                    drei Monate                | 3 Monate
                    ein Jahr                   | 1 Jahr
                    ein halbes Jahr            | 6 Monate
                    1,5 Jahre                  | 18 Monate
                    ca. 6 Wochen               | 6 Wochen
                    1.3.2027 bis 30.6.2027     | 1. März 2027 bis 30. Juni 2027
                    1.3.2027-30.6.2027         | 1. März 2027 bis 30. Juni 2027
                    vom 1.3. bis zum 30.6.2027 | 1. März 2027 bis 30. Juni 2027
                    März bis Juni 2027         | 1. März 2027 bis 30. Juni 2027
                    März-Juni 2027             | 1. März 2027 bis 30. Juni 2027
                    November bis Februar 2027  | 1. November 2026 bis 28. Februar 2027
                    1.6.2027 bis 1.3.2027      | NEIN
                    irgendwann                 | NEIN
                    """)
    void periodsAreReadInGerman(String said, String kept) {
        taken(asking("period", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Kim Muster, Vorstand, kim@verein.de, 030 1234567 | Kim Muster, Vorstand, \
                    kim@verein.de, 030 1234567
                    kim@verein.de                | kim@verein.de
                    Kim Muster, Tel. 030 1234567 | Kim Muster, 030 1234567
                    Kim Muster                   | NEIN
                    """)
    void aContactIsFoundInWords(String said, String kept) {
        taken(asking("contact", ""), said, kept);
    }

    @Test
    void aContactNeedsARealNumber() {
        asking("contact", "")
                .gives(Map.of("name", "Kim", "phone", "ruft an"))
                .isRefused()
                .hearsBack("Telefonnummer")
                .gives(Map.of("name", "Kim", "phone", "+49 30 1234567"))
                .has("frage", "Kim, +49 30 1234567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kim@verein.de        | kim@verein.de
                    mailto:kim@verein.de | kim@verein.de
                    kim@verein.de.       | kim@verein.de
                    kim@                 | NEIN
                    """)
    void addressesAreChecked(String said, String kept) {
        taken(asking("email", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    www.verein.de              | https://www.verein.de
                    https://verein.de/über/uns | https://verein.de/über/uns
                    HTTP://verein.de           | HTTP://verein.de
                    verein                     | NEIN
                    javascript:alert(1).de     | NEIN
                    """)
    void webAddressesAreChecked(String said, String kept) {
        taken(asking("url", ""), said, kept);
    }

    @Test
    void membersAreNumbersOrGermanTexts() {
        asking("money", "").gives(Map.of("amount", "1.500")).has("frage", "1.500 Euro");
        asking("money", "").gives(Map.of("amount", 1500.5)).has("frage", "1.500,50 Euro");
        asking("period", "")
                .gives(Map.of("length", "3", "unit", "Monate"))
                .has("frage", "3 Monate");
        asking("period", "")
                .gives(Map.of("length", "3", "unit", "months"))
                .has("frage", "3 Monate");
    }

    @Test
    void aTableIsReadLineByLine() {
        var columns = "[{id: was, text: Was}, {id: n, type: number, text: Zahl}]";
        var scenario = asking("table", "columns: " + columns);
        scenario.says("Tafeln;viele").isRefused().hearsBack("viele");
        scenario.says("a;1;zu viel").isRefused().hearsBack("Spalten");
        scenario.says("Tafeln;3\n\nTreffs|12");
        scenario.has("frage", "Was: Tafeln, Zahl: 3\nWas: Treffs, Zahl: 12");
    }

    @Test
    void theThirdUnusableAnswerOffersTheOpenAnswersAndAPerson() {
        asking("number", "")
                .says("viele")
                .hearsNothingOf("Kein Problem")
                .says("sehr viele")
                .hearsNothingOf("Kein Problem")
                .says("unzählige")
                .hearsBack("Das wissen wir noch nicht")
                .hearsBack("Sprechstunde mittwochs");
    }

    @Test
    void theThirdRefusalOfACheckOffersTheWayOutToo() {
        asking("text", "check: [{must: 'size(value) >= 5', say: Zu knapp.}]")
                .says("eins")
                .hearsBack("Zu knapp.")
                .says("zwei")
                .says("drei")
                .hearsBack("Kein Problem");
    }

    @Test
    void aShouldAsksOncePerValue() {
        var steps = "check: [{should: 'size(value) >= 5', say: Mögt ihr mehr sagen?}]";
        asking("text", steps)
                .says("eins")
                .asks("_typo")
                .hearsBack("Mögt ihr mehr sagen?")
                .taps("no")
                .asks("frage")
                .says("eins")
                .asks("ende")
                .has("frage", "eins");
        asking("text", steps).says("eins").says("ja").asks("ende").has("frage", "eins");
        asking("text", steps).says("eins").says("zwei").asks("_typo").taps("yes").asks("ende");
    }

    @Test
    void whatNobodyMustAnswerCanBeLeftForLater() {
        Scenario.of("- ask: a\n  type: text\n  text: A?\n- ask: b\n  type: text\n  text: B?")
                .leavesOpen(OpenStatus.LATER)
                .isFine()
                .asks("b");
    }

    @Test
    void aFileQuestionStrandsNobody() {
        var scenario =
                Scenario.of(
                        "- ask: datei\n  type: file\n  text: Datei?\n  needed: submit\n"
                                + "- ask: b\n  type: text\n  text: B?");
        assertThat(scenario.expects().text()).contains("Dateien, je bis");
        scenario.says("anbei.pdf").isRefused().says("später").isFine().asks("b");
    }

    @Test
    void veryLongNonsenseIsRefusedQuickly() {
        for (var type : new String[] {"number", "date", "period", "contact", "email", "url"})
            asking(type, "").says("a ".repeat(50_000)).isRefused().asks("frage");
        Scenario.of(MULTI).says(" a,".repeat(30_000)).isRefused();
    }

    private static void taken(Scenario scenario, String said, String kept) {
        scenario.says(said);
        if (kept.equals("NEIN")) scenario.isRefused().hasNo("frage");
        else scenario.isFine().has("frage", kept).asks("ende");
    }
}
