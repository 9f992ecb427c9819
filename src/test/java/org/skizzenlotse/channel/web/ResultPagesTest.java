// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.turn.PreScreening;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.WebSettings;

/// The pre-screening as pages without JavaScript, to its result and on from there.
class ResultPagesTest {
    @AutoClose private Served served;

    @BeforeEach
    void open() throws Exception {
        served = Served.start(WebSettings.loopback(0));
    }

    private Visitor screened(PreScreening.Sample sample) throws Exception {
        var visitor = new Visitor(served.address(), "vorpruefung");
        visitor.begin();
        for (var step = visitor.step(); !step.equals("_result"); step = visitor.step()) {
            var options = Objects.requireNonNull(sample.answers().get(step), step);
            var isMulti = step.equals("bedenken") || step.equals("pluspunkte");
            visitor.answer(
                    options.isEmpty()
                            ? isMulti ? "open=unknown" : "control=RADIOS&choose=open:unknown"
                            : (isMulti ? "control=CHECKBOXES&" : "control=RADIOS&")
                                    + options.stream()
                                            .map(one -> "choose=" + one)
                                            .collect(Collectors.joining("&")));
        }
        return visitor;
    }

    @Test
    void thePageSaysWhatTheEngineSays() throws Exception {
        for (var sample : PreScreening.samples(8)) {
            try (var visitor = screened(sample)) {
                var parts = sample.result().split("\n\n", 2);
                assertThat(visitor.page())
                        .contains("<h1>" + DialogText.inlineHtml(parts[0]) + "</h1>")
                        .contains(DialogText.html(parts[1]))
                        .contains("value=\"skizze\"", "value=\"sprechstunde\"");
            }
        }
    }

    @Test
    void goingOnLeadsToThePagesOfTheOtherDialogWithWhatWasSaid() throws Exception {
        try (var visitor = screened(PreScreening.samples(1).getFirst())) {
            var gone = visitor.send("control=BUTTONS&choose=skizze");
            assertThat(gone.statusCode()).isEqualTo(303);
            assertThat(gone.headers().firstValue("Location")).hasValue("/d/skizze");
            var cookie = gone.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            try (var sketch = new Visitor(served.address(), "skizze")) {
                sketch.keep(cookie);
                assertThat(sketch.step()).isEqualTo("einwilligung");
                sketch.answer("control=BUTTONS&choose=yes");
                assertThat(sketch.step()).isEqualTo("_taken_over");
            }
        }
    }

    @Test
    void aSketchUnderWayInThisBrowserIsNotPutAway() throws Exception {
        try (var sketch = new Visitor(served.address(), "skizze");
                var visitor = screened(PreScreening.samples(1).getFirst())) {
            var begun = sketch.start().headers().firstValue("Set-Cookie").orElseThrow();
            var cookie = begun.split(";", 2)[0];
            sketch.keep(cookie);
            assertThat(sketch.step()).isEqualTo("einwilligung");
            sketch.answer("control=BUTTONS&choose=yes");
            visitor.keepAlso(cookie);
            var gone = visitor.send("control=BUTTONS&choose=skizze");
            assertThat(gone.headers().firstValue("Location")).hasValue("/d/skizze");
            assertThat(gone.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void whoSaysNoToTheSketchIsLedToPeople() throws Exception {
        try (var sketch = new Visitor(served.address(), "skizze")) {
            sketch.begin();
            sketch.answer("control=BUTTONS&choose=no");
            assertThat(sketch.page()).contains("Weiter zu „Termin in der Sprechstunde“");
            var gone = sketch.send("control=BUTTONS&choose=sprechstunde");
            assertThat(gone.headers().firstValue("Location")).hasValue("/d/sprechstunde");
        }
    }
}
