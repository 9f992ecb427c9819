// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Short or full, and deeper group by group.
class ScopeTest {
    @Test
    void shortAsksTheCoreOnly() {
        Dialogs.atReview().hasNo("tiefe").taps("submit").asks("_submitted");
    }

    @Test
    void fullAsksEverything() {
        for (var said : new String[] {"alles erzählen", "2", "Ausführlich"}) {
            var scenario = Dialogs.fresh().says("ja").says(said).says("x");
            scenario.taps("verein").taps("yes").asks("tiefe");
        }
    }

    @Test
    void fullAndDeepenAskTheRestLater() {
        Dialogs.atReview().commands(Command.FULL).asks("tiefe").says("3").asks("_review");
        Dialogs.atReview().commands(Command.DEEPEN, "eins").asks("tiefe").hearsBack("Titel eins");
        Dialogs.atReview().says("vertiefen").asks("_deepen").taps("eins").asks("tiefe");
    }

    @Test
    void deepeningAfterSubmittingLeadsToTheNextRevision() {
        var scenario = Dialogs.submitted().taps("deepen").taps("eins").asks("tiefe").says("3");
        scenario.asks("_review").taps("submit");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(2));
    }

    @Test
    void whereNothingIsLeftNothingReopens() {
        var scenario = Dialogs.atReview().commands(Command.FULL).says("3").taps("submit");
        scenario.commands(Command.FULL).hearsBack("alle Fragen").asks("_submitted");
        scenario.doesNotOffer(Command.FULL, Command.DEEPEN);
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
    }

    @Test
    void aNoticeIsSaidOnceAndOnlyBeforeWhatIsAsked() {
        var one =
                """
                - say: vorab
                  text: Vorab.
                - ask: a
                  type: text
                  text: A?
                  core: true
                """;
        var two =
                """
                - say: tief
                  text: Jetzt wird es tief.
                - ask: b
                  type: text
                  text: B?
                - say: danach
                  text: Fast fertig.
                - ask: c
                  type: text
                  text: C?
                  core: true
                """;
        var groups = Map.of("a", Scenario.CONSENT, "b", one, "c", two);
        var head = "personal: true\n" + Dialogs.SCOPE;
        Scenario.of(Scenario.inline(head, groups, Map.of()))
                .hearsBack("Einstieg a")
                .says("ja")
                .asks("_scope")
                .hearsNothingOf("Vorab")
                .taps("short")
                .hearsBack("Einstieg b")
                .hearsBack("Vorab.")
                .says("x")
                .asks("c")
                .hearsBack("Einstieg c")
                .hearsBack("Fast fertig.")
                .hearsNothingOf("tief")
                .says("y")
                .asks("_review")
                .hearsNothingOf("tief")
                .commands(Command.FULL)
                .asks("b")
                .hearsBack("Jetzt wird es tief.")
                .hearsNothingOf("Einstieg");
    }
}
