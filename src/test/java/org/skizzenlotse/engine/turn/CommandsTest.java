// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.OpenStatus;

/// Every command answers in every kind of place, and none is one by accident.
class CommandsTest {
    record Start(String place, Supplier<Scenario> scenario) {
        @Override
        public String toString() {
            return place;
        }
    }

    private static List<Start> places() {
        return List.of(
                new Start("ja_nein", Dialogs::fresh),
                new Start("_scope", () -> Dialogs.fresh().says("ja")),
                new Start("problem", () -> Dialogs.fresh().says("ja").taps("short")),
                new Start("traeger", Dialogs::atChoice),
                new Start("_typo", () -> Dialogs.atChoice().says("Vereim")),
                new Start("_impact", () -> impact()),
                new Start("_confirm", () -> Dialogs.atChoice().commands(Command.ERASE)),
                new Start("_stop", () -> Dialogs.atChoice().commands(Command.STOP)),
                new Start("_change", () -> Dialogs.atChoice().commands(Command.CHANGE)),
                new Start("_deepen", () -> Dialogs.atReview().commands(Command.DEEPEN)),
                new Start("_paused", () -> Dialogs.atChoice().commands(Command.PAUSE)),
                new Start("_review", Dialogs::atReview),
                new Start("_submitted", Dialogs::submitted),
                new Start("_closed", () -> Dialogs.fresh().says("nein")),
                new Start("_closed", () -> Dialogs.atChoice().commands(Command.ERASE).taps("yes")),
                new Start(
                        "_closed",
                        () -> Dialogs.submitted().commands(Command.RETRACT).taps("yes")));
    }

    private static Scenario impact() {
        return Dialogs.atReview().commands(Command.CHANGE, "traeger").taps("staat");
    }

    static Stream<Start> allPlaces() {
        return places().stream();
    }

