// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.Expects;

/// The station at which a dialog ends that hands nothing in, and going on from there and elsewhere.
class ResultTest {
    private static final Elsewhere OTHERS =
            new Elsewhere(
                    Map.of(
                            "weiter",
                            "Die Skizze (neu)",
                            "sprechstunde",
                            "Ein Termin",
                            "fremd",
                            "Nie"),
                    Map.of(),
                    false);

    private static final Map<String, String> FILES =
            Map.of(
                    "catalogue.yaml",
                    """
                    catalogue: probe
                    groups:
                      - {id: A, title: A, questions: [{id: A1, title: Wer}]}
                    criteria:
                      - {id: actor, weight: gate, title: Zivilgesellschaft}
                      - {id: capacity, weight: need, title: Zeit}
                      - {id: justice, weight: plus, title: Gerecht}
                      - {id: sparing, weight: plus, title: Sparsam}
                      - {id: breadth, weight: info, title: Mischung}
                    offers:
                      - {id: sprechstunde, title: Sprechstunde, text: Ein Gespräch.}
                    """,
                    "probe/outcomes.yaml",
                    """
                    outcome: eignung
                    after: eins
                    rules:
                      - {id: amt, criterion: actor, when: {wer: staat}, light: red, say: Amt.}
                      - {id: knapp, criterion: capacity, when: {zeit: keine}, light: yellow,
                         say: Knapp.}
                      - {id: gut, criterion: justice, when: "'gut' in mehr", light: green,
                         say: Gut.}
                      - {id: klein, criterion: sparing, when: "'klein' in mehr", light: green,
                         say: Klein.}
                    lights:
                      green: {text: Schön., offers: [sprechstunde]}
                      yellow: {text: Fast., offers: [sprechstunde]}
                      red: {text: Schade., offers: [sprechstunde]}
                    """);

    private static final Dialog DIALOG =
            Scenario.inline(
                    "personal: false\nhands_over: {weiter: {wer: wer}}",
                    Map.of(
                            "eins",
                            """
                            - ask: wer
                              type: choice
                              text: Wer?
                              open: [unknown]
                              options: [{id: verein, text: Ein Verein}, {id: staat, text: Amt}]
                            - ask: zeit
                              type: choice
                              text: Zeit?
                              open: [unknown]
                              options: [{id: genug, text: Genug Zeit}, {id: keine, text: Keine}]
                            - ask: mehr
                              type: multi
                              text: Mehr?
                              open: [unknown]
                              options: [{id: gut, text: Gut}, {id: klein, text: Klein}]
                            """),
                    FILES);

    private static Scenario answered(String who, String time) {
        return Scenario.of(DIALOG, OTHERS).taps(who).taps(time).taps("gut").asks("_result");
    }

    @Test
    void whoeverAsksWhyYellowHearsTheReasonsAlsoInPassing() {
        answered("verein", "keine").says("Warum gelb?").hearsBack("Knapp.");
        Scenario.of(DIALOG, OTHERS)
                .taps("verein")
                .says("warum grün")
                .hearsBack("Ein Ergebnis gibt es noch nicht")
                .asks("zeit");
    }

    private static List<String> options(Scenario scenario) {
        return scenario.expects().options().stream().map(Expects.Choice::id).toList();
    }

    @Test
    void theResultBeginsWithTheLightInWordsAndSaysWhatItIsWorth() {
        var result = answered("verein", "genug");
        assertThat(result.expects().text()).startsWith("Passt gut\n\nSchön.");
        result.hearsBack("- Gut.").hearsBack("niemand wird danach sortiert");
    }

    @Test
    void goingOnAndPeopleAreOfferedAlwaysAndPeopleFirstWhereItDoesNotFit() {
        assertThat(options(answered("verein", "genug")))
                .containsExactly("weiter", "sprechstunde", "points", "change");
        assertThat(answered("verein", "genug").expects().options().getFirst().text())
                .isEqualTo("Weiter zu „Die Skizze (neu)“");
        assertThat(options(answered("verein", "keine"))).startsWith("weiter", "sprechstunde");
        assertThat(options(answered("staat", "genug"))).startsWith("sprechstunde", "weiter");
    }

