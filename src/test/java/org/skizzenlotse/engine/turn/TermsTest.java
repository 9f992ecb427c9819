// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Command;

/// What words mean: at the first question that uses them, and whenever somebody asks.
class TermsTest {
    private static final Dialog DIALOG =
            Scenario.inline(
                    "personal: true",
                    Map.of(
                            "eins",
                            Scenario.CONSENT
                                    + """
                                    - ask: weg
                                      type: choice
                                      text: Gibt es Schnittstellen?
                                      help: Eine genügt.
                                      options: [{id: ja, text: Eine}, {id: nein, text: Keine}]
                                    - ask: lizenz
                                      type: choice
                                      when: {weg: ja}
                                      text: Hat die Schnittstelle eine offene Lizenz?
                                      options: [{id: ja, text: Hat sie}, {id: nein, text: Nein}]
                                    - ask: mehr
                                      type: long_text
                                      text: Was sagt ihr zur offenen Lizenz?
                                      open: [unknown]
                                    """),
                    Map.of(
                            "glossary.yaml",
                            """
                            glossary:
                              Schnittstelle: Hier tauschen Programme *Daten*.
                              Offene Lizenz: {text: Eine Erlaubnis für alle., also: [CC-Lizenz]}
                            """,
                            "glossary.en.yaml",
                            """
                            variant: en
                            glossary:
                              Schnittstelle: {word: Interface, text: Programs exchange data here.}
                              Offene Lizenz: {word: Open licence, text: Everybody may use it.}
                            """,
                            "probe/texts/en.yaml",
                            """
                            variant: en
                            steps: {weg: {text: Are there interfaces?}}
                            """));

    private static Scenario begun() {
        return Scenario.of(DIALOG).says("ja").asks("weg");
    }

    @ParameterizedTest
    @CsvSource({
        "Was heißt Schnittstelle?, **Schnittstelle** heißt: Hier tauschen Programme",
        "was bedeutet „Schnittstellen“, Hier tauschen Programme",
        "Was ist eine offene Lizenz?, Eine Erlaubnis für alle",
        "was meint ihr mit offenen Lizenzen, Eine Erlaubnis für alle",
        "Was sind CC-Lizenzen?, Eine Erlaubnis für alle",
        "what does interface mean?, Programs exchange data here",
        "Was heisst denn?, erklären wir hier nicht",
        "Was heißt Blumentopf?, erklären wir hier nicht",
    })
    void whoAsksIsToldAndTheQuestionStays(String typed, String heard) {
        begun().says(typed).isFine().hearsBack(heard).asks("weg").hasNo("weg");
    }

    @Test
    void theWordsOfTheVariantAreToldInIt() {
        var scenario = begun().commands(Command.LANGUAGE, "en");
        scenario.says("What is an interface?").hearsBack("**Interface** means: Programs exchange");
        scenario.says("Was heißt Schnittstelle?").hearsBack("Hier tauschen Programme");
    }

    @Test
    void whereAnyWordsAreAnAnswerOnlyAKnownWordIsExplained() {
        var scenario = begun().taps("nein").asks("mehr");
        scenario.says("Was heißt offene Lizenz?").hearsBack("Eine Erlaubnis").hasNo("mehr");
        scenario.says("Was ist schon offen?").has("mehr", "Was ist schon offen?");
    }

    @Test
    void theFirstQuestionThatUsesAWordExplainsItInItsHelp() {
        var scenario = begun();
        assertThat(scenario.expects().hints().help())
                .startsWith("Eine genügt.\n\n**Schnittstelle** heißt: Hier tauschen");
        scenario.commands(Command.HELP).hearsBack("**Schnittstelle** heißt");
        scenario.taps("ja").asks("lizenz");
        assertThat(scenario.expects().hints().help())
                .isEqualTo("**Offene Lizenz** heißt: Eine Erlaubnis für alle.");
        scenario.taps("ja").asks("mehr");
        assertThat(scenario.expects().hints().help()).isEmpty();
    }

    @Test
    void aQuestionThatIsNotAskedExplainsNothing() {
        var scenario = begun().taps("nein").asks("mehr");
        assertThat(scenario.expects().hints().help()).startsWith("**Offene Lizenz** heißt");
    }

    @Test
    void whatAVariantDoesNotSayIsToldOnce() {
        var scenario = begun().commands(Command.LANGUAGE, "en");
        scenario.hearsBack("Some texts do not exist in this language yet").hearsBack("Deutsch");
        scenario.taps("nein").asks("mehr").hearsNothingOf("do not exist in this language");
    }
}
