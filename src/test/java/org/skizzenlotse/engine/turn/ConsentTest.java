// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Nothing is asked or kept before the consent, and taking it back is as easy as giving it.
class ConsentTest {
    @Test
    void nothingElseIsAskedBefore() {
        Dialogs.fresh()
                .asks("ja_nein")
                .says("Wir sind ein Seniorentreff und brauchen Hilfe.")
                .isRefused()
                .hearsBack("nicht gespeichert")
                .asks("ja_nein")
                .tapsAt("problem", "x")
                .isRefused()
                .commands(Command.FULL)
                .hearsBack("zuerst euer Ja")
                .asks("ja_nein")
                .commands(Command.DEEPEN, "eins")
                .hearsBack("zuerst euer Ja")
                .asks("ja_nein");
    }

    @Test
    void whatWasSaidBeforeIsNowhereInTheHistory() {
        var scenario = Dialogs.fresh().says("Geheimnis 123").says("weiß nicht").says("jaa");
        assertThat(scenario.state().answers()).isEmpty();
        for (var happened : scenario.history())
            assertThat(happened).isNotInstanceOfAny(Happened.Answered.class, Happened.Scoped.class);
    }

    @Test
    void aNoEndsKindlyWithTheContact() {
        Dialogs.fresh()
                .taps("no")
                .asks("_closed")
                .hearsBack("Das ist in Ordnung")
                .hearsBack("Sprechstunde mittwochs")
                .says("hallo?")
                .asks("_closed");
    }

    @Test
    void aNoCanBeReconsidered() {
        var back = Dialogs.fresh().taps("no").commands(Command.BACK);
        back.asks("ja_nein").taps("yes").asks("_scope");
        Dialogs.fresh().taps("no").says("weiter").asks("ja_nein").says("ja").asks("_scope");
        Dialogs.fresh()
                .taps("no")
                .says("zurück")
                .says("nein")
                .asks("_closed")
                .hearsBack("Das ist in Ordnung");
    }

    @Test
    void aYesAfterANoCannotBeUndoneByAWord() {
        Dialogs.fresh()
                .taps("no")
                .commands(Command.BACK)
                .taps("yes")
                .commands(Command.UNDO)
                .asks("_scope");
    }

    @Test
    void withdrawingADraftErasesItAfterAConfirmation() {
        var scenario = Dialogs.atChoice().says("widerruf").asks("_confirm");
        scenario.hearsBack("löschen wir dann alles").taps("no").asks("traeger");
        scenario.says("widerruf").says("ja").asks("_closed").hearsBack("gelöscht");
        assertThat(scenario.last().effects()).contains(new Effect.Forget());
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Erased(0));
        assertThat(scenario.state().answers()).isEmpty();
    }

    @Test
    void changingTheConsentToNoIsWithdrawing() {
        Dialogs.atChoice()
                .commands(Command.CHANGE, "ja_nein")
                .taps("no")
                .asks("_confirm")
                .taps("yes")
                .asks("_closed");
    }

    @Test
    void withdrawingAfterSubmittingStopsAndTellsStaff() {
        var scenario = Dialogs.submitted().says("widerruf").asks("_confirm");
        scenario.hearsBack("Gelöscht wird es nach 30 Tagen").taps("yes").asks("_closed");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Withdrawn(1));
        assertThat(scenario.last().effects()).contains(new Effect.TellWithdrawn("PR-1"));
        scenario.commands(Command.ERASE).asks("_confirm").taps("yes").asks("_closed");
        assertThat(scenario.last().effects()).contains(new Effect.Forget());
    }

    @Test
    void retractingKeepsTheConsent() {
        var scenario = Dialogs.submitted().says("zurückziehen").asks("_confirm").taps("yes");
        scenario.has("ja_nein", "Ja").asks("_closed").hearsBack("PR-1");
        assertThat(scenario.last().effects()).contains(new Effect.TellWithdrawn("PR-1"));
        scenario.tapsAt("problem", "x").hearsBack("gerade nichts weiter");
    }

    @Test
    void aConsentThatSubmittingNeedsIsNeededAsAYes() {
        var steps =
                Dialogs.LONGER
                        + "- ask: weitergabe\n  type: consent\n  text: Weitergeben?\n"
                        + "  purpose: weiter\n  notice: Wem.\n  needed: submit\n  core: true\n";
        var scenario = Scenario.of(Scenario.inline("personal: true\n" + Dialogs.SCOPE, steps));
        scenario.says("ja").taps("short").says("x").taps("verein").taps("yes");
        scenario.asks("weitergabe").says("nein").asks("_review");
        scenario.taps("submit").isRefused().hearsBack("Kurz weitergabe").asks("weitergabe");
        scenario.says("ja").asks("_review").taps("submit").asks("_submitted");
    }

    @Test
    void whoErasesASubmittedSketchHasStaffToldToDeleteTheirCopies() {
        var scenario = Dialogs.submitted();
        var reference = scenario.state().reference();

        scenario.says("/löschen").taps("yes");

        assertThat(scenario.last().effects())
                .contains(new Effect.TellWithdrawn(reference), new Effect.Forget());
    }
}