    @Test
    void whatIsNotInForceIsNotOffered() {
        var alone = Scenario.of(DIALOG).taps("verein").taps("genug").taps("gut");
        assertThat(options(alone)).containsExactly("points", "change");
    }

    @Test
    void allPointsStandWithWhatWasSaid() {
        Scenario.of(DIALOG, OTHERS)
                .taps("staat")
                .leavesOpen(OpenStatus.UNKNOWN)
                .taps("klein")
                .taps("points")
                .hearsBack("**Darüber sollten wir sprechen**\n\n- **Zivilgesellschaft**: Amt.")
                .hearsBack("**Das klären wir gemeinsam**\n\n- Zeit")
                .hearsBack("**Das freut uns besonders**\n\n- Sparsam")
                .hearsBack("muss aber nicht sein**\n\n- Gerecht")
                .hearsBack("**Darauf achten wir selbst**\n\n- Mischung")
                .asks("_result");
        answered("verein", "genug")
                .commands(Command.WHY)
                .hearsBack("- **Zivilgesellschaft**: Ein Verein\n- **Zeit**: Genug Zeit");
    }

    @Test
    void whoGoesOnIsSentThereAndTheNextWordHereEndsThat() {
        var going =
                answered("verein", "genug").taps("weiter").hearsBack("bei „Die Skizze \\(neu\\)“");
        assertThat(going.state().position().goesOn()).isEqualTo("weiter");
        assertThat(going.text()).doesNotContain("Passt gut");
        going.commands(Command.OVERVIEW).asks("_result");
        assertThat(going.state().position().goesOn()).isEmpty();
    }

    @Test
    void goingOnWorksByItsWordsAndByNumber() {
        assertThat(answered("verein", "genug").says("1").state().position().goesOn())
                .isEqualTo("weiter");
        assertThat(answered("verein", "genug").says("sprechstunde").state().position().goesOn())
                .isEqualTo("sprechstunde");
        answered("verein", "genug").tapsAt("_result", "fremd").isRefused();
    }

    @Test
    void aChangeShowsTheNewResult() {
        answered("staat", "genug")
                .taps("change")
                .asks("_change")
                .taps("wer")
                .taps("verein")
                .asks("_impact")
                .taps("take")
                .asks("_result")
                .hearsBack("Passt gut");
    }

    @Test
    void askingForPeopleOffersAnAppointmentAndTheWayBack() {
        var asked = Dialogs.atChoice().elsewhere(OTHERS).says("mensch").asks("_person");
        asked.hearsBack("Sprechstunde mittwochs").hearsBack("gleich einen Termin");
        assertThat(options(asked)).containsExactly("sprechstunde", "continue");
        asked.taps("continue").asks("traeger");
        var gone = asked.says("mensch").taps("sprechstunde");
        assertThat(gone.state().position().goesOn()).isEqualTo("sprechstunde");
        gone.tapsAt("traeger", "verein").isFine().asks("satzung");
    }

    @Test
    void whatWasProposedIsNotLostByAskingForPeople() {
        Dialogs.atReview()
                .elsewhere(OTHERS)
                .commands(Command.ERASE)
                .asks("_confirm")
                .says("mensch")
                .hearsBack("Sprechstunde mittwochs")
                .asks("_confirm");
    }

    @Test
    void whoDeclinesOrHasHandedInIsOfferedAnAppointment() {
        var declined = Dialogs.fresh().elsewhere(OTHERS).says("nein").asks("_closed");
        assertThat(options(declined)).containsExactly("sprechstunde");
        assertThat(declined.taps("sprechstunde").state().position().goesOn())
                .isEqualTo("sprechstunde");
        assertThat(options(Dialogs.submitted().elsewhere(OTHERS))).contains("sprechstunde");
        assertThat(options(Dialogs.submitted())).doesNotContain("sprechstunde");
    }
}
