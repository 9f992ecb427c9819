// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Elsewhere;

class TakingOverTest {
    private static final Dialog DIALOG =
            Scenario.inline(
                    "personal: true",
                    Scenario.CONSENT
                            + """
                            - ask: wer
                              type: choice
                              text: Wer?
                              open: [unknown]
                              options:
                                - {id: verein, text: Ein Verein}
                                - {id: staat, text: Ein Amt}
                                - {id: anderes, text: Anderes, note: required}
                            - ask: partner
                              type: choice
                              when: wer == 'staat'
                              text: Mit wem?
                              options: [{id: ja, text: Mit dem Verein}, {id: nein, text: Allein}]
                            - ask: ziele
                              type: multi
                              text: Wozu?
                              max: 1
                              open: [later]
                              options: [{id: wissen, text: Wissen}, {id: tun, text: Tun}]
                            - ask: stunden
                              type: number
                              min: 1
                              max: 10
                              text: Wie viele?
                            """);

    @Test
    void nothingIsOfferedBeforeTheConsentAndNothingAfterANo() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.asks("ja_nein").hearsNothingOf("Verein").hasNo("wer");
        scenario.says("nein").asks("_closed").hearsNothingOf("Verein").hasNo("wer");
    }

    @Test
    void whatIsTakenOverIsNotAskedAgainAndCanBeChanged() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.says("ja").asks("_taken_over").hearsBack("Kurz wer").hearsBack("Ein Verein");
        scenario.hasNo("wer").taps("take").isFine().has("wer", "Ein Verein").asks("ziele");
        assertThat(scenario.state().answer(step("wer")).orElseThrow().provenance().by())
                .isEqualTo("taken_over");
        scenario.commands(Command.CHANGE, "wer").asks("wer").taps("staat").taps("take");
        scenario.has("wer", "Ein Amt").asks("partner");
        assertThat(scenario.state().answer(step("wer")).orElseThrow().provenance().by())
                .isEqualTo("applicant");
    }

    @Test
    void whoAnswersAnewIsAskedEverything() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.says("ja").says("Lieber neu beantworten").asks("wer").hasNo("wer");
        scenario.taps("staat").asks("partner");
    }

    @Test
    void anInterruptionDoesNotLoseTheOffer() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.says("ja").says("pause").asks("_paused").says("weiter").asks("_taken_over");
        scenario.says("hilfe").asks("_taken_over").says("1").has("wer", "Ein Verein");
    }

    @Test
    void openAnswersComeAlongWhereTheyAreAllowed() {
        var handedOver = new HashMap<StepId, Answer>();
        handedOver.put(step("wer"), open());
        handedOver.put(step("ziele"), open());
        var scenario = Scenario.takingOver(DIALOG, handedOver).says("ja").asks("_taken_over");
        scenario.hearsNothingOf("Kurz ziele").taps("take").hasNo("ziele").asks("ziele");
        assertThat(scenario.state().answer(step("wer")).orElseThrow().isOpen()).isTrue();
    }

    @Test
    void whatDoesNotFitIsLeftOut() {
        for (var misfit :
                List.of(
                        Map.entry("wer", chosen("gibt_es_nicht")),
                        Map.entry("wer", chosen("anderes")),
                        Map.entry("wer", of(new Value.Text("verein"))),
                        Map.entry("partner", chosen("ja")),
                        Map.entry("ja_nein", of(new Value.Decision(true))),
                        Map.entry(
                                "ziele",
                                of(new Value.ChosenMany(List.of("wissen", "tun"), Map.of()))),
                        Map.entry("stunden", of(new Value.Quantity(new java.math.BigDecimal(11)))),
                        Map.entry("stunden", chosen("verein")),
                        Map.entry("unbekannt", chosen("verein")))) {
            var handedOver = Map.of(step(misfit.getKey()), misfit.getValue());
            var scenario = Scenario.takingOver(DIALOG, handedOver).says("ja").asks("wer");
            assertThat(Objects.requireNonNull(scenario.state().origin()).settled()).isTrue();
        }
    }

    @Test
    void whatDependsOnSomethingTakenOverComesAlong() {
        var handedOver = Map.of(step("wer"), chosen("staat"), step("partner"), chosen("ja"));
        var scenario = Scenario.takingOver(DIALOG, handedOver).says("ja").asks("_taken_over");
        scenario.taps("take").has("partner", "Mit dem Verein").asks("ziele");
    }

    @Test
    void whatWasErasedMeanwhileIsNotOffered() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.says("ja").asks("_taken_over").elsewhere(Elsewhere.NONE);
        scenario.taps("take").hasNo("wer").asks("wer");
    }

    @Test
    void whoStartsOverIsAskedOnceMore() {
        var scenario = Scenario.takingOver(DIALOG, Map.of(step("wer"), chosen("verein")));
        scenario.says("ja").taps("take").commands(Command.START_OVER).says("ja");
        scenario.asks("ja_nein").hasNo("wer").says("ja").asks("_taken_over");
    }

    private static StepId step(String id) {
        return new StepId(id);
    }

    private static Answer chosen(String option) {
        return of(new Value.Chosen(option, ""));
    }

    private static Answer of(Value value) {
        return Answer.of(value, from());
    }

    private static Answer open() {
        return Answer.open(OpenStatus.UNKNOWN, from());
    }

    private static Answer.Provenance from() {
        return new Answer.Provenance("w", "de", "web", "d", Instant.EPOCH, "applicant");
    }
}
