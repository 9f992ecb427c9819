// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;

/// A dialog in German, in simple German and in English: chosen by word or button at any time, and
/// answers are read in simple German as in German.
class SimpleGermanTest {
    private static final Dialog DIALOG =
            Scenario.inline(
                    "personal: true",
                    Map.of(
                            "eins",
                            Scenario.CONSENT
                                    + """
                                    - ask: wann
                                      type: date
                                      text: Wann beginnt es?
                                    - ask: geld
                                      type: money
                                      text: Wie hoch sind die Kosten?
                                    - ask: hilfe
                                      type: multi
                                      text: Was braucht ihr?
                                      options:
                                        - {id: einfach, text: Einfache Sprache}
                                        - {id: abend, text: Ein Termin am Abend}
                                    """),
                    Map.of(
                            "probe/texts/de-einfach.yaml",
                            """
                            variant: de-einfach
                            steps:
                              wann: {text: An welchem Tag geht es los?}
                              geld: {text: Was kostet es?}
                            """,
                            "probe/texts/en.yaml",
                            """
                            variant: en
                            steps: {wann: {text: When does it start?}}
                            """));

    private static Scenario begun() {
        return Scenario.of(DIALOG).says("ja").asks("wann");
    }

    @Test
    void allThreeAreOfferedByTheirNames() {
        assertThat(Scenario.of(DIALOG).expects().variants().stream().map(Expects.Variant::name))
                .containsExactly("Deutsch", "Einfache Sprache", "English");
    }

    @ParameterizedTest
    @CsvSource({
        "einfache Sprache, de-einfach, An welchem Tag",
        "In einfacher Sprache, de-einfach, An welchem Tag",
        "Sprache einfache Sprache, de-einfach, An welchem Tag",
        "/einfache Sprache, de-einfach, An welchem Tag",
        "simple German, de-einfach, An welchem Tag",
        "English, en, When does",
        "Englisch, en, When does",
    })
    void aWordIsEnough(String typed, String variant, String heard) {
        var scenario = begun().says(typed).isFine().hearsBack(heard).asks("wann");
        assertThat(scenario.state().variant()).isEqualTo(variant);
        scenario.says("Deutsch").hearsBack("Wann beginnt es?");
        assertThat(scenario.state().variant()).isEqualTo("de");
    }

    @Test
    void aButtonIsEnough() {
        var scenario = begun().commands(Command.LANGUAGE, "de-einfach").hearsBack("An welchem Tag");
        scenario.commands(Command.LANGUAGE, "en").hearsBack("When does");
        scenario.commands(Command.LANGUAGE, "de").hearsBack("Wann beginnt");
    }

    @Test
    void answersAreReadAndShownAsInGerman() {
        var scenario = begun().says("einfache Sprache");
        scenario.says("3. März 2027").has("wann", "3. März 2027");
        scenario.says("1.500,50 Euro").has("geld", "1.500,50 Euro").asks("hilfe");
        scenario.says("einfache Sprache").has("hilfe", "Einfache Sprache");
    }

    /// A variant of a language may leave out what it says as the language does; a language may not.
    @Test
    void whatIsNotSaidSimplyIsSaidInGerman() {
        assertThat(PhrasesFile.index()).containsEntry("de-einfach", "de").containsEntry("de", "");
        var own = PhrasesFile.own("", "de-einfach");
        var phrases = Scenario.phrases();
        for (var phrase : Sayable.all())
            assertThat(phrases.say("de-einfach", phrase, List.of()))
                    .isEqualTo(own.getOrDefault(phrase.id(), phrases.say("de", phrase, List.of())));
        assertThat(phrases.missing("de-einfach")).isEmpty();
    }

    /// A key that nothing reads would be a text that nobody is ever told.
    @Test
    void aVariantSaysNothingThatItsLanguageDoesNot() {
        PhrasesFile.index()
                .forEach((id, base) -> {
                    for (var folder : List.of("", "answers/", "commands/"))
                        if (!base.isEmpty())
                            assertThat(PhrasesFile.own(folder, base).keySet())
                                    .as(folder + id)
                                    .containsAll(PhrasesFile.own(folder, id).keySet());
                });
    }
}
