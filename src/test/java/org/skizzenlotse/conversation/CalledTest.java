// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.SubmissionStore;

/// What is submitted carries for which call it is, whatever the settings say later.
class CalledTest {
    private static final Instant UNTIL = Instant.parse("2026-11-30T17:00:00Z");

    @TempDir Path folder;
    @AutoClose private Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publish(
                DialogText.sound()
                        .replaced(
                                "probe/dialog.yaml",
                                "personal: true",
                                "personal: true\ncall: true"));
    }

    @Test
    void aSubmissionSaysForWhichCallItIs() throws Exception {
        announce(new Call("Erster", UNTIL, 0));
        var token = submitted(UNTIL);
        assertThat(entry(token, 1).call()).isEqualTo("Erster");
        assertThat(entry(token, 1).until()).isEqualTo(UNTIL);
        assertThat(entry(token, 1).counts()).isTrue();
        isTheFold(token);
    }

    @Test
    void whatCountsStaysForItsCallWhenTheSettingIsAnother() throws Exception {
        announce(new Call("Erster", UNTIL, 0));
        var token = submitted(UNTIL);
        announce(new Call("Zweiter", UNTIL.plus(Duration.ofDays(200)), 0));
        running.now = UNTIL.plus(Duration.ofDays(100));
        running.commands(token, Command.CHANGE, "stunden");
        running.says(token, "stunden", "9");
        running.taps(token, "_review", "submit");
        assertThat(entry(token, 2)).isEqualTo(entry(token, 1));
        assertThat(sketch(token, 2).submittedAt()).isEqualTo(running.now);
        isTheFold(token);
    }

    @Test
    void aDraftFromBeforeTheSettingCountsAndOneHandedInLateIsForConsultation() throws Exception {
        var early = running.answered("Initiative");
        var late = running.answered("Initiative");
        announce(new Call("Erster", UNTIL, 0));
        running.now = UNTIL.plus(Call.FINISHING);
        running.taps(early, "_review", "submit");
        running.waits(Duration.ofMillis(1));
        running.taps(late, "_review", "submit");
        assertThat(entry(early, 1).counts()).isTrue();
        assertThat(entry(late, 1).counts()).isFalse();
    }

    @Test
    void withoutACallTheSketchSaysNothingOfOne() {
        assertThat(sketch(submitted(UNTIL), 1).entry()).isNull();
    }

    private void announce(Call call) throws Exception {
        running.call = call;
        running.restart();
    }

    private String submitted(Instant at) {
        var token = running.answered("Initiative");
        running.now = at;
        running.taps(token, "_review", "submit");
        return token;
    }

    private ForCall entry(String token, int revision) {
        return Objects.requireNonNull(sketch(token, revision).entry());
    }

    private Sketch sketch(String token, int revision) {
        var store = new SubmissionStore(running.database);
        return SketchJson.read(store.find(running.id(token), revision).orElseThrow().sketch());
    }

    private void isTheFold(String token) {
        var state = running.stored(token).conversation();
        assertThat(state).isEqualTo(Happened.fold(state.id(), running.history(token)));
    }
}