    @ParameterizedTest
    @MethodSource("allPlaces")
    void everyCommandIsAnswered(Start start) {
        for (var command : Command.values()) {
            var scenario = start.scenario().get().asks(start.place());
            scenario.commands(command);
            var said = scenario.last().messages();
            assertThat(said.isEmpty() && !scenario.state().lifecycle().isOpen())
                    .as(command.id())
                    .isFalse();
            assertThat(scenario.expects()).as(command.id()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("allPlaces")
    void everyWordOfACommandIsAnswered(Start start) {
        for (var command : Command.values())
            assertThat(
                            start.scenario()
                                    .get()
                                    .says("/" + Scenario.phrases().commands("de").word(command))
                                    .expects())
                    .as(command.id())
                    .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("allPlaces")
    void whatIsOfferedDoesSomething(Start start) {
        for (var command : start.scenario().get().expects().commands()) {
            var scenario = start.scenario().get().commands(command);
            assertThat(scenario.text()).as(command.id()).isNotEmpty();
            assertThat(scenario.text())
                    .as(command.id())
                    .doesNotContain("Es gibt nichts", "erste Frage", "noch keine Antwort");
        }
    }

    @ParameterizedTest
    @MethodSource("allPlaces")
    void nothingIsDestroyedWithoutAConfirmation(Start start) {
        for (var command : Command.values()) {
            var scenario = start.scenario().get();
            var before = scenario.state();
            scenario.commands(command);
            if (command.destroys()) {
                assertThat(scenario.state().lifecycle()).isEqualTo(before.lifecycle());
                assertThat(scenario.state().answers()).isEqualTo(before.answers());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"löschn", "widderruf", "alles löschenn", "neu anfange", "zurükziehen"})
    void aSlipNeverReachesWhatDestroys(String slip) {
        for (var start : places()) {
            if (start.place().equals("problem") || start.place().equals("_confirm")) continue;
            var scenario = start.scenario().get().says(slip);
            assertThat(scenario.expects().step()).as(start.place()).isNotEqualTo(Stations.CONFIRM);
        }
    }

    @Test
    void aSlipNeverSubmitsOrTakesOver() {
        Dialogs.atReview().says("So einreichn").isRefused().hearsBack("Meintet").asks("_review");
        impact().says("Übernehmn").isRefused().asks("_impact");
    }

    @Test
    void aSlipInAHarmlessCommandIsAskedBack() {
        Dialogs.atChoice().says("hilfee").asks("_typo").hearsBack("hilfe").taps("yes");
    }

    @Test
    void aWordIsACommandOnlyWhenItIsTheWholeMessage() {
        var text = "Sprache ist unser Problem, und Vertiefen hilft";
        Dialogs.fresh().says("ja").taps("short").says(text).asks("traeger").has("problem", text);
        Dialogs.fresh().says("ja").taps("short").says("/ 3 Tage").has("problem", "/ 3 Tage");
    }

    @Test
    void atAFreeTextAWordIsAskedBack() {
        var scenario = Dialogs.fresh().says("ja").taps("short").says("Pause").asks("_typo");
        scenario.hearsBack("Pause").taps("no").asks("traeger").has("problem", "Pause");
        Dialogs.fresh().says("ja").taps("short").says("Pause").taps("yes").asks("_paused");
        Dialogs.fresh().says("ja").taps("short").says("/pause").asks("_paused");
    }

    @Test
    void anOpenAnswerAtAFreeTextKeepsItsMeaning() {
        Scenario.of("- ask: a\n  type: text\n  text: A?\n  open: [unknown, refused]")
                .says("keine Angabe")
                .asks("_typo")
                .taps("yes")
                .asks("_review")
                .has("a", "Dazu möchten wir nichts sagen");
    }

    @Test
    void anOpenAnswerIsNeverTurnedIntoAnother() {
        Dialogs.atChoice().says("trifft nicht zu").isRefused().hearsBack("noch nicht");
        Dialogs.atChoice().leavesOpen(OpenStatus.REFUSED).isRefused().asks("traeger");
        Dialogs.fresh().says("ja").taps("short").leavesOpen(OpenStatus.UNKNOWN).isRefused();
    }

    @Test
    void helpComesWithExamplesAndCommands() {
        Scenario.of(
                        "- ask: a\n  type: text\n  text: A?\n  help: So geht es.\n"
                                + "  examples: [Eins, Zwei]")
                .commands(Command.HELP)
                .hearsBack("So geht es.")
                .hearsBack("- Zwei")
                .hearsBack("überblick")
                .asks("a");
    }

    @Test
    void whyNamesTheAnswersThatLedHere() {
        Dialogs.atChoice()
                .taps("staat")
                .commands(Command.WHY)
                .hearsBack("Darum partner")
                .hearsBack("Staat");
    }

    @Test
    void backGoesFurtherBackEachTime() {
        Dialogs.atReview()
                .commands(Command.BACK)
                .asks("satzung")
                .commands(Command.BACK)
                .asks("traeger")
                .commands(Command.BACK)
                .asks("problem")
                .hearsBack("Bisher steht da: Zu wenig")
                .commands(Command.CONTINUE)
                .asks("_review");
    }

    @Test
    void aPauseEndsWithAnything() {
        var paused = Dialogs.fresh().says("ja").taps("short").commands(Command.PAUSE);
        paused.asks("_paused").doesNotOffer(Command.PAUSE).offers(Command.CONTINUE);
        paused.says("Hallo, da bin ich wieder").asks("_typo").hearsBack("Soll das eure Antwort");
        paused.taps("no").asks("problem").hasNo("problem");
        Dialogs.atChoice().commands(Command.PAUSE).says("Hallo!").isFine().asks("traeger");
        Dialogs.atChoice().commands(Command.PAUSE).says("Verein").isFine().asks("satzung");
        Dialogs.atChoice().commands(Command.PAUSE).says("aufhören").asks("_stop");
        Dialogs.atChoice().commands(Command.PAUSE).says("ändern").asks("_change");
    }

    @Test
    void theDoorHasItsChoices() {
        Dialogs.atChoice().says("aufhören").asks("_stop").taps("pause").asks("_paused");
        Dialogs.atChoice().says("aufhören").taps("erase").asks("_confirm");
        Dialogs.atChoice().says("aufhören").taps("continue").asks("traeger");
        Dialogs.atChoice().says("aufhören").taps("retract").hearsBack("noch nichts eingereicht");
        Dialogs.atChoice().says("aufhören").tapsAt("traeger", "verein").asks("satzung");
    }

    @Test
    void changeFindsItsTarget() {
        Dialogs.atChoice().says("ändern Kurz problem").asks("problem");
        Dialogs.atChoice().says("ändern 2").asks("problem");
        Dialogs.atChoice().commands(Command.CHANGE, "problem").asks("problem");
        Dialogs.atChoice().commands(Command.CHANGE, "tiefe").isRefused();
        Dialogs.fresh().commands(Command.CHANGE).hearsBack("noch keine Antwort");
    }

    @Test
    void myDataShowsEverythingAlsoWhatDoesNotCount() {
        var longText = "lang ".repeat(100).strip();
        Dialogs.atChoice()
                .taps("staat")
                .says(longText)
                .says("Kiel")
                .commands(Command.CHANGE, "traeger")
                .taps("verein")
                .taps("take")
                .commands(Command.MY_DATA)
                .hearsBack(longText)
                .hearsBack("zählt gerade nicht")
                .commands(Command.OVERVIEW)
                .hearsNothingOf(longText);
    }

    @Test
    void startOverLeavesNothingOfTheOldDraft() {
        var scenario = Dialogs.atReview().says("neu anfangen").asks("_confirm").taps("yes");
        scenario.asks("ja_nein").hearsBack("Dürfen wir?").hearsBack("Einstieg eins");
        assertThat(scenario.state().answers()).isEmpty();
        assertThat(scenario.state().scope()).isEqualTo(Scope.OPEN);
        assertThat(scenario.state().position()).isEqualTo(Position.PLAIN);
        assertThat(scenario.last().effects()).contains(new Effect.Redact());
        assertThat(scenario.last().effects()).anyMatch(Effect.WakeAt.class::isInstance);
    }

    @Test
    void aGoodbyeIsNotFollowedByAQuestion() {
        Dialogs.submitted()
                .taps("done")
                .hearsBack("PR-1")
                .hearsNothingOf("noch etwas tun")
                .asks("_submitted");
    }

    @Test
    void anUnknownCommandIsNamed() {
        Dialogs.atChoice().says("/quatsch").isRefused().hearsBack("mehr").asks("traeger");
    }

    @Test
    void aNewDialogOffersNoCommandThatMakesNoSense() {
        Dialogs.fresh()
                .doesNotOffer(Command.BACK, Command.CHANGE, Command.WITHDRAW, Command.FULL)
                .doesNotOffer(Command.RETRACT, Command.LANGUAGE, Command.UNDO, Command.CONTINUE);
        Dialogs.submitted().offers(Command.RETRACT).doesNotOffer(Command.START_OVER);
        Dialogs.fresh().says("nein").doesNotOffer(Command.OVERVIEW, Command.PAUSE);
    }
}
