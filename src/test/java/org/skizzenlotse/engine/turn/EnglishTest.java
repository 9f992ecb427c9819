// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.engine.Command;

/// Who speaks English is answered in English, and answers in either language are understood.
class EnglishTest {
    private static Scenario asking(String variant, String type, String more) {
        var steps =
                """
                - ask: frage
                  type: %s
                  text: Frage?
                  open: [unknown, later]%s
                - ask: ende
                  type: text
                  text: Ende?
                """
                        .formatted(type, more.isEmpty() ? "" : "\n  " + more);
        return Scenario.in(variant, Scenario.inline("personal: true", Scenario.CONSENT + steps))
                .taps("yes");
    }

    private static void taken(Scenario scenario, String said, String kept) {
        scenario.says(said);
        if (kept.equals("NO")) scenario.isRefused().hasNo("frage");
        else scenario.isFine().has("frage", kept).asks("ende");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    12          | 12
                    2.5         | 2.5
                    2,5         | 2.5
                    1,500       | 1,500
                    1.500       | 1.5
                    1,500.5     | 1,500.5
                    1.500,5     | 1,500.5
                    1 500       | 1,500
                    0.500       | 0.5
                    about 20    | 20
                    roughly two | 2
                    sieben      | 7
                    lots        | NO
                    3 or 4      | NO
                    12,34,56    | NO
                    """)
    void numbersAreReadInEnglish(String said, String kept) {
        taken(asking("en", "number", "decimals: 1\n  max: 5000"), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.500       | 1.500
                    1,500       | 1,5
                    1,500.5     | 1.500,5
                    1.500,5     | 1.500,5
                    0.500       | 0,5
                    about 20    | 20
                    seven       | 7
                    """)
    void inGermanOnlyWhatCouldMeanTwoThingsIsReadOtherwise(String said, String kept) {
        taken(asking("de", "number", "decimals: 1\n  max: 5000"), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1,500          | €1,500
                    €1,500.50      | €1,500.50
                    1.500,50 Euro  | €1,500.50
                    12k            | €12,000
                    1.5 million    | €1,500,000
                    about 800 euros| €800
                    20 pounds      | NO
                    """)
    void amountsAreReadInEnglish(String said, String kept) {
        taken(asking("en", "money", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 March 2027             | 3 March 2027
                    3rd of March 2027        | 3 March 2027
                    March 3, 2027            | 3 March 2027
                    Mar 3rd 2027             | 3 March 2027
                    Wednesday, 3 March 2027  | 3 March 2027
                    on Wed, 3/3/2027         | 3 March 2027
                    3. März 2027             | 3 March 2027
                    4/3/2027                 | 4 March 2027
                    2027-03-03               | 3 March 2027
                    tomorrow                 | 24 November 2026
                    the day after tomorrow   | 25 November 2026
                    31 February 2027         | NO
                    soon                     | NO
                    """)
    void daysAreReadInEnglish(String said, String kept) {
        taken(asking("en", "date", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource({"3 March 2027, 3. März 2027", "'October 1st, 2027', 1. Oktober 2027"})
    void englishDaysAreReadInGermanToo(String said, String kept) {
        taken(asking("de", "date", ""), said, kept);
    }

    @ParameterizedTest
    @CsvSource({
        "end of February 2027, 28 February 2027",
        "mid-March 2027, 15 March 2027",
        "24 December, 24 December 2026",
        "12/31/2027, 31 December 2027"
    })
    void aDayThatLacksSomethingIsAskedBack(String said, String meant) {
        asking("en", "date", "").says(said).asks("_typo").taps("yes").has("frage", meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 months                       | 3 months
                    a year                         | 1 year
                    half a year                    | 6 months
                    1.5 years                      | 18 months
                    about six weeks                | 6 weeks
                    drei Monate                    | 3 months
                    1 March 2027 to 30 June 2027   | 1 March 2027 to 30 June 2027
                    from March until June 2027     | 1 March 2027 to 30 June 2027
                    March–June 2027                | 1 March 2027 to 30 June 2027
                    1/3/2027 - 30/6/2027           | 1 March 2027 to 30 June 2027
                    some time                      | NO
                    """)
    void periodsAreReadInEnglish(String said, String kept) {
        taken(asking("en", "period", ""), said, kept);
    }

    @Test
    void severalAreTakenAtOnce() {
        var options =
                "[{id: a, text: A1}, {id: b, text: B1}, {id: c, text: C1}, {id: d, text: D1}]";
        asking("en", "multi", "options: " + options).says("1, 2 and 4").has("frage", "A1; B1; D1");
        asking("en", "multi", "options: " + options).says("1 to 3").has("frage", "A1; B1; C1");
    }

    @Test
    void commandWordsOfBothLanguagesAreUnderstoodAndThoseOfOnesOwnAreTold() {
        var english = asking("en", "number", "");
        english.says("help").hearsBack("“don’t know”").asks("frage");
        english.says("hilfe").hearsBack("“don’t know”").asks("frage");
        english.says("overvieww").asks("_typo").hearsBack("Did you mean: overview?");
        asking("de", "number", "").says("help").hearsBack("„weiß nicht“");
        asking("de", "number", "").says("overvieww").hearsBack("Meintet ihr: überblick?");
    }

    @Test
    void openAnswersAreWordedInOnesLanguage() {
        asking("en", "number", "").says("we don't know yet").has("frage", "We don’t know yet");
        asking("en", "number", "").says("weiß nicht").has("frage", "We don’t know yet");
    }

    @Test
    void limitsAreToldInTheFormOfTheLanguage() {
        asking("en", "number", "max: 5000").says("9000").hearsBack("5,000");
        asking("de", "number", "max: 5000").says("9000").hearsBack("5\\.000");
    }

    @Test
    void membersAreReadInTheLanguageUnlessTheyAreNumbers() {
        asking("en", "money", "").gives(Map.of("amount", "1,500")).has("frage", "€1,500");
        asking("en", "money", "").gives(Map.of("amount", 1500.5)).has("frage", "€1,500.50");
        asking("en", "period", "")
                .gives(Map.of("length", "3", "unit", "months"))
                .has("frage", "3 months");
    }

    @Test
    void earlierAnswersAreShownInTheLanguageChosenLater() {
        var dialog =
                Scenario.inline(
                        "personal: true",
                        Map.of(
                                "eins",
                                Scenario.CONSENT
                                        + "- ask: tag\n  type: date\n  text: Wann?\n"
                                        + "- ask: ende\n  type: text\n  text: Ende?\n"),
                        Map.of(
                                "probe/texts/en.yaml",
                                "variant: en\nsteps: {ende: {text: The end?}}\n"));
        var scenario = Scenario.of(dialog).says("ja").says("3.3.2027").has("tag", "3. März 2027");
        scenario.commands(Command.LANGUAGE, "en").asks("ende").has("tag", "3 March 2027");
        assertThat(scenario.expects().text()).isEqualTo("The end?");
        assertThat(scenario.answer("tag").provenance().variant()).isEqualTo("de");
    }
}
