// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// From the shipped pre-screening on into the sketch and to the consultation hour, over a real
/// database.
class FromPreScreeningTest {
    private static final Map<String, String> FITS =
            Map.of(
                    "traeger", "staat",
                    "partner", "suchen",
                    "uebertragbar", "gleich",
                    "gemeinwohl", "alle",
                    "betreuung", "eine",
                    "offen_teilen", "teils",
                    "daten", "erlaubt",
                    "rahmen", "passt",
                    "bedenken", "keins",
                    "pluspunkte", "gruppen");

    private static final Set<String> HANDED_OVER =
            Set.of("traeger", "partner", "uebertragbar", "betreuung", "offen_teilen", "rahmen");

    @TempDir Path folder;
    @AutoClose private Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publishShipped();
    }

    /// A pre-screening with these answers, at its result.
    private String screened(Map<String, String> answers) {
        var token = running.conversations.open("vorpruefung", "de", "web").token();
        for (var view = running.view(token); !at(view, "_result"); view = running.view(token)) {
            var step = view.expects().step().value();
            running.taps(token, step, answers.getOrDefault(step, ""));
        }
        return token;
    }

    private static boolean at(View view, String step) {
        return view.expects().step().value().equals(step);
    }

    private String goingOn(String token, String dialog) {
        var view = running.taps(token, "_result", dialog);
        assertThat(view.next().orElseThrow().dialog()).isEqualTo(dialog);
        var next = new Conversations.Beginning(dialog, view.variant(), "web", token);
        return running.conversations.open(next).token();
    }

    @Test
    void whatWasSaidIsNotAskedAgain() {
        var token = goingOn(screened(FITS), "skizze");
        running.taps(token, "einwilligung", "yes");
        assertThat(running.view(token).expects().text())
                .contains("Eine staatliche Stelle", "Wir suchen noch", "Ja, das müsste reichen");
        running.taps(token, "_taken_over", "take");
        running.taps(token, "_scope", "full");

        var asked = new HashSet<String>();
        for (var view = running.view(token); !at(view, "_review"); view = running.view(token))
            asked.add(anything(token, view.expects()));
        assertThat(asked).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(HANDED_OVER);
    }

    private String anything(String token, Expects expects) {
        var step = expects.step().value();
        if (!expects.open().isEmpty())
            running.takes(
                    token, new Input.LeftOpen(expects.step(), expects.open().getFirst().status()));
        else if (!expects.options().isEmpty())
            running.taps(token, step, expects.options().getLast().id());
        else running.says(token, step, "Etwas");
        return step;
    }

    @Test
    void whatIsNotKnownYetIsHandedOverAsThat() {
        var token = running.conversations.open("vorpruefung", "de", "web").token();
        for (var view = running.view(token); !at(view, "_result"); view = running.view(token))
            running.takes(token, new Input.LeftOpen(view.expects().step(), OpenStatus.UNKNOWN));
        var sketch = goingOn(token, "skizze");
        running.taps(sketch, "einwilligung", "yes");
        running.taps(sketch, "_taken_over", "take");
        var answers = running.stored(sketch).conversation().answers();
        assertThat(answers.keySet().stream().map(Object::toString))
                .contains("traeger", "uebertragbar", "betreuung", "offen_teilen", "rahmen");
    }

    @Test
    void everyWayOfBeingSomebodyIsTakenOver() {
        for (var who : List.of("verein", "initiative", "person", "buendnis", "sozial", "anderes")) {
            var answers = new HashMap<>(FITS);
            answers.put("traeger", who);
            var token = goingOn(screened(answers), "skizze");
            running.taps(token, "einwilligung", "yes");
            running.taps(token, "_taken_over", "take");
            assertThat(running.stored(token).conversation().answers().keySet())
                    .as(who)
                    .anyMatch(step -> step.value().equals("traeger"));
        }
    }

    @Test
    void theResultMayComeAlongToTheConsultationHour() {
        var token = goingOn(screened(FITS), "sprechstunde");
        var origin = Objects.requireNonNull(running.stored(token).conversation().origin());
        assertThat(origin.brings().word()).isEqualTo("ergebnis");
    }

    @Test
    void aRepeatedTurnSendsToTheSameDialogAndALaterOneNowhere() {
        var token = screened(FITS);
        var chosen = new Input.Chose(running.view(token).expects().step(), List.of("skizze"), "");
        var first = (Outcome.Done) running.turn(token, chosen, "k1", "h1");
        var again = (Outcome.Done) running.turn(token, chosen, "k1", "h1");
        assertThat(first.view().next()).isPresent();
        assertThat(again.view().next()).isEqualTo(first.view().next());
        assertThat(running.taps(token, "_result", "points").next()).isEmpty();
    }

    @Test
    void fromTheSketchOneIsSentToPeople() {
        var token = running.conversations.open("skizze", "de", "web").token();
        running.taps(token, "einwilligung", "no");
        assertThat(running.view(token).expects().options().stream().map(Expects.Choice::text))
                .containsExactly("Weiter zu „Termin in der Sprechstunde“");
        assertThat(running.taps(token, "_closed", "sprechstunde").next().orElseThrow().dialog())
                .isEqualTo("sprechstunde");
    }
}
