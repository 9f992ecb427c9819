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
import org.skizzenlotse.engine.Effect;

/// The mail that confirms a submission: only to whoever left an address for it.
class ConfirmingTest {
    private static final String HEAD =
            """
            dialog: probe
            title: Probe
            language: de
            audience: ihr
            personal: true
            groups: [eins]
            review: {text: Schaut alles durch.}
            submit: {text: Bereit?, done: Danke., reference_prefix: PR, confirm_to: post}
            """;

    private static final String WANTED = "- ask: wirklich\n  type: confirm\n  text: Bestätigung?\n";

    private static final String EMAIL =
            """
            - ask: post
              type: email
              text: Wohin?
              when: {wirklich: true}
              open: [refused]
              privacy: {personal: true, purpose: bestaetigung, keep: P1Y}
            """;

    @Test
    void whoLeavesAnAddressIsConfirmedEachSubmissionButNotEndlessly() {
        var scenario = Scenario.of(dialog(EMAIL)).says("ja").taps("yes").says(address(1));
        for (int revision = 1; revision <= 5; revision++) {
            scenario.taps("submit").asks("_submitted");
            var confirmed = confirmed(scenario);
            if (revision <= Confirming.CONFIRMATIONS_MAX) {
                assertThat(confirmed)
                        .containsExactly(new Effect.Confirm(address(revision), "PR-1", revision));
                scenario.hearsBack("Eine Bestätigung schicken wir");
            } else {
                assertThat(confirmed).isEmpty();
                scenario.hearsNothingOf("Bestätigung");
            }
            scenario.commands(Command.CHANGE, "post").says(address(revision + 1));
            scenario.asks("_review");
        }
    }

    @Test
    void whoLeavesNoneGetsNoneAndIsTold() {
        var refusing = Scenario.of(dialog(EMAIL)).says("ja").taps("yes");
        refusing.leavesOpen(OpenStatus.REFUSED).taps("submit");
        assertThat(confirmed(refusing)).isEmpty();
        refusing.hearsBack("können wir euch nicht schicken");

        var unasked = Scenario.of(dialog(EMAIL)).says("ja").taps("no").taps("submit");
        assertThat(confirmed(unasked)).isEmpty();
        unasked.hearsBack("können wir euch nicht schicken");
    }

    @Test
    void anAddressThatDoesNotCountAnyMoreIsNotUsed() {
        var scenario = Scenario.of(dialog(EMAIL)).says("ja").taps("yes").says("wir@garten.example");
        scenario.commands(Command.CHANGE, "wirklich").taps("no");
        scenario.taps("take").asks("_review").taps("submit");
        assertThat(confirmed(scenario)).isEmpty();
    }

    @Test
    void aContactMayHaveAnAddressOrNone() {
        var contact = EMAIL.replace("type: email", "type: contact");
        var phone = Scenario.of(dialog(contact)).says("ja").taps("yes");
        phone.says("Kim, 030 1234567").taps("submit");
        assertThat(confirmed(phone)).isEmpty();

        var mail = Scenario.of(dialog(contact)).says("ja").taps("yes");
        mail.says("Kim, kim@garten.example").taps("submit");
        assertThat(confirmed(mail))
                .containsExactly(new Effect.Confirm("kim@garten.example", "PR-1", 1));
    }

    @Test
    void aDialogThatAsksForNoAddressSaysNothingOfMails() {
        Dialogs.submitted().hearsNothingOf("E-Mail");
    }

    @Test
    void theEffectHidesTheAddress() {
        assertThat(new Effect.Confirm("a@example.org", "PR-1", 1).toString()).doesNotContain("@");
    }

    private static String address(int revision) {
        return "wir" + revision + "@garten.example";
    }

    private static List<Effect> confirmed(Scenario scenario) {
        return scenario.last().effects().stream().filter(Effect.Confirm.class::isInstance).toList();
    }

    private static Dialog dialog(String post) {
        return Scenario.inline(
                "",
                Map.of("eins", Scenario.CONSENT + WANTED + post),
                Map.of("probe/dialog.yaml", HEAD));
    }
}
