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

/// Rules that never decide, or decide what they must not, over all ways; and how many kinds of
/// faults are planted in all.
class RuleFaultsTest {
    private static final String OUTCOMES = "probe/outcomes.yaml";
    private static final String SKETCH = "probe/sketch.yaml";
    private static final String OFFICE = "when: {staatlich: true}";
    private static final String TIME = "when: stunden < 2, light: yellow";
    private static final String SPARE = "criterion: sparing, when: stunden >= 2, light: green";
    private static final int KINDS_MIN = 60;

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"never", "red", "open", "weights", "covered"})
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    private static Fault office(String cel) {
        return Fault.of(OUTCOMES, OFFICE, "when: \"" + cel + "\"");
    }

    private static Fault time(String cel) {
        return Fault.of(OUTCOMES, TIME, "when: \"" + cel + "\", light: yellow");
    }

    private static Fault spare(String criterion, String cel, String light) {
        return Fault.of(
                OUTCOMES,
                SPARE,
                "criterion: " + criterion + ", when: \"" + cel + "\", light: " + light);
    }

    static List<Fault> never() {
        return List.of(
                time("stunden < 0").says("\"stunden", "'zeit' greift nie", "streicht sie"),
                time("stunden < 2 && 'zeit' in ziele && open(ziele)")
                        .says("\"stunden", "'zeit' greift nie", "streicht sie"),
                time("answered(beginn) && !('zeit' in ziele)")
                        .says(
                                "\"answered",
                                "'Beginn' wird nur gefragt, wenn 'Stunden im Monat' mindestens 8"
                                        + " ist und 'Ziele' 'Mehr Zeit' ist",
                                "streicht sie"),
                time("stunden >= 0").says("\"stunden", "greift bei jeder Antwort", "Nennt nur"),
                office("traeger in ['verein', 'staat', 'firma']")
                        .says("\"traeger", "greift bei jeder Antwort", "Nennt nur"));
    }

    static List<Fault> red() {
        return List.of(
                office("plaetze == 0")
                        .says(
                                "\"plaetze",
                                "Rot kommt hier ohne ein ausdrückliches Nein: Wer bei 'Plätze' 0"
                                        + " vorfindet, bekommt Rot.",
                                "die das Nein ist"),
                office("staatlich || frist < date('2027-01-01')")
                        .says("\"staat", "ohne ein ausdrückliches Nein", "die das Nein ist"));
    }

    static List<Fault> open() {
        return List.of(
                time("open(stunden)")
                        .says(
                                "\"open",
                                "Offen zu lassen ist hier schlechter als jede Antwort",
                                "nie schlechter als ein Nein"),
                time("!answered(ziele)")
                        .says(
                                "\"!answered",
                                "Wer bei 'Ziele' later offen lässt, bekommt Gelb",
                                "nie schlechter als ein Nein"));
    }

    static List<Fault> weights() {
        return List.of(
                Fault.of(OUTCOMES, "light: red\n", "light: yellow\n")
                        .says("yellow", "'actor' führt nie zu Rot, obwohl es ein Muss", "Ergänzt"),
                Fault.of(OUTCOMES, TIME, "when: stunden < 2, light: green")
                        .says("green", "'capacity' führt nie zu Gelb, obwohl es nötig", "light:"));
    }

    static List<Fault> covered() {
        return List.of(
                spare("capacity", "stunden < 1", "yellow")
                        .says("\"stunden < 1", "'klein' entscheidet nie", "grenzt sie"),
                spare("capacity", "stunden < 2", "yellow")
                        .says("\"stunden < 2", "'klein' entscheidet nie", "grenzt sie"),
                spare("actor", "traeger == 'firma'", "yellow")
                        .says("\"traeger", "greift auch 'amt'", "Streicht eine"));
    }

    @Test
    void aSectionThatNothingFillsIsNamed() {
        var loaded =
                DialogText.sound()
                        .replaced(
                                "probe/groups/idee.yaml",
                                "    detail_of: ziele\n    type: date\n    when: monat >= 8",
                                "    catalogue: none\n    type: date\n    when: monat < 0")
                        .replaced(
                                SKETCH,
                                "internal",
                                "  - {id: los, title: Los, field: /los, from: [beginn]}\ninternal")
                        .read(folder);

        assertThat(loaded.problems())
                .anySatisfy(problem -> {
                    assertThat(problem.message()).contains("'los' bleibt immer leer");
                    assertThat(problem.excerpt()).contains("id: los");
                });
    }

    @Test
    void moreThanSixtyKindsOfFaultsArePlanted() throws ReflectiveOperationException {
        var kinds =
                Planted.faults().stream().map(fault -> fault.found().message()).distinct().toList();

        assertThat(kinds).hasSizeGreaterThanOrEqualTo(KINDS_MIN);
    }
}
