// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Light;
import org.skizzenlotse.dialog.Problem;

import java.nio.file.Path;
import java.util.List;

/// What goes wrong in decision tables, and in the files beside the dialogs.
class OutcomeFaultsTest {
    private static final String OUTCOMES = "probe/outcomes.yaml";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    static List<Fault> outcomes() {
        return List.of(
                Fault.of(OUTCOMES, "after: idee", "after: ide")
                        .says("ide", "gibt es nicht", "Meintet ihr 'idee'?"),
                Fault.of(OUTCOMES, "after: idee", "after: start")
                        .says("stunden < 2", "wird erst später gefragt", "nach vorn"),
                Fault.of(OUTCOMES, "criterion: actor", "criterion: aktor")
                        .says("aktor", "gibt es nicht", "Meintet ihr 'actor'?"),
                Fault.of(OUTCOMES, "light: yellow", "light: red")
                        .says("red", "Rot gibt es nur", "light: yellow"),
                Fault.of(OUTCOMES, "when: {staatlich: true}", "when: open(traeger)")
                        .says("open(traeger)", "nur bei einem ausdrücklichen Nein", "ohne open()"),
                Fault.of(OUTCOMES, "criterion: sparing", "criterion: breadth")
                        .says("- id: amt", "keine Regel: sparing", "Ergänzt sie"),
                Fault.of(OUTCOMES, "light: green", "light: yellow")
                        .says("yellow", "'sparing' senkt das Licht nie", "light: green"),
                Fault.of(OUTCOMES, "light: green", "light: orange")
                        .says("orange", "nicht möglich", "green"),
                Fault.of(OUTCOMES, "id: klein", "id: zeit").says("zeit", "gibt es schon", ""),
                Fault.of(OUTCOMES, "say: Knapp.}", "say: \"Knapp, {stundn}.\"}")
                        .says("\"Knapp", "{stundn} gibt es nicht", "Meintet ihr 'stunden'?"),
                Fault.of(OUTCOMES, "Passt gut., offers: [sprechstunde]", "Gut., offers: [beratung]")
                        .says("beratung", "Angebot 'beratung' gibt es nicht", "sprechstunde"),
                Fault.of(OUTCOMES, "Passt gut., offers: [sprechstunde]", "Gut., offers: []")
                        .says("[]", "wird immer angeboten", "sprechstunde"),
                Fault.of(OUTCOMES, "  red: {text", "  rot: {text")
                        .says("rot", "'rot' kennt", "green, yellow, red"));
    }

    @Test
    void aTableIsReadWithItsRulesAndWords() {
        var outcome = DialogText.sound().dialog(folder).parts().outcomes().getFirst();

        assertThat(outcome.after()).isEqualTo("idee");
        assertThat(outcome.rules())
                .extracting(rule -> rule.light())
                .containsExactly(Light.RED, Light.YELLOW, Light.GREEN);
        assertThat(outcome.lights()).containsOnlyKeys(Light.values());
    }

    @Test
    void migrationsAndPrinciplesAreCheckedAndDoNotChangeTheHash(@TempDir Path other) {
        var glossary = "glossary:\n  Rechtsgrundlage: Was etwas erlaubt.\n";
        var plain = DialogText.sound().with("glossary.yaml", glossary).dialog(folder);
        var more =
                DialogText.sound()
                        .with(
                                "principles.yaml",
                                """
                                principles:
                                  - id: a
                                    title: A
                                    text: B
                                    criteria: [actor, breadth, capacity, sparing]
                                    questions: [A1, A2]
                                """)
                        .with("glossary.yaml", glossary)
                        .with(
                                "probe/migrations/eins.yaml",
                                """
                                from: 0123456789ab
                                to: ba9876543210
                                changes:
                                  - rename: {from: alt, to: neu}
                                """)
                        .read(other);

        assertThat(more.problems()).isEmpty();
        assertThat(more.dialogs().getFirst().dialog().hash()).isEqualTo(plain.hash());
    }

    @Test
    void mistakesInThemAreNamed() {
        var loaded =
                DialogText.sound()
                        .with("principles.yaml", "principles:\n  - {id: a, titel: A, text: B}\n")
                        .with("glossary.yaml", "glossary:\n  Recht: [a]\n")
                        .with(
                                "probe/migrations/eins.yaml",
                                "from: a\nto: b\nchanges:\n  - renam: {from: alt, to: neu}\n")
                        .read(folder);

        assertThat(loaded.problems())
                .extracting(OutcomeFaultsTest::place)
                .contains(
                        "principles.yaml:2:13",
                        "glossary.yaml:2:10",
                        "probe/migrations/eins.yaml:4:5");
    }

    private static String place(Problem problem) {
        return problem.file() + ":" + problem.line() + ":" + problem.column();
    }
}
