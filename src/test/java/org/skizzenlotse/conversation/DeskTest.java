// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Remark;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.DeskDue;
import org.skizzenlotse.store.SubmissionStore;

/// What staff say reaches the applicants, and what they answer comes back into the sketch.
class DeskTest extends OnRunning {
    private static final String KIM = "kim";

    private String submitted() {
        var token = running.answered("Amt");
        running.taps(token, "_review", "submit");
        return token;
    }

    private Desk desk() {
        return running.conversations.desk();
    }

    private String asked(String token) {
        return running.view(token).expects().step().value();
    }

    private Sketch sketch(String token, int revision) {
        var stored = new SubmissionStore(running.database).find(running.id(token), revision);
        return SketchJson.read(stored.orElseThrow().sketch());
    }

    @Test
    void aQuestionIsAskedAndItsAnswerIsInTheNextRevision() {
        var token = submitted();
        assertThat(desk().ask(running.id(token), "Seit wann gibt es die *Liste*?", KIM)).isTrue();

        var asks = running.view(token).expects();
        assertThat(asks.step().value()).isEqualTo("_asked");
        assertThat(asks.type()).isEqualTo("long_text");
        assertThat(asks.text()).contains("Das Team fragt", "Seit wann gibt es die \\*Liste\\*?");

        running.says(token, "_asked", "Seit März.");
        assertThat(asked(token)).isEqualTo("_submitted");
        assertThat(sketch(token, 1).asked()).isEmpty();
        var revised = sketch(token, 2);
        assertThat(revised.asked())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.question()).isEqualTo("Seit wann gibt es die *Liste*?");
                    assertThat(one.answer()).isEqualTo("Seit März.");
                });
        assertThat(new SketchMarkdown(java.time.ZoneOffset.UTC).render(revised))
                .contains("Rückfragen", "Seit wann gibt es", "Seit März.");
        assertThat(desk().exchange(running.id(token)))
                .extracting(one -> one.remark().kind())
                .containsExactly(Remark.Kind.QUESTION, Remark.Kind.ANSWER);
    }

    @Test
    void severalQuestionsAreAskedOneAfterTheOther() {
        var token = submitted();
        desk().ask(running.id(token), "Erstens?", KIM);
        desk().ask(running.id(token), "Zweitens?", KIM);
        assertThat(running.view(token).expects().text()).contains("Erstens?");
        running.says(token, "_asked", "eins");
        assertThat(running.view(token).expects().text()).contains("Zweitens?");
        running.says(token, "_asked", "zwei");
        assertThat(asked(token)).isEqualTo("_submitted");
        assertThat(sketch(token, 3).asked()).hasSize(2);
    }

    @Test
    void commandsWorkWhileStaffAsk() {
        var token = submitted();
        desk().ask(running.id(token), "Und?", KIM);
        running.commands(token, Command.PAUSE, "");
        assertThat(asked(token)).isEqualTo("_paused");
        running.commands(token, Command.CONTINUE, "");
        assertThat(asked(token)).isEqualTo("_asked");
        running.says(token, "_asked", "hilfe");
        assertThat(asked(token)).isEqualTo("_asked");
        assertThat(desk().consultation(running.id(token)).asked()).isPresent();
    }

    @Test
    void aReopenedAnswerIsAskedAgainAndNothingElse() {
        var token = submitted();
        var steps = Set.of(new StepId("partner"), new StepId("nirgends"));
        assertThat(desk().reopen(running.id(token), steps, "Wer genau?", KIM)).isTrue();
        assertThat(asked(token)).isEqualTo("partner");

        running.says(token, "partner", "Das Jugendamt");
        assertThat(asked(token)).isEqualTo("_review");
        running.taps(token, "_review", "submit");
        assertThat(running.stored(token).conversation().lifecycle())
                .isEqualTo(new Lifecycle.Submitted(2));
        assertThat(new SketchJson().render(sketch(token, 2))).contains("Das Jugendamt");
    }

    @Test
    void aReopenedAnswerMayStayAsItIs() {
        var token = submitted();
        var id = running.id(token);
        desk().reopen(id, Set.of(new StepId("partner"), new StepId("stunden")), "?", KIM);
        running.commands(token, Command.CONTINUE, "");
        assertThat(asked(token)).isEqualTo("stunden");
        running.says(token, "stunden", "8");
        assertThat(asked(token)).isEqualTo("_review");
    }

    @Test
    void whatCannotBeAskedAgainIsNotReopened() {
        var token = submitted();
        var id = running.id(token);
        assertThat(desk().reopenable(id)).doesNotContain(new StepId("einwilligung"));
        assertThat(desk().reopen(id, Set.of(new StepId("einwilligung")), "?", KIM)).isFalse();
        assertThat(asked(token)).isEqualTo("_submitted");
    }

    @Test
    void wordsAfterHandingInReachTheDesk() {
        var token = submitted();
        running.says(token, "_submitted", "Wann meldet ihr euch?");
        assertThat(desk().exchange(running.id(token)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.remark().text()).isEqualTo("Wann meldet ihr euch?");
                    assertThat(one.delivery()).isEqualTo(Exchange.Delivery.FROM_THEM);
                });
        assertThat(number("select count(*) from outbox where kind = 'remark'")).isEqualTo(1);
    }

    @Test
    void aStatusIsSaidWithItsReasonAndItsOffer() {
        var token = submitted();
        var statement =
                new Desk.Statement(
                        "not_this_time",
                        "",
                        "Dafür fehlt uns die Zeit.",
                        "Die Sprechstunde",
                        false);
        assertThat(desk().state(running.id(token), statement, KIM)).isTrue();
        assertThat(running.everything(token))
                .contains("diesmal nicht", "Dafür fehlt uns die Zeit.", "Die Sprechstunde");
        assertThat(desk().consultation(running.id(token)).status()).isEqualTo("not_this_time");
        assertThat(status(token)).isEqualTo("not_this_time");
        assertThat(asked(token)).isEqualTo("_submitted");
    }

    @Test
    void whatIsClosedOpensAgainWhenStaffAskSomething() {
        var token = submitted();
        var id = running.id(token);
        desk().state(id, new Desk.Statement("done", "", "", "", true), KIM);
        assertThat(running.stored(token).conversation().lifecycle())
                .isEqualTo(new Lifecycle.Closed(1));
        assertThat(desk().ask(id, "Doch noch etwas?", KIM)).isTrue();
        assertThat(asked(token)).isEqualTo("_asked");
    }

    @Test
    void aTimeIsChosenOfThoseThatAreProposed() {
        var token = submitted();
        var id = running.id(token);
        var first = running.now().plus(Duration.ofDays(2));
        var times = List.of(first, first.plus(Duration.ofDays(1)));
        desk().propose(id, Meeting.proposed(times, 45, "per Video"), KIM);
        assertThat(running.view(token).expects().options()).hasSize(3);
        running.says(token, "_meeting", "2");
        assertThat(desk().agreed(id).orElseThrow().meeting().time()).contains(times.get(1));
        assertThat(asked(token)).isEqualTo("_submitted");

        desk().propose(id, Meeting.proposed(times, 45, "per Video"), KIM);
        running.taps(token, "_meeting", "none");
        assertThat(desk().agreed(id)).isEmpty();
        assertThat(asked(token)).isEqualTo("_submitted");
    }

    @Test
    void aDraftAndWhatWasTakenBackHearNothing() {
        var draft = running.answered("Amt");
        assertThat(desk().ask(running.id(draft), "Und?", KIM)).isFalse();
        var token = submitted();
        running.commands(token, Command.RETRACT, "");
        running.taps(token, "_confirm", "yes");
        assertThat(desk().reach(running.id(token)).obstacle()).isEqualTo(Reach.Obstacle.OVER);
        assertThat(desk().ask(running.id(token), "Und?", KIM)).isFalse();
    }

    @Test
    void whoLeftNoAddressIsNotReachedAndThatIsKnownBefore() {
        var token = submitted();
        assertThat(desk().reach(running.id(token)).isReached()).isFalse();
        desk().ask(running.id(token), "Und?", KIM);
        assertThat(desk().exchange(running.id(token)).getFirst().delivery())
                .isEqualTo(Exchange.Delivery.LIES_THERE);
    }

    @Test
    void noWordsAndTooManyAreRefused() {
        var id = running.id(submitted());
        assertThatThrownBy(() -> desk().ask(id, "  ", KIM))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk().ask(id, "a".repeat(Remark.TEXT_MAX + 1), KIM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHistoryFoldsToTheStateAndTheDeskGoesWithTheConversation() {
        var token = submitted();
        var id = running.id(token);
        desk().ask(id, "Und?", KIM);
        running.says(token, "_asked", "So.");
        desk().propose(id, Meeting.proposed(List.of(running.now()), 30, "hier"), KIM);
        desk().state(id, new Desk.Statement("reading", "", "", "", false), KIM);
        assertThat(Happened.fold(id, running.history(token)))
                .isEqualTo(running.stored(token).conversation());
        running.conversations.erase(id);
        assertThat(number("select count(*) from desk")).isZero();
        assertThat(number("select count(*) from desk_text")).isZero();
    }

    @Test
    void staffAreRemindedOfAPromiseOnceAndNotOnceTheyAnswered() {
        var token = submitted();
        var due = new DeskDue(running.database);
        assertThat(due.remind(running.now())).isZero();
        running.waits(Duration.ofDays(12));
        assertThat(due.remind(running.now())).isEqualTo(1);
        assertThat(due.remind(running.now())).isZero();

        var answered = submitted();
        desk().state(running.id(answered), new Desk.Statement("advising", "", "", "", false), KIM);
        running.waits(Duration.ofDays(13));
        assertThat(due.remind(running.now())).isZero();
        assertThat(running.id(token)).isNotEqualTo(running.id(answered));
    }

    private int number(String query) {
        return running.database.read(handle -> handle.select(query).mapTo(Integer.class).one());
    }

    private String status(String token) {
        return running.database.read(handle ->
                handle.select(
                                "select status from desk where conversation_id = ?",
                                running.id(token).value())
                        .mapTo(String.class)
                        .one());
    }
}
