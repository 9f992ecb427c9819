// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Attached;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.SubmissionStore;

/// What comes along to the consultation hour from the conversation before it, over a real database.
class AttachingTest {
    private static final String CANARY = "Kanarienvogel-Blaukehlchen";

    @TempDir Path folder;
    @AutoClose private Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publishShipped();
        running.publish(screening());
    }

    @Test
    void aSketchComesAlongOnlyWithAYesOfItsOwn() {
        var request = answered(sketched(), "anhang_skizze");
        assertThat(running.taps(request, "anhang_skizze", "yes").expects().text())
                .doesNotContain("gelöscht");
        var said = running.taps(request, "_review", "submit").messages();
        assertThat(said).anyMatch(one -> one.message().text().contains("ist dabei"));
        var along = Objects.requireNonNull(attached(request).sketch());
        assertThat(along.dialog()).isEqualTo("skizze");
        assertThat(stored(request)).contains(CANARY);
        isTheFold(request);
    }

    @Test
    void withoutAYesNothingComesAlong() {
        var request = answered(sketched(), "anhang_skizze");
        running.taps(request, "anhang_skizze", "no");
        running.taps(request, "_review", "submit");
        assertThat(submission(request).attached()).isNull();
        assertThat(stored(request)).doesNotContain(CANARY);
    }

    @Test
    void aYesThatWasTakenBackTakesNothingAlong() {
        var request = answered(sketched(), "anhang_skizze");
        running.taps(request, "anhang_skizze", "yes");
        running.commands(request, Command.CHANGE, "anhang_skizze");
        running.taps(request, "anhang_skizze", "no");
        running.taps(request, "_review", "submit");
        assertThat(stored(request)).doesNotContain(CANARY);
    }

    @Test
    void whatWasErasedBeforeIsSaidToBeGoneAndNothingBreaks() {
        var sketch = sketched();
        var request = answered(sketch, "anhang_skizze");
        running.taps(request, "anhang_skizze", "yes");
        running.conversations.erase(running.id(sketch));
        assertThat(running.view(request).expects().text()).contains("kann nicht mitkommen");
        var said = running.taps(request, "_review", "submit").messages();
        assertThat(said).anyMatch(one -> one.message().text().contains("Es geht auch ohne"));
        assertThat(attached(request)).isEqualTo(Attached.GONE);
        isTheFold(request);
    }

    @Test
    void whatCameAlongIsPartOfTheRequestAndGoesWithIt() {
        var sketch = sketched();
        var request = answered(sketch, "anhang_skizze");
        running.taps(request, "anhang_skizze", "yes");
        running.taps(request, "_review", "submit");
        running.conversations.erase(running.id(sketch));
        assertThat(stored(request)).contains(CANARY);
        var id = running.id(request);
        running.conversations.erase(id);
        assertThat(new SubmissionStore(running.database).find(id, 1)).isEmpty();
    }

    @Test
    void theResultOfAScreeningComesAlongInWordsWithItsReasonsAndAnswers() {
        var request = answered(screened("nein"), "anhang_ergebnis");
        running.taps(request, "anhang_ergebnis", "yes");
        running.taps(request, "_review", "submit");
        assertThat(attached(request).light())
                .isEqualTo("Passt wahrscheinlich, einiges klären wir zusammen");
        assertThat(attached(request).reasons()).containsExactly("Zeit ist knapp.");
        var along = Objects.requireNonNull(attached(request).sketch());
        assertThat(along.sections().getFirst().text()).isEqualTo("Nein, keine");
    }

    @Test
    void aScreeningWithoutAResultHasNothingToBring() {
        var screening = running.conversations.open("vorher", "de", "web").token();
        answered(screening, "_review");
    }

    @Test
    void whoComesFromNowhereIsNotAskedWhatShouldComeAlong() {
        answered("", "_review");
    }

    @Test
    void aSketchWithoutConsentHasNothingToBring() {
        answered(running.conversations.open("skizze", "de", "web").token(), "_review");
    }

    private String sketched() {
        var token = running.conversations.open("skizze", "de", "web").token();
        running.taps(token, "einwilligung", "yes");
        running.taps(token, "_scope", "short");
        running.taps(token, "vorhandenes", "nein");
        running.says(token, "problem", CANARY);
        return token;
    }

    private String screened(String time) {
        var token = running.conversations.open("vorher", "de", "web").token();
        running.taps(token, "zeit", time);
        return token;
    }

    /// A request that comes from there, answered up to this step.
    private String answered(String from, String next) {
        var token =
                running.conversations
                        .open(new Conversations.Beginning("sprechstunde", "de", "web", from))
                        .token();
        running.taps(token, "einwilligung", "yes");
        for (var step : List.of("thema", "vorab", "tage", "tageszeit"))
            running.takes(
                    token,
                    new Input.LeftOpen(
                            new StepId(step),
                            step.equals("vorab") ? OpenStatus.LATER : OpenStatus.UNKNOWN));
        running.taps(token, "weg", "telefon");
        running.takes(token, new Input.LeftOpen(new StepId("bedarfe"), OpenStatus.REFUSED));
        var view =
                running.takes(
                        token,
                        new Input.Gave(new StepId("kontaktdaten"), Map.of("phone", "030 1234567")));
        assertThat(view.expects().step().value()).isEqualTo(next);
        return token;
    }

    private Attached attached(String token) {
        return Objects.requireNonNull(submission(token).attached());
    }

    private Sketch submission(String token) {
        return SketchJson.read(stored(token));
    }

    private String stored(String token) {
        var store = new SubmissionStore(running.database);
        return store.find(running.id(token), 1).orElseThrow().sketch();
    }

    private void isTheFold(String token) {
        var state = running.stored(token).conversation();
        assertThat(state).isEqualTo(Happened.fold(state.id(), running.history(token)));
    }

    private static DialogText screening() {
        return DialogText.sound()
                .with(
                        "vorher/dialog.yaml",
                        """
                        dialog: vorher
                        title: Vorher
                        language: de
                        audience: ihr
                        personal: false
                        groups: [eins]
                        """)
                .with(
                        "vorher/groups/eins.yaml",
                        """
                        group: eins
                        title: Eins
                        steps:
                          - ask: zeit
                            catalogue: none
                            type: choice
                            text: Habt ihr Zeit?
                            short: Zeit
                            why: Damit wir es wissen.
                            needed: optional
                            options:
                              - {id: ja, text: "Ja, viel"}
                              - {id: nein, text: "Nein, keine"}
                        """)
                .with(
                        "vorher/outcomes.yaml",
                        """
                        outcome: passung
                        after: eins
                        rules:
                          - {id: knapp, criterion: capacity, when: {zeit: nein}, light: yellow,
                             say: Zeit ist knapp., staff: Knapp.}
                        lights:
                          green: {text: Passt., offers: [sprechstunde]}
                          yellow: {text: Vielleicht., offers: [sprechstunde]}
                          red: {text: Eher nicht., offers: [sprechstunde]}
                        """);
    }
}
