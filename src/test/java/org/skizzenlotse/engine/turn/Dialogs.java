// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.dialog.Dialog;

/// Dialogs that several tests walk through.
final class Dialogs {
    /// A consent, two free texts, a choice that decides about two more, and a number.
    static final String LONGER =
            Scenario.CONSENT
                    + """
                    - ask: problem
                      type: long_text
                      text: Problem?
                      needed: submit
                      core: true
                    - ask: traeger
                      type: choice
                      text: Träger?
                      core: true
                      open: [unknown, later]
                      options: [{id: verein, text: Verein}, {id: staat, text: Staat}]
                    - ask: partner
                      type: long_text
                      text: Partner?
                      when: traeger == 'staat'
                      core: true
                    - ask: ort
                      type: text
                      text: Ort bei {partner}?
                      when: traeger == 'staat'
                      core: true
                    - ask: satzung
                      type: confirm
                      text: Satzung?
                      when: traeger == 'verein'
                      core: true
                    - ask: tiefe
                      type: number
                      text: Tiefe?
                    """;

    static final String SCOPE = "scope: {short: Kurz erzählen, full: Alles erzählen}";

    private static final Dialog DIALOG = Scenario.inline("personal: true\n" + SCOPE, LONGER);

    private Dialogs() {}

    /// Consent not yet given.
    static Scenario fresh() {
        return Scenario.of(DIALOG);
    }

    /// In the short way, the first text answered, at the choice.
    static Scenario atChoice() {
        return fresh().says("ja").taps("short").asks("problem").says("Zu wenig").asks("traeger");
    }

    /// In the short way, at the review.
    static Scenario atReview() {
        return atChoice().taps("verein").taps("yes").asks("_review");
    }

    /// Handed in for the first time.
    static Scenario submitted() {
        return atReview().taps("submit").asks("_submitted");
    }
}
