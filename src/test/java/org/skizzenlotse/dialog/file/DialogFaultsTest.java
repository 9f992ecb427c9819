// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong in a dialog as a whole.
class DialogFaultsTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String START = "probe/groups/start.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String SKETCH = "probe/sketch.yaml";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({
        "names",
        "timing",
        "confirmations",
        "steps",
        "privacy",
        "origins",
        "sketch",
        "texts"
    })
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    static List<Fault> names() {
        return List.of(
                Fault.of(IDEA, "ask: ziele", "ask: hallo")
                        .says("ask: hallo", "gibt es in diesem Dialog schon", "eigenen Namen"),
                Fault.of(IDEA, "ask: beginn", "ask: for")
                        .says("ask: for", "geht nicht als Name", "for_angabe"),
                Fault.of(HEAD, "  frist: {type", "  traeger: {type")
                        .says("ask: traeger", "gibt es in diesem Dialog schon", "")
                        .in(IDEA),
                Fault.of(HEAD, "[start, idee]", "[start, idde]")
                        .says("idde", "gibt es keine Datei", "Meintet ihr 'idee'?"),
                Fault.of(HEAD, "[start, idee]", "[start]")
                        .says("idee", "steht nicht unter 'groups'", "Ergänzt sie dort")
                        .in(IDEA),
                Fault.of(HEAD, "dialog: probe", "dialog: versuch")
                        .says("versuch", "sein Ordner", "gleichen Namen"),
                Fault.of(HEAD, "review:", "hands_over: {andere: {wer: treager}}\nreview:")
                        .says("treager", "gibt es hier nicht", "Meintet ihr 'traeger'?"));
    }

    static List<Fault> timing() {
        var draft = "draft: P60D";
        var conditions =
                """
                compute:
                  monat: {type: number, is: "stunden * 4", label: Stunden im Monat}
                conditions:
                  staatlich:
                    means: Eine staatliche Stelle bringt es ein
                    is: {traeger: [staat, firma]}
                timing: {remind: [P3D], draft: P60D\
                """;
        var declared = "  aufbewahrung_monate: {type: number, label: Monate}\n";
        return List.of(
                Fault.of(HEAD, draft, draft + ", quiet: 23:00-06:00")
                        .says("23:00-06:00", "Nachts wird niemand", "22:00 bis 07:00"),
                Fault.of(HEAD, draft, draft + ", quiet: 22 bis 7")
                        .says("22 bis 7", "nicht die Form", "20:00-09:00"),
                Fault.of(HEAD, draft, "draft: P3D").says("P3D", "nicht ankündigen", "P4D"),
                Fault.of(HEAD, draft, draft + ", submitted: P4W")
                        .says("P4W", "nicht 30 Tage vorher ankündigen", "P31D"),
                Fault.of(HEAD, draft, draft + ", submitted: P3Y")
                        .says("P3Y", "Länger als zwei Jahre", "P24M"),
                Fault.of(HEAD, conditions, declared + conditions + ", submitted: P6M")
                        .says("P6M", "eigene Frist", "Nehmt die Vorgabe"),
                Fault.of(HEAD, "remind: [P3D]", "remind: [P3D, P60D]")
                        .says("P60D", "schon gelöscht", "weniger als 60"));
    }

    static List<Fault> confirmations() {
        var prefix = "reference_prefix: PR";
        return List.of(
                Fault.of(HEAD, prefix, prefix + ", confirm_to: partnr")
                        .says("partnr", "gibt es hier nicht", "Meintet ihr 'partner'?"),
                Fault.of(HEAD, prefix, prefix + ", confirm_to: partner")
                        .says("partner", "nach keiner E-Mail-Adresse", "type: email"));
    }

    static List<Fault> steps() {
        return List.of(
                Fault.of(IDEA, "    max: 60", "    max: -1").says("0", "größer als max", "Tauscht"),
                Fault.of(IDEA, "unit: Stunden", "max_length: 5")
                        .says("max_length", "gehört nicht zu type: number", "long_text, text"),
                Fault.of(IDEA, "{id: wissen, text: Mehr Wissen}", "{id: zeit, text: Mehr Wissen}")
                        .says("zeit", "'zeit' gibt es schon", ""),
                Fault.of(IDEA, "type: multi", "type: multi\n    max: 3")
                        .says("3", "Es gibt nur 2", "max"),
                Fault.of(IDEA, "type: date", "type: choice").says("ask: beginn", "'options'", ""),
                Fault.of(IDEA, "type: date", "type: table").says("ask: beginn", "'columns'", ""),
                Fault.of(START, "    purpose: skizze\n", "").says("ask:", "'purpose'", "wozu"),
                Fault.of(IDEA, "short: Partner", "short: " + "lang ".repeat(15))
                        .says("lang", "74 Zeichen, 14 zu viel", "Kürzt"),
                Fault.of(IDEA, "button: Verein", "button: " + "lang ".repeat(9))
                        .says("lang", "44 Zeichen, 6 zu viel", "button"),
                Fault.of(
                                IDEA,
                                "text: Eine Behörde",
                                "text: Eine Behörde, ein Amt oder eine Kommune")
                        .says("ein Amt", "Komma", ""),
                Fault.of(
                                IDEA,
                                "text: Eine Behörde",
                                "text: Eine Behörde und noch vieles andere dazu auch")
                        .says("Eine", "zu viel", "button"),
                Fault.of(
                                IDEA,
                                "{id: staat, text: Eine Behörde}",
                                "{id: staat, text: A, also: [E.V.]}")
                        .says("E.V.", "'verein'", "Ein Wort"),
                Fault.of(IDEA, "open_text: {unknown:", "open_text: {refused:")
                        .says("refused", "steht nicht unter 'open'", "Ergänzt"),
                Fault.of(START, "core: true", "core: true\n    open: [later]")
                        .says("open", "nur Ja und Nein", "heraus"),
                Fault.of(IDEA, "type: date", "type: date\n    open_first: true")
                        .says("open_first", "braucht offene", "Ergänzt"),
                Fault.of(
                                IDEA,
                                "{should: \"value >= 2\",",
                                "{should: \"value > 2\", must: \"value > 1\",")
                        .says("{should", "entweder 'must' oder 'should'", "lehnt"));
    }

    static List<Fault> privacy() {
        return List.of(
                Fault.of(HEAD, "facts:", "purposes: {skitze: Beraten}\nfacts:")
                        .says("skizze", "'skizze' erklärt dialog.yaml nicht", "'skitze'")
                        .in(IDEA),
                Fault.of(
                                IDEA,
                                "{personal: true, purpose",
                                "{personal: true, special: true, purpose")
                        .says("Dürfen wir", "nicht ausdrücklich", "eigenen Satz")
                        .in(START),
                Fault.of(IDEA, "    privacy: {personal: true, purpose: skizze, keep: P1Y}\n", "")
                        .says("partner", "fehlt 'privacy'", "purpose: probe"),
                Fault.of(START, "    required: true\n", "")
                        .says("true", "fehlt eine Einwilligung", "required: true")
                        .in(HEAD),
                Fault.of(HEAD, "[start, idee]", "[idee, start]")
                        .says("partner", "bevor jemand eingewilligt hat", "davor")
                        .in(IDEA),
                Fault.of(
                                START,
                                "  - say: hallo\n    text:",
                                "  - ask: hallo\n    type: email\n    text:")
                        .says("hallo", "bevor jemand eingewilligt hat", "davor"),
                Fault.of(START, "    core: true\n", "")
                        .says("einwilligung", "fehlt auf dem kurzen Weg", "core: true"),
                Fault.of(START, "Dürfen wir eure Antworten speichern?", "Bitte! ".repeat(90))
                        .says("Bitte!", "629 Zeichen", "notice"),
                Fault.of(HEAD, "personal: true", "personal: false")
                        .says("text", "auch kein 'text'", "Auswahl")
                        .in(IDEA),
                Fault.of(HEAD, "personal: true", "personal: false")
                        .says("note", "keine Worte zur Auswahl", "heraus")
                        .in(IDEA),
                Fault.of(
                                START,
                                "    core: true\n",
                                "    core: true\n    when: {frist: 2027-01-01}\n")
                        .says("when", "hängt von nichts ab", "heraus"));
    }

    static List<Fault> origins() {
        return List.of(
                Fault.of(IDEA, "catalogue: A2", "catalogue: A1")
                        .says("A1", "stellt schon 'traeger'", "detail_of: traeger"),
                Fault.of(IDEA, "catalogue: A2", "catalogue: A3")
                        .says("A3", "gibt es im Katalog nicht", "Meintet ihr 'A1'?"),
                Fault.of(IDEA, "    catalogue: A2\n", "").says("ziele", "woher die Frage", "none"),
                Fault.of(IDEA, "detail_of: traeger", "detail_of: treager")
                        .says("treager", "gibt es nicht", "Meintet ihr 'traeger'?"),
                Fault.of(
                                IDEA,
                                "detail_of: ziele\n    type: date",
                                "detail_of: stunden\n    type: date")
                        .says("stunden", "selbst eine Einzelheit", "detail_of: ziele"),
                Fault.of(IDEA, "catalogue: A2", "catalogue: A2\n    detail_of: traeger")
                        .says(
                                "detail_of",
                                "entweder 'catalogue' oder 'detail_of'",
                                "Hauptschritt"));
    }

    static List<Fault> sketch() {
        return List.of(
                Fault.of(SKETCH, "field: /fit/aim", "field: /fit/actor")
                        .says("/fit/actor", "überschneidet sich", "eigene Stelle"),
                Fault.of(SKETCH, "field: /fit/aim", "field: /fit")
                        .says("/fit", "überschneidet sich mit '/fit/actor' von 'wer'", "Stelle"),
                Fault.of(SKETCH, "field: /fit/aim", "field: fit")
                        .says("fit", "nicht die Form", "/fit"),
                Fault.of(SKETCH, "schema: probe-1\n", "schema: probe-1\ncatalogue: none\n")
                        .says("none", "fragt aber etwas aus dem Katalog", "Streicht"),
                Fault.of(SKETCH, "catalogue: A2", "catalogue: A1").says("A1", "gibt es schon", ""),
                Fault.of(SKETCH, "catalogue: A2,", "from: [ziele],")
                        .says("sections", "keinen Abschnitt", "catalogue: A2"),
                Fault.of(SKETCH, "catalogue: A2,", "from: [zeile],")
                        .says("zeile", "gibt es nicht", "Meintet ihr 'ziele'?"),
                Fault.of(SKETCH, "catalogue: A2,", "").says("{id: ziele", "fehlt 'from'", ""),
                Fault.of(SKETCH, "[einwilligung]", "[]")
                        .says("einwilligung", "geht in der Skizze verloren", "internal")
                        .in("probe/groups/start.yaml"),
                Fault.of(SKETCH, "[einwilligung]", "[einwilligung, ziele]")
                        .says("ziele", "steht schon im Abschnitt 'ziele'", "heraus"));
    }

    static List<Fault> texts() {
        return List.of(
                Fault.of(IDEA, "Wer macht bei {traeger} mit?", "Wer macht bei {treager} mit?")
                        .says("\"Wer", "{treager} gibt es nicht", "Meintet ihr 'traeger'?"),
                Fault.of(IDEA, "Wer macht bei {traeger} mit?", "Was ist mit {ziele}?")
                        .says("\"Was", "wird erst später gefragt", "frühere"),
                Fault.of(IDEA, "Wann geht es los?", "Wann wollen Sie beginnen?")
                        .says("Sie beginnen", "'Sie' passt nicht zur Anrede 'ihr'", "ihr"),
                Fault.of(IDEA, "Wann geht es los?", "Wann willst du beginnen?")
                        .says("du beginnen", "'du' passt nicht zur Anrede 'ihr'", "ihr"));
    }

    @Test
    void aVariantSaysWhatItLeavesOutAndIsUsedAllTheSame() {
        var loaded =
                DialogText.sound()
                        .with(
                                "probe/texts/en.yaml",
                                """
                                variant: en
                                title: Sample
                                steps:
                                  traeger: {text: Who are you?}
                                  treager: {text: Twice}
                                groups:
                                  idee: {title: Your idea}
                                """)
                        .read(folder);

        assertThat(loaded.problems())
                .filteredOn(problem -> problem.isError())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.line()).isEqualTo(5);
                    assertThat(one.column()).isEqualTo(3);
                    assertThat(one.proposal()).contains("'traeger'");
                });
        assertThat(loaded.problems())
                .anyMatch(one -> one.message().contains("short, why, options.firma"));
    }

    @Test
    void whatComesAlongNeedsAConsentOfItsOwn(@TempDir Path empty) {
        var submit = "submit: {";
        var text = DialogText.sound().replaced(HEAD, submit, submit + "attach: [ziele, zeile], ");
        assertThat(text.read(empty).problems())
                .anyMatch(one -> one.message().contains("'ziele' ist keine freiwillige"))
                .anyMatch(one -> one.message().contains("'zeile' gibt es hier nicht"))
                .anyMatch(one -> one.proposal().contains("herkunft: {type: text"));
    }

    @Test
    void aCallNeedsSomethingToHandIn(@TempDir Path empty) {
        var text = DialogText.sound().without("probe/sketch.yaml");
        var head = "personal: true";
        var problems = text.replaced(HEAD, head, head + "\ncall: true").read(empty).problems();
        assertThat(problems)
                .anyMatch(one -> one.message().contains("keine sketch.yaml") && one.isError());
    }
}
