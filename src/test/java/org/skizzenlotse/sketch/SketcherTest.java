// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.sketch.Sketch.Reason;
import org.skizzenlotse.sketch.Sketch.Status;

/// Each section is answered, open with its reason, or not applicable.
class SketcherTest {
    private static final String STEPS =
            Scenario.CONSENT
                    + """
                    - ask: wer
                      catalogue: A1
                      type: choice
                      text: Wer?
                      core: true
                      open: [unknown, later, refused, not_applicable]
                      options: [{id: staat, text: Staat}, {id: verein, text: Verein}]
                    - ask: name
                      detail_of: wer
                      type: text
                      text: Name?
                      core: true
                      open: [later]
                    - ask: wozu
                      catalogue: A2
                      type: text
                      text: Wozu?
                      when: wer == 'staat'
                      core: true
                    - ask: tief
                      catalogue: A3
                      type: text
                      text: Tief?
                    """;
    private static final Map<String, String> FILES =
            Map.of(
                    "catalogue.yaml",
                    """
                    catalogue: klein
                    groups:
                      - id: A
                        title: Passung
                        questions:
                          - {id: A1, core: true, title: Wer}
                          - {id: A2, core: true, title: Wozu}
                          - {id: A3, title: Tief}
                    criteria:
                      - {id: actor, weight: gate, title: Zivilgesellschaft}
                    offers:
                      - {id: sprechstunde, title: Sprechstunde, text: Ein Gespräch.}
                    """,
                    "probe/sketch.yaml",
                    """
                    schema: probe-1
                    sections:
                      - {id: wer, title: Wer, catalogue: A1, field: /wer, from: [wer, name],
                         text: "{wer} mit {name}", if_open: "Offen: {reason}."}
                      - {id: wozu, title: Wozu, catalogue: A2, field: /wozu, from: [wozu]}
                      - {id: tief, title: Tief, catalogue: A3, field: /tief, from: [tief]}
                    internal: [ja_nein]
                    """);
    private static final Dialog DIALOG =
            Scenario.inline(
                    "personal: true\nscope: {short: Kurz, full: Lang}",
                    Map.of("eins", STEPS),
                    FILES);

    private static Scenario begun() {
        return Scenario.of(DIALOG).says("ja").taps("short").asks("wer");
    }

    private static Sketch.Section section(Scenario scenario, String id) {
        return Sketcher.sketch(DIALOG, scenario.state(), Scenario.FACTS, Scenario.german())
                .sections()
                .stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAnswerIsAnswered() {
        var scenario = begun().taps("staat").says("Amt {wozu}").says("Für alle");
        var section = section(scenario, "wer");
        assertThat(section.status()).isEqualTo(Status.ANSWERED);
        assertThat(section.why()).isEmpty();
        assertThat(section.group()).isEqualTo("Passung");
        assertThat(section.text()).isEqualTo("Staat mit Amt {wozu}");
        assertThat(section(scenario, "wozu").text()).isEqualTo("Für alle");
    }

    @Test
    void eachOpenAnswerHasItsReason() {
        for (var name : new String[] {"UNKNOWN", "LATER", "REFUSED"}) {
            var status = OpenStatus.valueOf(name);
            var section = section(begun().leavesOpen(status), "wer");
            assertThat(section.status()).isEqualTo(Status.OPEN);
            assertThat(section.why()).contains(Reason.valueOf(status.name()));
        }
        var unknown = section(begun().leavesOpen(OpenStatus.UNKNOWN).says("/später"), "wer");
        assertThat(unknown.text()).isEqualTo("Offen: noch nicht bekannt.");
    }

    @Test
    void whatWasNotAskedSaysSo() {
        assertThat(section(begun(), "wer").why()).contains(Reason.NOT_ASKED);
        assertThat(section(begun().taps("verein"), "tief").why()).contains(Reason.NOT_ASKED);
    }

    @Test
    void whatWaitsForAnOpenAnswerNamesIt() {
        var section = section(begun().leavesOpen(OpenStatus.LATER), "wozu");
        assertThat(section.status()).isEqualTo(Status.OPEN);
        assertThat(section.why()).contains(Reason.DEPENDS_ON);
        assertThat(section.dependsOn()).containsExactly("Kurz wer");
    }

    @Test
    void whatDoesNotApplySaysSo() {
        var not = section(begun().taps("verein"), "wozu");
        assertThat(not.status()).isEqualTo(Status.NOT_APPLICABLE);
        var said = section(begun().leavesOpen(OpenStatus.NOT_APPLICABLE), "wer");
        assertThat(said.status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void aParkedAnswerIsNotInTheSketch() {
        var scenario = begun().taps("staat").says("Amt").says("Für alle");
        scenario.commands(Command.CHANGE, "wer").taps("verein").taps("take");
        var section = section(scenario, "wozu");
        assertThat(section.status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(section.entries()).isEmpty();
    }

    @Test
    void aTemplateWithoutItsDetailSaysThatItIsOpen() {
        var section = section(begun().taps("verein"), "wer");
        assertThat(section.text()).isEqualTo("Verein mit noch offen");
    }
}
