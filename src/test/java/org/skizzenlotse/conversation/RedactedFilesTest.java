// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.conversation.FileDesk.Announced;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.SubmissionStore;

/// Files are taken out as answers are, whichever way they go.
class RedactedFilesTest {
    private static final String NAME = "Geheimplan.txt";
    private static final String WORDS = "Bild vom Geheimplan";

    @TempDir Path folder;
    @AutoClose private Stacked stacked;
    private Running running;
    private String token;
    private String secret;
    private String other;

    @BeforeEach
    void submit() throws Exception {
        stacked = new Stacked(folder);
        running = stacked.running;
        token = running.answered("Stadt");
        secret = upload(NAME);
        other = upload("Karte.txt");
        attach(secret, other);
        running.taps(token, "_review", "submit");
    }

    private String upload(String name) {
        var bytes = ("Inhalt von " + name).getBytes(UTF_8);
        var desk = running.conversations.files();
        var announced = new Announced(Stacked.STEP, "", name, bytes.length);
        var id = ((Begun.Ready) desk.begin(token, announced)).id();
        desk.append(token, id, 0, new ByteArrayInputStream(bytes));
        return id;
    }

    private View attach(String... ids) {
        var files =
                Arrays.stream(ids)
                        .map(id -> Value.File.named(id, id.equals(secret) ? WORDS : "", ""))
                        .toList();
        return running.takes(token, new Input.Attached(Stacked.STEP, files));
    }

    private String sketch() {
        var store = new SubmissionStore(running.database);
        return store.find(running.id(token), 1).orElseThrow().sketch();
    }

    private Sketch.Entry entry() {
        return SketchJson.read(sketch()).sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(one -> one.step().equals("unterlagen"))
                .findFirst()
                .orElseThrow();
    }

    private void isGone() {
        assertThat(running.everything(token)).doesNotContain("Geheimplan").contains("Karte.txt");
        assertThat(sketch()).doesNotContain("Geheimplan").contains("Karte.txt");
        assertThat(entry().display())
                .startsWith("entfernt am 23. November 2026")
                .contains("Karte.txt");
        assertThat(running.conversations.files().file(token, secret)).isEmpty();
        assertThat(running.conversations.files().open(token, other)).isPresent();
    }

    @Test
    void withAFileItsNameAndDescriptionGoEverywhere() throws Exception {
        assertThat(running.everything(token)).contains(NAME, WORDS);
        assertThat(sketch()).contains(NAME, WORDS);
        running.commands(token, Command.REDACT, "unterlagen/" + secret);
        running.taps(token, "_confirm", "yes");
        isGone();
        stacked.cleans();
        assertThat(stacked.bytesOf(secret)).isEmpty();
        assertThat(stacked.bytesOf(other)).isNotEmpty();
    }

    @Test
    void whoeverJustTakesAFileAwayTakesItOutAsWell() {
        attach(other);
        isGone();
    }

    @Test
    void staffTakesOutAFile() {
        var redacting = running.conversations.redacting();
        assertThat(redacting.choices(running.id(token)))
                .anyMatch(one -> one.id().equals("unterlagen/" + secret));
        assertThat(redacting.redact(running.id(token), "unterlagen/" + secret)).isTrue();
        isGone();
    }

    @Test
    void withTheWholeAnswerAllFilesGo() {
        running.commands(token, Command.REDACT, "unterlagen");
        running.taps(token, "_confirm", "yes");
        assertThat(running.everything(token)).doesNotContain("Geheimplan", "Karte");
        assertThat(sketch()).doesNotContain("Geheimplan", "Karte");
        assertThat(entry().status()).isEqualTo(Answer.Status.REMOVED);
        assertThat(List.of(secret, other))
                .allMatch(id -> running.conversations.files().file(token, id).isEmpty());
    }
}
