// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.WakeUpStore;

class WakeUpsTest extends OnRunning {
    @Test
    void withoutConsentAConversationIsSweptAfterADay() throws Exception {
        var silent = running.open();
        var agreed = running.begun();
        running.waits(Duration.ofHours(23));
        due();
        assertThat(running.conversations.view(silent)).isInstanceOf(Outcome.Done.class);
        running.waits(Duration.ofHours(1));
        due();
        assertThat(running.conversations.view(silent)).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.view(agreed)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReminderComesOnceAndOnlyByDay() throws Exception {
        var token = running.begun();
        for (int i = 0; i < 5; i++) {
            running.waits(Duration.ofDays(1));
            due();
            due();
        }
        assertThat(
                        running.view(token).messages().stream()
                                .filter(one -> one.message().kind() == Message.Kind.REMINDER))
                .hasSize(1);
    }

    @Test
    void aDraftThatNobodyComesBackToIsAnnouncedAndErased() throws Exception {
        var token = running.answered("Initiative");
        for (int i = 0; i < 59; i++) {
            running.waits(Duration.ofDays(1));
            due();
        }
        assertThat(said(token, "löschen wir")).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            running.waits(Duration.ofDays(1));
            due();
        }
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void whoWantsNoRemindersGetsNoneAfterARestartEither() throws Exception {
        var token = running.begun();
        running.commands(token, Command.NO_REMINDERS, "");
        running.restart();
        for (int i = 0; i < 20; i++) {
            running.waits(Duration.ofDays(1));
            due();
        }
        assertThat(said(token, "wartet auf euch")).isZero();
        running.commands(token, Command.REMINDERS, "");
        for (int i = 0; i < 5; i++) {
            running.waits(Duration.ofDays(1));
            due();
        }
        assertThat(said(token, "wartet auf euch")).isEqualTo(1);
        int mails =
                running.database.read(handle ->
                        handle.createQuery("select count(*) from outbox")
                                .mapTo(Integer.class)
                                .one());
        assertThat(mails).isZero();
    }

    private long said(String token, String words) {
        return running.view(token).messages().stream()
                .map(View.Numbered::message)
                .filter(one -> one.kind() == Message.Kind.REMINDER && one.text().contains(words))
                .count();
    }

    @Test
    void aWakeUpThatATurnReplacedIsNotRun() {
        var token = running.open();
        running.waits(Duration.ofDays(1));
        var store = new WakeUpStore(running.database);
        var due = store.lease(running.now, Duration.ofMinutes(1), "a", 9).getFirst();
        assertThat(running.conversations.wake(due, "b")).isFalse();
        assertThat(running.conversations.view(token)).isInstanceOf(Outcome.Done.class);
        assertThat(running.conversations.wake(due, "a")).isTrue();
        assertThat(running.conversations.wake(due, "a")).isFalse();
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    /// Waits for the poller, which looks at the test's clock every second of the real one.
    private void due() throws Exception {
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.runDue();
        }
    }
}
