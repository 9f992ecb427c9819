// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;

/// Conversations in the middle of something when a new version comes into force to which a
/// migration leads.
class MigratedTest extends OnRunning {
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String HEAD = "probe/dialog.yaml";
    private static final String FILE = "probe/migrations/neu.yaml";
    private static final String CANARY = "Kanarienvogel";

    /// The sound dialog with another name for an option that people chose.
    private static DialogText renamedOption() {
        return DialogText.sound()
                .replaced(IDEA, "{id: firma, text: Eine Firma", "{id: betrieb, text: Ein Betrieb")
                .replaced(HEAD, "[staat, firma]", "[staat, betrieb]");
    }

    private DialogText migrated(DialogText text, String changes) {
        var from = running.published.inForce("probe").orElseThrow().hash();
        return text.with(
                FILE,
                "from: \"%s\"\nto: this\nchanges:\n%s\ntell: %s\n"
                        .formatted(from.substring(0, 12), changes, "Es heißt jetzt Betrieb."));
    }

    private String option(String token, String step) {
        return running.stored(token).conversation().answer(new StepId(step)).orElseThrow().value()
                        instanceof Value.Chosen(var option, _)
                ? option
                : "";
    }

    private static String said(View view) {
        return view.messages().stream()
                .map(one -> one.message().text())
                .collect(Collectors.joining("\n"));
    }

    private void foldsToItsState(String token) {
        var stored = running.stored(token);
        assertThat(Happened.fold(stored.conversation().id(), running.history(token)))
                .isEqualTo(stored.conversation());
    }

