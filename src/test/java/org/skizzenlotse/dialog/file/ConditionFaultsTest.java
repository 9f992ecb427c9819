// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong in conditions, checks and computed values: everything outside of the decidable
/// part is refused, and the alternative is named.
class ConditionFaultsTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String WHEN = "when: monat >= 8 && 'zeit' in ziele";
    private static final String SHORT = "when: {staatlich: true}";
    private static final String CHECK = "value >= 2";
    private static final String COMPUTED = "stunden * 4";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"cel", "shortForms", "outsideOfTheDecidable", "heads"})
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    private static Fault when(String cel) {
        return Fault.of(IDEA, WHEN, "when: \"" + cel + "\"");
    }

    private static Fault shortForm(String form) {
        return Fault.of(IDEA, SHORT, "when: " + form);
    }

    static List<Fault> cel() {
        return List.of(
                when("traegr == 'verein'")
                        .says("traegr", "gibt es nicht", "Meintet ihr 'traeger'?"),
                when("traeger == 'vereim'")
                        .says("'vereim'", "keine Auswahl 'vereim'", "Meintet ihr 'verein'?"),
                when("traeger in ['staat', 'frima']").says("'frima'", "'frima'", "'firma'"),
                when("'zeti' in ziele").says("'zeti'", "keine Auswahl", "Meintet ihr 'zeit'?"),
                when("traeger == 'verein' &&").says("", "lässt sich nicht lesen", "Beispiele"),
                when("stunden == 'viele'").says("'viele'", "passt nicht zu", "ohne Anführung"),
                when("stunden == 2.5").says("==", "passen nicht zusammen", "decimals"),
                when("traeger > 3").says("traeger", "hat keine Größe", "Nennt die Auswahl"),
                when("frist > '2027-01-01'").says("'2027", "ein Datum", "date('2027-01-31')"),
                when("frist > date('2027-02-30')").says("(", "braucht einen Tag", "2027-01-31"),
                when("ziele == 'zeit'").says("'zeit'", "Mehrfachauswahl", "'zeit' in ziele"),
                when("'verein' in traeger").says("'verein'", "keine Mehrfachauswahl", "=="),
                when("'viele' in stunden")
                        .says("'viele'", "keine Mehrfachauswahl", "Vergleicht mit"),
                when("'wir' in partner")
                        .says("'wir'", "keine Mehrfachauswahl", "answered(partner)"),
                when("'ja' in einwilligung").says("'ja'", "keine Mehrf", "oder !einwilligung"),
                when("partner == 'wir'").says("'wir'", "ein Text", "answered(partner)"),
                when("traeger").says("traeger", "für sich keine Bedingung", "== 'verein'"),
                when("staatlich == true").says("staatlich", "wird nicht verglichen", "!staatlich"),
                when("einwilligung > 3").says("einwilligung", "nicht vergleichen", "answered"));
    }

    static List<Fault> shortForms() {
        return List.of(
                shortForm("{traegr: verein}").says("traegr", "gibt es nicht", "'traeger'?"),
                shortForm("{traeger: vereim}").says("vereim", "keine Auswahl", "'verein'?"),
                shortForm("{traeger: [verein, frima]}").says("frima", "keine Auswahl", "'firma'?"),
                shortForm("{traeger: true}").says("true", "eine Auswahl, nicht true", "verein"),
                shortForm("{staatlich: ja}").says("ja", "benannte Bedingung", "{staatlich: true}"),
                shortForm("{ziele: zeit}").says("ziele", "wird erst später gefragt", "nach vorn"),
                shortForm("{partner: wir}")
                        .says("partner", "wird erst später gefragt", "nach vorn"),
                shortForm("{frist: bald}").says("bald", "ein Datum", "date("));
    }

    static List<Fault> outsideOfTheDecidable() {
        return List.of(
                when("stunden + monat > 8").says("+", "nicht gerechnet", "compute"),
                when("stunden > monat").says("> monat", "nicht vergleichen", "Unterschied"),
                when("size(partner) > 3").says("(", "size(…) passt nicht", "nur in check"),
                when("partner.matches('x')").says("(", "nur in check", "Auswahl"),
                when("value == 3").says("value", "nur in check", "beim Namen"),
                when("ziele.exists(z, z == 'zeit')").says("(", "kann in Bedingungen", "Möglich"),
                when("stunden > 2 ? true : false").says("?", "kann in Bedingungen", "Möglich"),
                when("true").says("true", "gilt immer oder nie", "weg"),
                when("answered('traeger')").says("(", "genau einem Schritt", "name_des"),
                when("rows(ziele) > 1").says("(", "rows(…) passt nicht", "Tabelle"),
                when("stunden in [stunden]").says("stunden]", "feste Werte", "['a', 'b']"),
                when("beginn > frist").says("beginn", "wird erst später gefragt", "nach vorn"),
                Fault.of(IDEA, CHECK, "value.matches('(')").says("'('", "Muster", "Klammern"),
                Fault.of(IDEA, CHECK, "size(value) > 2").says("(", "eine Zahl", "Texte"),
                Fault.of(IDEA, CHECK, "value > beginn").says("beginn", "später", "nach vorn"),
                Fault.of(HEAD, COMPUTED, "stunden * stunden").says("*", "malgenommen", "feste"),
                Fault.of(HEAD, COMPUTED, "traeger * 4").says("traeger", "nicht rechnen", "Zahlen"),
                Fault.of(HEAD, COMPUTED, "monat * 4").says("", "von sich selbst", "aus"));
    }

    static List<Fault> heads() {
        return List.of(
                Fault.of(HEAD, "{traeger: [staat, firma]}", "{staatlich: true}")
                        .says("{staatlich", "von sich selbst", "aus"),
                Fault.of(HEAD, "{traeger: [staat, firma]}", "\"ziele == 'x' || beginn > frist\"")
                        .says("staatlich", "'beginn' (in 'staatlich')", "nach vorn")
                        .in(IDEA),
                Fault.of(IDEA, "    type: date\n", "    type: date\n    core: true\n")
                        .says("monat", "kurzen Weg, 'stunden' (in 'monat') aber nicht", "core"));
    }
}
