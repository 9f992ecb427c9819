// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;

/// What somebody takes out is gone from everything, whenever that is, and its place says so.
class RedactingTest extends OnRunning {
    private static final String SECRET = "Amt für Geheimnisse";

    private String submitted() {
        var token = running.answered(SECRET);
        running.commands(token, Command.CHANGE, "partner");
        running.says(token, "partner", SECRET + " und mehr");
        running.commands(token, Command.OVERVIEW, "");
        running.taps(token, "_review", "submit");
        return token;
    }

    private void remove(String token, String target) {
        running.commands(token, Command.REDACT, target);
        running.taps(token, "_confirm", "yes");
    }

    private List<String> sketches(String token) {
        var store = new SubmissionStore(running.database);
        var all = new ArrayList<String>();
        for (int revision = 1; store.find(running.id(token), revision).isPresent(); revision++)
            all.add(store.find(running.id(token), revision).orElseThrow().sketch());
        return all;
    }

    private Sketch.Section section(String token, int revision) {
        return SketchJson.read(sketches(token).get(revision - 1)).sections().stream()
                .filter(one -> one.entries().stream().anyMatch(e -> e.step().equals("partner")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsTakenOutOfADraftIsGoneFromHistoryStateAndTalk() {
        var token = running.answered(SECRET);
        running.commands(token, Command.OVERVIEW, "");
        assertThat(running.everything(token)).contains(SECRET);
        remove(token, "partner");
        assertThat(running.everything(token)).doesNotContain(SECRET);
        assertThat(running.history(token)).anyMatch(Happened.Redacted.class::isInstance);
    }

    @Test
    void nothingHappensBeforeTheYesAndNothingAfterANo() {
        var token = running.answered(SECRET);
        var asked = running.commands(token, Command.REDACT, "partner");
        assertThat(asked.expects().step().value()).isEqualTo("_confirm");
        assertThat(asked.expects().text()).contains("nicht rückgängig");
        assertThat(running.everything(token)).contains(SECRET);
        running.taps(token, "_confirm", "no");
        assertThat(running.everything(token)).contains(SECRET);
    }

    @Test
    void theFoldOfTheHistoryIsTheStateAlsoAfterwards() {
        var token = submitted();
        remove(token, "partner");
        var folded = Happened.fold(running.id(token), running.history(token));
        assertThat(folded).isEqualTo(running.stored(token).conversation());
    }

    @Test
    void whatWasHandedInLosesItInEveryRevisionAndSaysWhen() {
        var token = submitted();
        running.commands(token, Command.CHANGE, "stunden");
        running.says(token, "stunden", "9");
        running.taps(token, "_review", "submit");
        assertThat(sketches(token)).hasSize(2).allMatch(one -> one.contains(SECRET));
        remove(token, "partner");
        assertThat(sketches(token)).hasSize(2).noneMatch(one -> one.contains(SECRET));
        assertThat(running.everything(token)).doesNotContain(SECRET);
        for (int revision : List.of(1, 2)) {
            var entry =
                    section(token, revision).entries().stream()
                            .filter(one -> one.step().equals("partner"))
                            .findFirst()
                            .orElseThrow();
            assertThat(entry.status()).isEqualTo(Answer.Status.REMOVED);
            assertThat(entry.display()).isEqualTo("entfernt am 23. November 2026");
            assertThat(section(token, revision).text()).contains("entfernt am 23. November 2026");
        }
    }

    @Test
    void itStaysHandedInAndTheSketchAsItIsSaysTheSame() {
        var token = submitted();
        remove(token, "partner");
        var conversation = running.stored(token).conversation();
        assertThat(conversation.lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        assertThat(conversation.answer(new org.skizzenlotse.dialog.StepId("partner")))
                .hasValueSatisfying(
                        answer -> assertThat(answer.status()).isEqualTo(Answer.Status.REMOVED));
        var now = new SketchJson().render(running.conversations.sketch(token).orElseThrow());
        assertThat(now).contains("entfernt am").doesNotContain(SECRET);
    }

    @Test
    void theTalkShowsAtItsPlaceWhenItWasTakenOut() {
        var token = running.answered(SECRET);
        remove(token, "partner");
        assertThat(running.view(token).messages())
                .map(View.Numbered::message)
                .filteredOn(message -> message.kind() == Message.Kind.SAID)
                .filteredOn(message ->
                        message.step() != null && message.step().value().equals("partner"))
                .isNotEmpty()
                .allMatch(message -> message.text().contains("entfernt am"));
    }

    @Test
    void surfacesAreToldToReadTheTalkAnew() {
        var token = running.answered(SECRET);
        assertThat(running.commands(token, Command.REDACT, "partner").redacted()).isFalse();
        assertThat(running.taps(token, "_confirm", "yes").redacted()).isTrue();
    }

    @Test
    void staffIsToldAndGetsWhatIsLeft() {
        var token = submitted();
        remove(token, "partner");
        var outbox = new OutboxStore(running.database);
        var due = outbox.lease(running.now(), java.time.Duration.ofSeconds(9), "test", 10);
        assertThat(due).map(OutboxStore.Leased::kind).contains("removed");
    }

    @Test
    void staffTakesItOutAndThePeopleAreToldSo() {
        var token = submitted();
        var redacting = running.conversations.redacting();
        var id = running.id(token);
        var sign = running.stored(token).marks().lastSignAt();
        running.waits(java.time.Duration.ofDays(2));
        assertThat(redacting.choices(id)).anyMatch(one -> one.id().equals("partner"));
        assertThat(redacting.redact(id, "partner")).isTrue();
        assertThat(redacting.redact(id, "partner")).isFalse();
        assertThat(redacting.redact(id, "gibt_es_nicht")).isFalse();
        assertThat(running.everything(token)).doesNotContain(SECRET);
        assertThat(sketches(token)).noneMatch(one -> one.contains(SECRET));
        assertThat(running.view(token).messages())
                .anyMatch(one -> one.message().text().contains("Das hat das Team getan"));
        assertThat(running.stored(token).marks().lastSignAt()).isEqualTo(sign);
        var answer =
                running.stored(token)
                        .conversation()
                        .answer(new org.skizzenlotse.dialog.StepId("partner"))
                        .orElseThrow();
        assertThat(answer.provenance().by()).isEqualTo("staff");
    }

    @Test
    void whoTookOutWhatIsToldAfterwardsWithoutContent() {
        var token = submitted();
        remove(token, "partner");
        running.conversations.redacting().redact(running.id(token), "stunden");
        assertThat(new AuditStore(running.database).of(running.id(token).value()))
                .filteredOn(one -> one.what() == AuditEntry.What.REDACTED)
                .map(one -> one.by() + " " + one.why())
                .containsExactlyInAnyOrder("APPLICANT partner", "COMMAND stunden");
    }

    @Test
    void consentsAreNotTakenOutButWithdrawn() {
        var token = running.answered(SECRET);
        assertThat(running.conversations.redacting().choices(running.id(token)))
                .noneMatch(one -> one.id().equals("einwilligung"));
    }

    @Test
    void alsoWhatWasTakenBackCanBeTakenOut() {
        var token = submitted();
        running.commands(token, Command.RETRACT, "");
        running.taps(token, "_confirm", "yes");
        remove(token, "partner");
        assertThat(running.everything(token)).doesNotContain(SECRET);
        assertThat(sketches(token)).noneMatch(one -> one.contains(SECRET));
    }

    @Test
    void anErrorThatRepeatsTypedWordsGoesToo() {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        running.says(token, "partner", "Stadt");
        running.says(token, "ziele", "4711");
        running.taps(token, "ziele", "wissen");
        assertThat(running.everything(token)).contains("4711");
        remove(token, "ziele");
        assertThat(running.everything(token)).doesNotContain("4711");
    }

    /// The sealed form could still be opened with the key of the conversation.
    @Test
    void notEvenTheSealedFormIsLeftOnceTheDatabaseIsClosed() throws Exception {
        var token = submitted();
        var id = running.id(token);
        var before = sealed(id.value());
        assertThat(before).hasSizeGreaterThan(3);
        remove(token, "partner");
        var after = sealed(id.value());
        running.close();
        var file = java.nio.file.Files.readAllBytes(running.data.resolve("skizzenlotse.db"));
        var text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        before.removeAll(after);
        assertThat(before).isNotEmpty().noneMatch(text::contains);
        assertThat(after).allMatch(text::contains);
        running = new Running(folder.resolve("another"));
    }

    private List<String> sealed(String id) {
        return running.database.read(handle -> {
            var all = new ArrayList<String>();
            for (var table : List.of("history", "message"))
                all.addAll(
                        handle.createQuery(
                                        "select payload from "
                                                + table
                                                + " where conversation_id = :id")
                                .bind("id", id)
                                .map((rows, _) ->
                                        new String(
                                                rows.getBytes("payload"),
                                                java.nio.charset.StandardCharsets.ISO_8859_1))
                                .list());
            return all;
        });
    }
}