    @Test
    void aRenamedOptionIsRefusedWithoutAndGoesOnWithAMigration() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        assertThat(running.puts(renamedOption()).getFirst().refused()).isTrue();
        running.publish(
                migrated(renamedOption(), "  - options: {step: traeger, map: {firma: betrieb}}"));
        assertThat(running.view(token).expects().step().value()).isEqualTo("partner");
        running.restart();
        var view = running.says(token, "partner", "Verein Beispiel");
        assertThat(said(view)).contains("Es heißt jetzt Betrieb.", "bleibt stehen");
        assertThat(view.expects().step().value()).isEqualTo("ziele");
        assertThat(option(token, "traeger")).isEqualTo("betrieb");
        assertThat(running.stored(token).conversation().dialogHash())
                .isEqualTo(running.published.inForce("probe").orElseThrow().hash());
        foldsToItsState(token);
        assertThat(said(running.taps(token, "ziele", "zeit"))).doesNotContain("heißt jetzt");
    }

    @Test
    void whoChoseWhatIsGoneIsAskedAgainWithTheReasonAndTheOldAnswer() throws Exception {
        var token = running.answered("Verein Beispiel");
        running.publish(
                migrated(
                        renamedOption(),
                        "  - options: {step: traeger, again: [firma], because: Firmen sind raus.}\n"
                                + "  - keep: {steps: [partner], parts: [outcomes]}"));
        assertThat(running.view(token).expects().step().value()).isEqualTo("_review");
        var view = running.taps(token, "_review", "submit");
        assertThat(said(view)).contains("Firmen sind raus.", "Eine Firma", "nicht übernommen");
        assertThat(view.expects().step().value()).isEqualTo("traeger");
        assertThat(running.stored(token).conversation().lifecycle().revision()).isZero();
        foldsToItsState(token);
        view = running.taps(token, "traeger", "betrieb");
        assertThat(view.expects().step().value()).isEqualTo("_review");
        assertThat(said(running.taps(token, "_review", "submit"))).contains("Danke");
    }

    @Test
    void anAnswerToTheOldNameOfAQuestionFindsTheNewOne() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, "- ask: partner", "- ask: mitwirkende"),
                        "  - rename: {from: partner, to: mitwirkende}\n"
                                + "  - keep: {parts: [sketch]}"));
        running.says(token, "partner", CANARY);
        var answers = running.stored(token).conversation().answers();
        assertThat(answers).containsKey(new StepId("mitwirkende"));
        assertThat(answers).doesNotContainKey(new StepId("partner"));
        assertThat(running.view(token).expects().step().value()).isEqualTo("ziele");
    }

    @Test
    void takingAnAnswerOutFindsWhatWasSaidUnderItsOldName() throws Exception {
        var token = running.answered(CANARY);
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, "- ask: partner", "- ask: mitwirkende"),
                        "  - rename: {from: partner, to: mitwirkende}\n"
                                + "  - keep: {parts: [sketch]}"));
        running.commands(token, Command.OVERVIEW, "");
        assertThat(running.everything(token)).contains(CANARY);
        running.commands(token, Command.REDACT, "mitwirkende");
        running.taps(token, "_confirm", "yes");
        assertThat(running.everything(token)).doesNotContain(CANARY);
        foldsToItsState(token);
    }

    @Test
    void whatIsDroppedIsErasedFromEverything() throws Exception {
        var token = running.answered(CANARY);
        var partner = passage(IDEA, "  - ask: partner", "  - ask: ziele");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, partner, ""),
                        "  - drop: partner\n  - keep: {parts: [sketch]}"));
        running.commands(token, Command.OVERVIEW, "");
        assertThat(running.everything(token)).doesNotContain(CANARY);
        foldsToItsState(token);
    }

    @Test
    void whatIsKeptLiesThereStill() throws Exception {
        var token = running.answered(CANARY);
        var partner = passage(IDEA, "  - ask: partner", "  - ask: ziele");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, partner, ""),
                        "  - drop: {step: partner, answers: keep}\n  - keep: {parts: [sketch]}"));
        running.commands(token, Command.OVERVIEW, "");
        assertThat(running.everything(token)).contains(CANARY);
        foldsToItsState(token);
    }

    @Test
    void onlyWhatIsNotValidAnyMoreIsAskedAgain() throws Exception {
        var little = running.begun();
        running.taps(little, "traeger", "verein");
        running.taps(little, "ziele", "wissen");
        running.says(little, "stunden", "3");
        var much = running.begun();
        running.taps(much, "traeger", "verein");
        running.taps(much, "ziele", "wissen");
        running.says(much, "stunden", "50");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, "max: 60", "max: 40"),
                        "  - reask: {step: stunden, only: unfit, because: Mehr zählt nicht.}"));
        var view = running.commands(little, Command.OVERVIEW, "");
        assertThat(said(view)).doesNotContain("Mehr zählt nicht.");
        assertThat(view.expects().step().value()).isEqualTo("_review");
        view = running.commands(much, Command.OVERVIEW, "");
        assertThat(said(view)).contains("Mehr zählt nicht.", "50 Stunden");
        assertThat(view.expects().step().value()).isEqualTo("stunden");
    }

    @Test
    void anAnswerToAQuestionThatMeansSomethingElseNowIsNotTaken() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "verein");
        running.taps(token, "ziele", "wissen");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, "unit: Stunden", "unit: Tage"),
                        "  - reask: {step: stunden, because: Jetzt zählen Tage.}"));
        var view = running.says(token, "stunden", "8");
        assertThat(said(view)).contains("nicht übernommen");
        assertThat(view.expects().step().value()).isEqualTo("stunden");
        assertThat(running.stored(token).conversation().answer(new StepId("stunden"))).isEmpty();
    }

    @Test
    void whatWasHandedInStaysAndNothingReopensByItself() throws Exception {
        var token = running.answered("Verein Beispiel");
        running.taps(token, "_review", "submit");
        var handedIn = running.stored(token).conversation();
        assertThat(handedIn.lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
        running.publish(
                migrated(
                        renamedOption(),
                        "  - options: {step: traeger, again: [firma], because: Firmen sind raus.}\n"
                                + "  - keep: {steps: [partner], parts: [outcomes]}"));
        var view = running.commands(token, Command.HELP, "");
        assertThat(said(view)).contains("bleibt, wie es ist");
        assertThat(view.expects().step().value()).isEqualTo("_submitted");
        assertThat(running.stored(token).conversation().lifecycle())
                .isEqualTo(new Lifecycle.Submitted(1));
        foldsToItsState(token);
    }

    @Test
    void migrationsFollowOnEachOther() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        running.publish(
                migrated(renamedOption(), "  - options: {step: traeger, map: {firma: betrieb}}"));
        var second =
                renamedOption()
                        .replaced(IDEA, "{id: betrieb,", "{id: laden,")
                        .replaced(HEAD, "[staat, betrieb]", "[staat, laden]");
        running.publish(migrated(second, "  - options: {step: traeger, map: {betrieb: laden}}"));
        running.restart();
        running.says(token, "partner", "Verein Beispiel");
        assertThat(option(token, "traeger")).isEqualTo("laden");
        foldsToItsState(token);
    }

    @Test
    void oneBecomesTwoAndTwoBecomeOne() throws Exception {
        var token = running.answered(CANARY);
        var partner = passage(IDEA, "  - ask: partner", "  - ask: ziele");
        var one = partner.replace("ask: partner", "ask: mitmacht");
        var two = partner.replace("ask: partner", "ask: bezahlt");
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, partner, one + two),
                        "  - split: {from: partner, to: [mitmacht, bezahlt], into: mitmacht}\n"
                                + "  - keep: {parts: [sketch]}"));
        var view = running.commands(token, Command.OVERVIEW, "");
        assertThat(view.expects().step().value()).isEqualTo("bezahlt");
        running.says(token, "bezahlt", "Stiftung");
        running.publish(
                migrated(
                        DialogText.sound(),
                        "  - merge: {from: [mitmacht, bezahlt], to: partner}\n"
                                + "  - keep: {parts: [sketch]}"));
        running.commands(token, Command.OVERVIEW, "");
        assertThat(running.stored(token).conversation().answer(new StepId("partner")))
                .map(Answer::value)
                .contains(new Value.Text(CANARY + "\n\nStiftung"));
        foldsToItsState(token);
    }

    @Test
    void anotherConsentTextIsAskedAboutFirstAndMovesAnswersAllTheSame() throws Exception {
        var token = running.answered(CANARY);
        var asked = "Dürfen wir eure Antworten speichern?";
        running.publish(
                migrated(
                        DialogText.sound()
                                .replaced("probe/groups/start.yaml", asked, "Ist das recht?")
                                .replaced(IDEA, "- ask: partner", "- ask: mitwirkende"),
                        """
                          - reask: einwilligung
                          - rename: {from: partner, to: mitwirkende}
                          - keep: {parts: [sketch]}\
                        """));
        var view = running.commands(token, Command.OVERVIEW, "");
        assertThat(view.expects().step().value()).isEqualTo("einwilligung");
        assertThat(running.stored(token).conversation().answers())
                .containsKey(new StepId("mitwirkende"));
        foldsToItsState(token);
        view = running.taps(token, "einwilligung", "yes");
        assertThat(view.expects().step().value()).isEqualTo("_review");
        foldsToItsState(token);
    }

    @Test
    void whatWasChangedUnderAnOldNameIsGoneFromTheHistoryOnceItIsHandedIn() throws Exception {
        var token = running.answered(CANARY);
        running.publish(
                migrated(
                        DialogText.sound().replaced(IDEA, "- ask: partner", "- ask: mitwirkende"),
                        "  - rename: {from: partner, to: mitwirkende}\n"
                                + "  - keep: {parts: [sketch]}"));
        running.commands(token, Command.CHANGE, "mitwirkende");
        running.says(token, "mitwirkende", "Verein Beispiel");
        running.taps(token, "_review", "submit");
        assertThat(running.everything(token)).doesNotContain(CANARY).contains("Verein Beispiel");
        foldsToItsState(token);
    }

    @Test
    void aPinnedConversationStaysOnItsVersionUntilItsDay() throws Exception {
        var token = running.begun();
        running.taps(token, "traeger", "firma");
        var until = running.now.plusSeconds(86_400);
        running.published.pin(running.id(token), until);
        running.publish(
                migrated(renamedOption(), "  - options: {step: traeger, map: {firma: betrieb}}"));
        running.says(token, "partner", "Verein Beispiel");
        assertThat(option(token, "traeger")).isEqualTo("firma");
        running.waits(java.time.Duration.ofDays(2));
        running.taps(token, "ziele", "wissen");
        assertThat(option(token, "traeger")).isEqualTo("betrieb");
    }

    private static String passage(String file, String from, String to) {
        var content = DialogText.sound().content(file);
        return content.substring(content.indexOf(from), content.indexOf(to));
    }
}
