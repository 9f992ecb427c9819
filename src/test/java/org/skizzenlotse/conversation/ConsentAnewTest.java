// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.ConsentTextStore;
import org.skizzenlotse.store.SubmissionStore;

/// Whoever agreed to one text is asked again when another one is in force, and until then nothing
/// is added.
class ConsentAnewTest {
    private static final StepId CONSENT = new StepId("einwilligung");
    private static final String CANARY = "Kanarienvogel-Rotkehlchen";

    @TempDir Path folder;
    @AutoClose private Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publish(
                DialogText.sound()
                        .replaced(
                                "probe/dialog.yaml",
                                "  frist: {type: date",
                                "  empfaenger: {type: text, label: Wer es liest}\n"
                                        + "  frist: {type: date")
                        .replaced(
                                "probe/groups/start.yaml",
                                "text: Dürfen wir eure Antworten speichern?",
                                "text: Dürfen wir?\n    notice: \"Es liest: {empfaenger}\"")
                        .replaced(
                                "probe/groups/idee.yaml",
                                "- ask: beginn",
                                """
                                - ask: erzaehlen
                                    catalogue: none
                                    type: consent
                                    purpose: erzaehlen
                                    required: false
                                    text: Dürfen wir davon erzählen?
                                    notice: "Es erzählt: {empfaenger}"
                                    short: Erzählen
                                    why: Das macht Mut.
                                    privacy: {personal: false, purpose: skizze, keep: P1Y}
                                  - ask: beginn\
                                """)
                        .replaced(
                                "probe/sketch.yaml",
                                "internal: [einwilligung]",
                                "internal: [einwilligung, erzaehlen]"));
    }

    private void recipientsAre(String recipients) {
        running.told.put("empfaenger", new Value.Text(recipients));
        running.again();
    }

    private String answeredAndTelling(String option) {
        var token = running.answered("Initiative");
        running.taps(token, "erzaehlen", option);
        return token;
    }

    private Answer consent(String token) {
        return running.stored(token).conversation().answer(CONSENT).orElseThrow();
    }

    private String agreedText(Answer answer) {
        return new ConsentTextStore(running.database)
                .find(answer.provenance().wording())
                .orElseThrow();
    }

    private static String said(View view) {
        return view.messages().stream()
                .map(one -> one.message().text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theReceiptNamesTheTextThatWasShownWithItsFacts() {
        var token = running.begun();
        var answer = consent(token);
        assertThat(agreedText(answer)).isEqualTo("Dürfen wir?\n\nEs liest: das Team");
        assertThat(answer.provenance().wording())
                .isEqualTo(ShownConsents.hash("Dürfen wir?\n\nEs liest: das Team"));
        assertThat(answer.provenance().channel()).isEqualTo("web");
        assertThat(answer.provenance().variant()).isEqualTo("de");
        assertThat(answer.provenance().at()).isEqualTo(running.now());
    }

    @Test
    void aNewRecipientIsAskedAboutBeforeAnythingIsAdded() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        var agreed = consent(token);
        recipientsAre("das Team und der Verein Beispiel");
        assertThat(running.view(token).expects().step()).isEqualTo(CONSENT);
        assertThat(running.view(token).expects().current()).isNull();
        var view = running.says(token, "partner", CANARY);
        assertThat(said(view))
                .contains("nicht gespeichert")
                .contains("„Einwilligung“ geändert")
                .contains("Neu ist:\n\n- Es liest: das Team und der Verein Beispiel")
                .doesNotContain("Neu ist:\n\n- Dürfen wir?");
        running.taps(token, "partner", CANARY);
        running.commands(token, Command.CHANGE, "traeger");
        running.commands(token, Command.UNDO, "");
        assertThat(running.everything(token)).doesNotContain(CANARY);
        assertThat(running.answers(token)).contains("firma");
        assertThat(consent(token)).isEqualTo(agreed);
        running.waits(Duration.ofMinutes(1));
        var on = running.taps(token, "einwilligung", "yes");
        assertThat(on.expects().step()).isEqualTo(new StepId("partner"));
        assertThat(agreedText(consent(token))).contains("der Verein Beispiel");
        assertThat(agreedText(agreed)).doesNotContain("der Verein Beispiel");
        assertThat(running.says(token, "partner", "Initiative").expects().step())
                .isEqualTo(new StepId("ziele"));
    }

    @Test
    void aYesToAnotherQuestionIsNoYesToATextThatNobodySaw() {
        var token = running.begun();
        recipientsAre("alle Welt");
        var view = running.takes(token, new Input.Said(null, "ja"));
        assertThat(said(view)).contains("nicht gespeichert").contains("alle Welt");
        assertThat(view.expects().step()).isEqualTo(CONSENT);
        assertThat(running.takes(token, new Input.Said(null, "ja")).expects().step())
                .isEqualTo(new StepId("traeger"));
    }

    @Test
    void aNoIsExplainedAndConfirmedLikeAWithdrawal() {
        var token = running.begun();
        recipientsAre("alle Welt");
        var asked = running.taps(token, "einwilligung", "no");
        assertThat(asked.expects().text()).contains("löschen wir dann alles sofort");
        assertThat(running.taps(token, "_confirm", "no").expects().step()).isEqualTo(CONSENT);
        running.taps(token, "einwilligung", "no");
        running.taps(token, "_confirm", "yes");
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void whoDoesNotAgreeAnyMoreCanWithdrawByTheWordToo() {
        var token = running.begun();
        recipientsAre("alle Welt");
        running.takes(token, new Input.Said(null, "widerruf"));
        running.taps(token, "_confirm", "yes");
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void aSubmittedSketchIsAskedAboutAtTheNextVisitAndStaysAsItIs() {
        var token = answeredAndTelling("no");
        var reference = running.taps(token, "_review", "submit").reference();
        var submissions = new SubmissionStore(running.database);
        var sent = submissions.find(running.id(token), 1);
        recipientsAre("alle Welt");
        assertThat(running.view(token).expects().step()).isEqualTo(CONSENT);
        assertThat(submissions.find(running.id(token), 1)).isEqualTo(sent);
        var view = running.taps(token, "einwilligung", "yes");
        assertThat(view.lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        assertThat(view.reference()).isEqualTo(reference);
        assertThat(view.expects().step()).isEqualTo(new StepId("_submitted"));
    }

    @Test
    void aNoAfterSubmittingStopsTheProcessing() {
        var token = answeredAndTelling("no");
        running.taps(token, "_review", "submit");
        recipientsAre("alle Welt");
        var asked = running.taps(token, "einwilligung", "no");
        assertThat(asked.expects().text()).contains("Das Team verarbeitet dann nichts davon");
        var view = running.taps(token, "_confirm", "yes");
        assertThat(view.lifecycle()).isEqualTo(new Lifecycle.Withdrawn(1));
    }

    @Test
    void anOptionalYesIsAskedForAgainAndAnOptionalNoIsNot() {
        var yes = answeredAndTelling("yes");
        var no = answeredAndTelling("no");
        recipientsAre("alle Welt");
        assertThat(running.taps(no, "einwilligung", "yes").expects().step())
                .isEqualTo(new StepId("_review"));
        var view = running.taps(yes, "einwilligung", "yes");
        assertThat(view.expects().step()).isEqualTo(new StepId("erzaehlen"));
        assertThat(said(view)).contains("Euer früheres Ja gilt bis dahin nicht");
        running.taps(yes, "erzaehlen", "no");
        assertThat(running.stored(yes).conversation().answer(new StepId("erzaehlen")))
                .hasValueSatisfying(
                        answer -> assertThat(answer.value()).isEqualTo(new Value.Decision(false)));
    }

    @Test
    void receiptsOutliveTheSubmission() {
        var token = answeredAndTelling("no");
        recipientsAre("alle Welt");
        running.taps(token, "einwilligung", "yes");
        running.taps(token, "_review", "submit");
        var receipts =
                running.history(token).stream()
                        .filter(Happened.Answered.class::isInstance)
                        .map(Happened.Answered.class::cast)
                        .filter(one -> one.step().equals(CONSENT))
                        .map(one -> agreedText(one.answer()))
                        .toList();
        assertThat(receipts)
                .isEqualTo(
                        List.of(
                                "Dürfen wir?\n\nEs liest: das Team",
                                "Dürfen wir?\n\nEs liest: alle Welt"));
    }

    @Test
    void aDraftThatWaitsForANewYesIsNotSweptLikeOneWithoutAny() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        recipientsAre("alle Welt");
        running.waits(Duration.ofHours(25));
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.runDue();
        }
        assertThat(running.answers(token)).contains("firma");
        assertThat(running.view(token).messages())
                .noneMatch(one -> one.message().kind() == Message.Kind.REMINDER);
    }

    @Test
    void thatADraftEndsIsAnnouncedAlsoWhileANewYesIsMissing() throws Exception {
        var token = running.begun();
        recipientsAre("alle Welt");
        running.waits(Duration.ofDays(50));
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.runDue();
        }
        assertThat(running.view(token).messages())
                .anyMatch(one -> one.message().text().contains("hat lange niemand"));
    }

    @Test
    void noByteOfAFileComesInBeforeTheNewYes() throws Exception {
        try (var stacked = new Stacked(folder.resolve("files"))) {
            var installed = stacked.running;
            var sound = Stacked.dialog();
            installed.publish(
                    sound.replaced(
                                    "probe/dialog.yaml",
                                    "  frist: {type: date",
                                    "  empfaenger: {type: text, label: Wer es liest}\n"
                                            + "  frist: {type: date")
                            .replaced(
                                    "probe/groups/start.yaml",
                                    "text: Dürfen wir eure Antworten speichern?",
                                    "text: Dürfen wir?\n    notice: \"Es liest: {empfaenger}\""));
            var token = installed.begun();
            var desk = installed.conversations.files();
            var whole = new FileDesk.Announced(Stacked.STEP, "", "a.txt", 10);
            var begun = ((FileDesk.Begun.Ready) desk.begin(token, whole)).id();
            var link = desk.link(token, Stacked.STEP).orElseThrow().secret();
            installed.told.put("empfaenger", new Value.Text("alle Welt"));
            installed.again();
            desk = installed.conversations.files();
            var refused = new FileDesk.Begun.Refused(FileFault.NOT_HERE, List.of());
            assertThat(desk.begin(token, whole)).isEqualTo(refused);
            assertThat(desk.beginByLink(link, "a.txt", 10)).isEqualTo(refused);
            assertThat(desk.link(token, Stacked.STEP)).isEmpty();
            var bytes = CANARY.getBytes(UTF_8);
            assertThat(desk.append(token, begun, 0, new ByteArrayInputStream(bytes)))
                    .isEqualTo(new FileDesk.Appended.Refused(FileFault.NOT_HERE, List.of()));
            assertThat(desk.file(token, begun).orElseThrow().received()).isZero();
            installed.taps(token, "einwilligung", "yes");
            assertThat(desk.begin(token, whole)).isInstanceOf(FileDesk.Begun.Ready.class);
        }
    }
}
