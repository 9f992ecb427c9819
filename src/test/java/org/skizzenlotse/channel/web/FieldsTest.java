// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.web.WebSettings;

/// Answers that are more than a text or a choice, typed on a page as people write them.
class FieldsTest {
    private static final String STEPS =
            """
              - ask: zeitraum
                type: period
                text: Wann soll es laufen?
                short: Zeitraum
                why: Wir planen mit.
                privacy: {personal: false, purpose: probe, keep: P1Y}
                open: [unknown]
              - ask: anfang
                type: date
                text: Wann fangt ihr an?
                short: Anfang
                why: Wir planen mit.
                privacy: {personal: false, purpose: probe, keep: P1Y}
              - ask: kosten
                type: money
                text: Was kostet es?
                short: Kosten
                why: Wir rechnen mit.
                privacy: {personal: false, purpose: probe, keep: P1Y}
              - ask: posten
                type: table
                text: Woraus besteht das?
                short: Posten
                why: Wir rechnen mit.
                privacy: {personal: false, purpose: probe, keep: P1Y}
                columns:
                  - {id: stueck, text: Stück, type: number}
                  - {id: preis, text: Preis, type: money}
            """;

    @TempDir Path folder;

    private Served served;
    private Visitor visitor;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0), SmallDialog.write(folder, STEPS));
        visitor = new Visitor(served.address(), "probe");
        visitor.begin();
        visitor.answer("control=BUTTONS&choose=yes");
    }

    @AfterEach
    void stop() throws Exception {
        visitor.close();
        served.close();
    }

    @Test
    void membersDatesAndAmountsAreTypedAsPeopleWriteThem() throws Exception {
        visitor.answer("control=FIELDS&field.from=1.3.2027&field.to=31.+August+2027");
        assertThat(visitor.step()).isEqualTo("anfang");
        visitor.answer("control=LINE&text=5.3.27");
        assertThat(visitor.step()).isEqualTo("kosten");
        visitor.answer("control=LINE&text=12.500%2C50+%E2%82%AC");
        assertThat(visitor.step()).isEqualTo("posten");

        visitor.answer("command=change&target=zeitraum");
        assertThat(visitor.page()).contains("value=\"1.3.2027\"", "value=\"31.8.2027\"");
        visitor.answer("command=continue");
        visitor.answer("command=change&target=kosten");
        assertThat(visitor.page()).contains("value=\"12500,5\"");
    }

    @Test
    void aTableGrowsByARowAndKeepsWhatWasTyped() throws Exception {
        visitor.answer("open=unknown");
        visitor.answer("control=LINE&text=5.3.2027");
        visitor.answer("control=LINE&text=100");
        assertThat(visitor.page()).contains("row.3.preis").doesNotContain("row.4.preis");

        var grown = visitor.send("control=ROWS&another_row=1&row.1.stueck=7&row.2.&row.3.x=");
        assertThat(grown.statusCode()).isEqualTo(200);
        assertThat(grown.body()).contains("row.4.preis", "value=\"7\"");

        visitor.answer("control=ROWS&row.1.stueck=7&row.1.preis=3%2C20&row.4.stueck=&row.4.preis=");
        assertThat(visitor.step()).isEqualTo("_review");
        visitor.answer("command=change&target=posten");
        assertThat(visitor.page()).contains("value=\"7\"", "3,2");
    }

    @Test
    void whereADialogMakesNoSketchThereIsNoneToTake() throws Exception {
        assertThat(visitor.get("/d/probe/skizze.json").statusCode()).isEqualTo(404);
    }
}
