// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;

/// The light follows the rules and the weights, and is told once with its reasons.
class LightsTest {
    private static final String STEPS =
            """
            - ask: wer
              type: choice
              text: Wer?
              open: [unknown]
              options: [{id: staat, text: Staat}, {id: verein, text: Verein}]
            - ask: zeit
              type: choice
              text: Zeit?
              open: [unknown]
              options: [{id: genug, text: Genug}, {id: keine, text: Keine}]
            - ask: frist
              type: choice
              text: Frist?
              open: [unknown]
              options: [{id: passt, text: Passt}, {id: zu_kurz, text: Zu kurz}]
            """;
    private static final Map<String, String> FILES =
            Map.of(
                    "catalogue.yaml",
                    """
                    catalogue: klein
                    groups:
                      - {id: A, title: Passung, questions: [{id: A1, title: Wer}]}
                    criteria:
                      - {id: actor, weight: gate, title: Zivilgesellschaft}
                      - {id: capacity, weight: need, title: Zeit}
                      - {id: frame, weight: need, together: true, title: Frist}
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
                      - {id: kurz, criterion: frame, when: {frist: zu_kurz}, light: yellow,
                         say: Zu eilig.}
                    lights:
                      green: {text: Passt gut., offers: [sprechstunde]}
                      yellow: {text: Passt wahrscheinlich., offers: [sprechstunde]}
                      red: {text: So wohl nicht., offers: [sprechstunde]}
                    """);

    private static final Dialog DIALOG =
            Scenario.inline("personal: false", Map.of("eins", STEPS), FILES);

    private static Scenario begun() {
        return Scenario.of(DIALOG);
    }

    @Test
    void greenNeedsNoReason() {
        begun().taps("verein")
                .taps("genug")
                .taps("passt")
                .hearsBack("Passt gut.")
                .hearsBack("Ein Gespräch.")
                .hearsNothingOf("Knapp")
                .asks("_result");
    }

    @Test
    void theWorstRuleWinsWithItsReason() {
        var yellow = begun().taps("verein").taps("keine").taps("passt");
        yellow.hearsBack("wahrscheinlich").hearsBack("Knapp.");
        var red = begun().taps("staat").taps("keine").taps("passt");
        red.hearsBack("wohl nicht").hearsBack("Amt.").asks("_result");
    }

    @Test
    void anOpenGateOrNeedIsYellowAndNamed() {
        var open = begun().leavesOpen(OpenStatus.UNKNOWN).taps("genug").taps("passt");
        open.hearsBack("wahrscheinlich").hearsBack("gemeinsam: „Kurz wer“").hearsNothingOf("Amt.");
        begun().taps("verein")
                .leavesOpen(OpenStatus.UNKNOWN)
                .taps("passt")
                .hearsBack("wahrscheinlich")
                .hearsBack("Kurz zeit");
    }

    @Test
    void whatIsWorkedOutTogetherStaysGreen() {
        begun().taps("verein")
                .taps("genug")
                .leavesOpen(OpenStatus.UNKNOWN)
                .hearsBack("Passt gut.")
                .hearsBack("gemeinsam: „Kurz frist“");
    }

    @Test
    void aChangeBeforeTheResultSaysNothingOfALight() {
        begun().taps("verein").commands(Command.CHANGE, "wer").taps("staat").asks("zeit");
    }

    @Test
    void aChangeOfTheLightIsPreviewedAndWhyRepeatsIt() {
        begun().taps("verein")
                .taps("genug")
                .taps("passt")
                .commands(Command.CHANGE, "wer")
                .taps("staat")
                .asks("_impact")
                .hearsBack("vorher „Passt gut“")
                .taps("take")
                .commands(Command.WHY)
                .hearsBack("So wohl nicht.")
                .hearsBack("Amt.");
    }

    @Test
    void aDialogWithoutConsentOffersNoWithdrawal() {
        assertThat(begun().expects().commands()).doesNotContain(Command.WITHDRAW);
    }
}
