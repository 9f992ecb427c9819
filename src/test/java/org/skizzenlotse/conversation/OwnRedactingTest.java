// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.store.SubmissionStore;

/// Who works along takes out what is theirs alone; what others said to the same stays.
class OwnRedactingTest extends OnRunning {
    private static final String MINE = "Geheimes von Xanthippe";
    private static final String THEIRS = "Nachbarn von Benedikta";

    private String sketch(String token, int revision) {
        var store = new SubmissionStore(running.database);
        return store.find(running.id(token), revision).orElseThrow().sketch();
    }

    private Answer answer(String token, String step) {
        return running.stored(token).conversation().answer(new StepId(step)).orElseThrow();
    }

    private void removes(String token, String step) {
        running.commands(token, Command.REDACT, step);
        running.taps(token, "_confirm", "yes");
    }

    @Test
    void onesOwnGoesEverywhereAndWhatAnotherHandedInStays() {
        var token = running.answered(THEIRS);
        var other = running.joins(token, "Xanthippe");
        running.taps(token, "_review", "submit");
        running.commands(other, Command.CHANGE, "partner");
        running.says(other, "partner", MINE);
        running.commands(token, Command.OVERVIEW, "");
        running.taps(token, "_review", "submit");
        assertThat(sketch(token, 2)).contains(MINE);

        removes(other, "partner");

        assertThat(running.everything(token)).doesNotContain(MINE);
        assertThat(sketch(token, 2)).doesNotContain(MINE).contains("entfernt am");
        assertThat(sketch(token, 1)).contains(THEIRS).doesNotContain("entfernt am");
        assertThat(answer(token, "partner").status()).isEqualTo(Answer.Status.REMOVED);
        assertThat(answer(token, "partner").provenance().by()).isEqualTo("person_2");
        assertThat(Happened.fold(running.id(token), running.history(token)))
                .isEqualTo(running.stored(token).conversation());
    }

    @Test
    void whatAnotherSaidToTheSameQuestionStaysInTheTalk() {
        var token = running.begun();
        var other = running.joins(token, "Xanthippe");
        running.taps(token, "traeger", "firma");
        running.says(token, "partner", THEIRS);
        running.commands(other, Command.CHANGE, "partner");
        running.says(other, "partner", MINE);
        removes(other, "partner");
        assertThat(running.everything(token)).contains(THEIRS).doesNotContain(MINE);
    }

    @Test
    void theOneWhoIsResponsibleTakesOutWhatAllSaidToIt() {
        var token = running.begun();
        var other = running.joins(token, "Xanthippe");
        running.taps(token, "traeger", "firma");
        running.says(token, "partner", THEIRS);
        running.commands(other, Command.CHANGE, "partner");
        running.says(other, "partner", MINE);
        removes(token, "partner");
        assertThat(running.everything(token)).doesNotContain(THEIRS, MINE);
    }

    @Test
    void nobodyTakesOutWhatIsNotTheirs() {
        var token = running.answered(THEIRS);
        var other = running.joins(token, "Xanthippe");
        removes(other, "partner");
        assertThat(running.everything(token)).contains(THEIRS);
        running.commands(token, Command.REDACT, "partner");
        running.taps(other, "_confirm", "yes");
        assertThat(answer(token, "partner").given()).isPresent();
    }

    @Test
    void staffTakesOutEverythingWhoeverIsResponsible() {
        var token = running.answered(THEIRS);
        var other = running.joins(token, "Xanthippe");
        running.commands(token, Command.HAND_OVER, "");
        running.says(token, "_hand_over", "Xanthippe");
        running.commands(other, Command.HAND_OVER, "");
        running.taps(other, "_confirm", "yes");
        running.commands(other, Command.CHANGE, "partner");
        running.says(other, "partner", MINE);
        assertThat(running.conversations.redacting().redact(running.id(token), "partner")).isTrue();
        assertThat(running.everything(token)).doesNotContain(THEIRS, MINE);
    }
}
