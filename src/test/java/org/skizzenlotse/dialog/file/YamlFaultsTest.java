// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Problem;

import java.nio.file.Path;
import java.util.List;

/// What goes wrong with YAML itself, and with keys and values that the schemas know.
class YamlFaultsTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"yaml", "keys", "values"})
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    @Test
    void whatAnUnreadableFileLeavesOpenIsNoMistakeOfTheOthers() {
        var loaded =
                DialogText.sound()
                        .replaced(IDEA, "    type: choice\n", "   type: choice\n")
                        .read(folder);
        assertThat(loaded.problems()).extracting(Problem::file).containsOnly(IDEA);
    }

    static List<Fault> yaml() {
        return List.of(
                Fault.of(HEAD, "language: de", "\tlanguage: de")
                        .says("\t", "Tabulator", "Leerzeichen"),
                Fault.of(HEAD, "title: Probe", "title: Probe: der Anfang")
                        .says(": der", "Doppelpunkt", "Anführungszeichen"),
                Fault.of(HEAD, "title: Probe", "title:Probe").says("", "Doppelpunkt", ""),
                Fault.of(HEAD, "title: Probe", "title: \"Probe")
                        .says("\"Probe", "nicht geschlossen", "zweite"),
                Fault.of(HEAD, "[start, idee]", "[start, idee").says("", "Klammer", "[eins, zwei]"),
                Fault.of(HEAD, "{remind: [P3D], draft: P60D}", "{remind: [P3D], draft: P60D")
                        .says("", "Klammer", "Komma"),
                Fault.of(HEAD, "title: Probe", "title: *wichtig* Probe")
                        .says("*wichtig", "Verweis", "Anführungszeichen"),
                Fault.of(HEAD, "title: Probe", "title: \"A\\Probe\"")
                        .says("P", "Schrägstrich", "einfache"),
                Fault.of(HEAD, "title: Probe", "title: @Probe")
                        .says("@", "Zeichen", "Anführungszeichen"),
                Fault.of(HEAD, "title: Probe", "title: Probe\n  personal: true")
                        .says("", "Doppelpunkt", "Einrückung"),
                Fault.of(IDEA, "    type: choice\n", "   type: choice\n")
                        .says("", "Einrückung", "Spalte"),
                Fault.of(HEAD, "title: Probe", "title: Probe\n---\nmehr: 1")
                        .says("---", "mehrere Teile", "---"),
                Fault.of(HEAD, "title: Probe", "title: &a Probe")
                        .says("&a", "Verweise", "Anführungszeichen"),
                Fault.of(HEAD, "title: Probe", "title: Probe\ntitle: Noch einmal")
                        .says("title: Noch", "zum zweiten Mal", "Zeile 2, Spalte 1"));
    }

    static List<Fault> keys() {
        return List.of(
                Fault.of(IDEA, "    short: Wer\n", "    shrot: Wer\n")
                        .says("shrot", "'shrot' kennt dieses Format", "Meintet ihr 'short'?"),
                Fault.of(IDEA, "    short: Wer\n", "")
                        .says("ask: traeger", "fehlt 'short'", "Kurzer"),
                Fault.of(HEAD, "audience: ihr\n", "").says("dialog", "fehlt 'audience'", "Anrede"),
                Fault.of(HEAD, "title: Probe", "title: Probe\nfarbe: rot")
                        .says("farbe", "'farbe' kennt", "Möglich ist"),
                Fault.of("catalogue.yaml", "title: Wozu}", "title: Wozu, und was noch}")
                        .says("und was noch", "Komma", "Anführungszeichen"),
                Fault.of(IDEA, "  - ask: partner", "  - aks: partner")
                        .says("aks", "'aks' kennt", "Meintet ihr 'ask'?"));
    }

    static List<Fault> values() {
        return List.of(
                Fault.of(HEAD, "audience: ihr", "audience: irh")
                        .says("irh", "'irh' ist hier nicht möglich", "Meintet ihr 'ihr'?"),
                Fault.of(HEAD, "personal: true", "personal: ja")
                        .says("ja", "true oder false", "Schreibt true."),
                Fault.of(HEAD, "personal: true", "personal: no")
                        .says("no", "true oder false", "Schreibt false."),
                Fault.of(HEAD, "title: Probe", "title: true")
                        .says("true", "Wahrheitswert", "\"true\""),
                Fault.of(HEAD, "title: Probe", "title:")
                        .says("", "Hinter dem Doppelpunkt steht nichts", "Name des Dialogs"),
                Fault.of(HEAD, "title: Probe", "title: {a: b}")
                        .says("{a", "ein Text erwartet", "Anführungszeichen"),
                Fault.of(HEAD, "review: {text: Das ist eure Skizze.}", "review: text:Eure Skizze")
                        .says("text:", "fehlt ein Leerzeichen", "text: Eure Skizze"),
                Fault.of(HEAD, "draft: P60D", "draft: 60 Tage")
                        .says("60 Tage", "nicht die Form", "P90D"),
                Fault.of(HEAD, "groups: [start, idee]", "groups: []")
                        .says("[]", "mehr Einträge", ""),
                Fault.of(HEAD, "[start, idee]", "[start, idee, idee]")
                        .says("[start", "doppelt", ""),
                Fault.of(IDEA, "ask: ziele", "ask: Ziele").says("", "geht nicht als ID", "ziele"),
                Fault.of(HEAD, "  staatlich:", "  Öffentlich:")
                        .says("Öffentlich", "geht nicht als ID", "oeffentlich"),
                Fault.of(IDEA, "type: multi", "type: mutli")
                        .says("mutli", "'mutli' ist hier nicht möglich", "Meintet ihr 'multi'?"),
                Fault.of(IDEA, "open: [unknown, later]", "open: [unknown, spaeter]")
                        .says("spaeter", "'spaeter' ist hier nicht möglich", "later"),
                Fault.of(IDEA, "    min: 0", "    min: null")
                        .says("null", "steht nichts", "Kleinster"),
                Fault.of(IDEA, "    max: 60", "    max: viel").says("viel", "eine Zahl", ""));
    }

    @Test
    void allMistakesOfAllFilesAreNamedInOneGo() {
        var loaded =
                DialogText.sound()
                        .replaced(HEAD, "audience: ihr", "audience: irh")
                        .replaced(IDEA, "short: Wer", "shrot: Wer")
                        .replaced(IDEA, "type: multi", "type: mutli")
                        .replaced("catalogue.yaml", "weight: gate", "weight: gatter")
                        .read(folder);

        assertThat(loaded.problems())
                .extracting(
                        problem -> problem.file() + ":" + problem.line() + ":" + problem.column())
                .contains(
                        "catalogue.yaml:9:25",
                        "probe/dialog.yaml:4:11",
                        "probe/groups/idee.yaml:10:5",
                        "probe/groups/idee.yaml:29:11");
    }

    @Test
    void aYesInWordsIsOneMistakeAndNoMore() {
        var loaded =
                DialogText.sound().replaced(HEAD, "personal: true", "personal: ja").read(folder);

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(one -> assertThat(one.proposal()).isEqualTo("Schreibt true."));
    }

    @Test
    void numbersAndWordsLikeYesAreTextsWhereTheyDoNoHarm() {
        var loaded =
                DialogText.sound()
                        .replaced(IDEA, "also: [e.v.]", "also: [1, ja, no]")
                        .replaced(HEAD, "title: Probe", "title: 2027")
                        .read(folder);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.dialogs().getFirst().dialog().frame("de").title()).isEqualTo("2027");
    }

    @Test
    void aFileThatIsNotUtf8OrEmptyIsNamed() {
        var loaded = DialogText.sound().with(HEAD, "").read(folder);

        assertThat(loaded.problems())
                .extracting(one -> one.message())
                .contains("Die Datei ist leer.");
        assertThat(loaded.dialogs()).isEmpty();
    }

    @Test
    void aFileThatNobodyReadsIsNamed() {
        var loaded = DialogText.sound().with("probe/outcome.yaml", "a: 1").read(folder);

        assertThat(loaded.problems())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("nicht gelesen"));
        assertThat(loaded.dialogs()).hasSize(1);
    }
}
