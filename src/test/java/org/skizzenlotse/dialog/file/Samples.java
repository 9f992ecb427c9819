// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

/// The files of the sound dialog of [DialogText].
final class Samples {
    static final String CATALOGUE =
            """
            catalogue: klein
            groups:
              - id: A
                title: Passung
                questions:
                  - {id: A1, core: true, title: Wer}
                  - {id: A2, title: Wozu}
            criteria:
              - {id: actor, weight: gate, title: Zivilgesellschaft}
              - {id: capacity, weight: need, title: Zeit}
              - {id: sparing, weight: plus, title: Sparsam}
              - {id: breadth, weight: info, title: Mischung}
            offers:
              - {id: sprechstunde, title: Sprechstunde, text: Ein Gespräch.}
            """;

    static final String HEAD =
            """
            dialog: probe
            title: Probe
            language: de
            audience: ihr
            personal: true
            groups: [start, idee]
            facts:
              frist: {type: date, label: Frist}
              plaetze: {type: number, label: Plätze}
            compute:
              monat: {type: number, is: "stunden * 4", label: Stunden im Monat}
            conditions:
              staatlich:
                means: Eine staatliche Stelle bringt es ein
                is: {traeger: [staat, firma]}
            timing: {remind: [P3D], draft: P60D}
            review: {text: Das ist eure Skizze.}
            submit: {text: Jetzt einreichen?, done: "Danke, bis {frist}.", reference_prefix: PR}
            scope: {short: Kurz, full: Lang}
            """;

    static final String START =
            """
            group: start
            title: Bevor es losgeht
            steps:
              - say: hallo
                text: Schön, dass ihr da seid.
              - ask: einwilligung
                catalogue: none
                type: consent
                purpose: skizze
                required: true
                core: true
                text: Dürfen wir eure Antworten speichern?
                short: Einwilligung
                why: Ohne euer Ja speichern wir nichts.
                privacy: {personal: false, purpose: skizze, keep: P1Y}
            """;

    static final String IDEA =
            """
            group: idee
            title: Eure Idee
            intro: Jetzt geht es los.
            steps:
              - ask: traeger
                catalogue: A1
                type: choice
                core: true
                text: Wer seid ihr?
                short: Wer
                why: Damit wir euch kennen.
                options:
                  - {id: verein, text: Ein Verein, button: Verein, also: [e.v.]}
                  - {id: staat, text: Eine Behörde}
                  - {id: firma, text: Eine Firma, note: optional}
                open: [unknown, later]
                open_text: {unknown: Klären wir gemeinsam}
                privacy: {personal: false, purpose: skizze, keep: P1Y}
              - ask: partner
                detail_of: traeger
                type: text
                when: {staatlich: true}
                text: "Wer macht bei {traeger} mit?"
                short: Partner
                why: Eine Initiative gehört dazu.
                privacy: {personal: true, purpose: skizze, keep: P1Y}
              - ask: ziele
                catalogue: A2
                type: multi
                text: Was soll es bringen?
                short: Ziele
                why: Damit wir wissen, wohin.
                options:
                  - {id: zeit, text: Mehr Zeit}
                  - {id: wissen, text: Mehr Wissen}
                privacy: {personal: false, purpose: skizze, keep: P1Y}
              - ask: stunden
                detail_of: ziele
                type: number
                min: 0
                max: 60
                unit: Stunden
                text: Wie viele Stunden habt ihr in der Woche?
                short: Stunden
                why: Damit wir planen können.
                check:
                  - {should: "value >= 2", say: "Das ist knapp. Stimmt das?"}
                privacy: {personal: false, purpose: skizze, keep: P1Y}
              - ask: beginn
                detail_of: ziele
                type: date
                when: monat >= 8 && 'zeit' in ziele
                text: Wann geht es los?
                short: Beginn
                why: Damit wir rechtzeitig da sind.
                privacy: {personal: false, purpose: skizze, keep: P1Y}
            """;

    static final String SKETCH =
            """
            schema: probe-1
            sections:
              - {id: wer, title: Wer, catalogue: A1, field: /fit/actor}
              - {id: ziele, title: Ziele, catalogue: A2, field: /fit/aim}
            internal: [einwilligung]
            """;

    static final String OUTCOMES =
            """
            outcome: eignung
            after: idee
            rules:
              - id: amt
                criterion: actor
                when: {staatlich: true}
                light: red
                say: Einbringen soll es eine Initiative.
                staff: Kein Träger aus der Zivilgesellschaft.
              - {id: zeit, criterion: capacity, when: stunden < 2, light: yellow, say: Knapp.}
              - {id: klein, criterion: sparing, when: stunden >= 2, light: green, say: Schön.}
            lights:
              green: {text: Passt gut., offers: [sprechstunde]}
              yellow: {text: Passt wahrscheinlich., offers: [sprechstunde]}
              red: {text: So wohl nicht., offers: [sprechstunde]}
            """;

    private Samples() {}
}
