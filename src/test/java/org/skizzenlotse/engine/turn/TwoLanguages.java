// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.HashMap;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;

/// A small dialog that is complete in German and in English: with a result, a condition that has a
/// name, a short way, and every kind of text.
final class TwoLanguages {
    private static final String HEAD =
            """
            personal: true
            scope: {short: Kurz bitte, full: Ganz bitte}
            conditions:
              amtlich: {means: Ein Amt bringt es ein, is: {wer: staat}}
            timing: {remind: [P3D], draft: P60D}
            """;

    private static final String START =
            Scenario.CONSENT
                    + """
                    - say: hallo
                      text: Schön, ihr seid da.
                    - ask: wer
                      type: choice
                      text: Wer seid ihr?
                      core: true
                      open: [unknown, later]
                      open_text: {later: Das sagen wir noch}
                      help: Alle dürfen mitmachen.
                      examples: [Nachbarschaft]
                      options: [{id: staat, text: Eine Behörde, button: Amt}, {id: verein,
                        text: Ein Verein, note: optional}]
                    """;

    private static final String MORE =
            """
            - ask: partner
              type: text
              text: Wer von {wer} macht noch mit?
              core: true
              when: {amtlich: true}
              open: [unknown]
            - ask: zeit
              type: number
              text: Wie viel Zeit?
              max: 40
              open: [unknown]
            - ask: wann
              type: date
              text: Bis wann?
              open: [unknown]
              check: [{should: "value >= date('2027-01-01')", say: Das ist bald.}]
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
                      - {id: capacity, weight: need, title: Eure Zeit}
                    offers:
                      - {id: sprechstunde, title: Sprechstunde, text: Ein Gespräch mit uns.}
                    """,
                    "catalogue.en.yaml",
                    """
                    variant: en
                    criteria: {actor: Civil society, capacity: Your time}
                    offers: {sprechstunde: {title: Consultation, text: A talk with us.}}
                    """,
                    "probe/outcomes.yaml",
                    """
                    outcome: eignung
                    after: zwei
                    rules:
                      - {id: amt, criterion: actor, when: {wer: staat}, light: red,
                         say: Ein Amt allein geht nicht.}
                      - {id: knapp, criterion: capacity, when: "zeit < 2", light: yellow,
                         say: Eure Zeit ist knapp.}
                    lights:
                      green: {text: Es passt gut., offers: [sprechstunde]}
                      yellow: {text: Vielleicht passt es., offers: [sprechstunde]}
                      red: {text: So wohl nicht., offers: [sprechstunde]}
                    """,
                    "probe/texts/en.yaml",
                    """
                    variant: en
                    title: Sample
                    review: Please look at all of it.
                    submit: {text: Ready?, done: Thank you.}
                    scope: {short: Short please, full: All of it please}
                    conditions: {amtlich: An office brings it in}
                    groups:
                      eins: {title: Title one, intro: Way into one}
                      zwei: {title: Title two, intro: Way into two}
                    outcomes:
                      rules: {amt: An office alone is not enough., knapp: You have little time.}
                      lights: {green: It fits., yellow: Perhaps it fits., red: Rather not.}
                    steps:
                      ja_nein: {text: May we?, short: Consent, why: So that we may.,
                        notice: "Who, what for, how long."}
                      hallo: {text: Good to see you.}
                      wer:
                        text: Who are you?
                        short: You
                        why: So that we know you.
                        help: Everybody may take part.
                        examples: [Neighbours]
                        open_text: {later: We will tell you later}
                        options:
                          staat: {text: An office, button: Office}
                          verein: {text: A club}
                      partner: {text: "Who of {wer} joins?", short: Partner, why: Because we care.}
                      zeit: {text: How much time?, short: Time, why: So that it works.}
                      wann: {text: Until when?, short: Day, why: So that we can plan.,
                        check: [That is soon.]}
                    """);

    private TwoLanguages() {}

    /// The same without a result: it hands in.
    static Dialog handingIn() {
        var files = new HashMap<>(FILES);
        files.remove("probe/outcomes.yaml");
        return Scenario.inline(HEAD, Map.of("eins", START, "zwei", MORE), files);
    }

    static Dialog dialog() {
        return Scenario.inline(HEAD, Map.of("eins", START, "zwei", MORE), FILES);
    }
}
