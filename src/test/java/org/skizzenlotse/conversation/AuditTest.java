// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.By;
import org.skizzenlotse.store.audit.AuditEntry.Deed;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.backup.Backup;

/// Whatever goes leaves a row that says so, and nothing else.
class AuditTest extends OnRunning {
    private static final String CANARY = "Kanarienvogel-3091";

    @Test
    void whatAnApplicantErasesLeavesOneRowWithoutContent() {
        var token = running.answered(CANARY);
        running.taps(token, "_review", "submit");
        var reference = running.view(token).reference();
        var id = running.id(token);
        running.commands(token, Command.ERASE, "");
        running.taps(token, "_confirm", "yes");

        assertThat(told()).containsExactly(entry(What.ERASED, By.APPLICANT, "", id, reference));
        assertThat(new AuditStore(running.database).of(reference)).isEqualTo(told());
        assertThat(new AuditStore(running.database).of(id.value())).isEqualTo(told());
        assertThat(rows()).doesNotContain(CANARY);
    }

    @Test
    void whatEndsByItselfSaysWhichTimeWasOver() throws Exception {
        var silent = running.id(running.open());
        var draft = running.id(running.answered(CANARY));
        for (int i = 0; i < 62; i++) {
            running.waits(Duration.ofDays(1));
            try (var wakeUps =
                    WakeUps.start(running.conversations, running.database, running.clock())) {
                wakeUps.runDue();
            }
        }

        assertThat(told())
                .extracting(
                        AuditEntry::what,
                        AuditEntry::by,
                        AuditEntry::why,
                        one -> one.conversation().orElseThrow())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                What.PURGED, By.RETENTION, "no_consent", silent),
                        org.assertj.core.groups.Tuple.tuple(
                                What.PURGED, By.RETENTION, "draft", draft));
    }

    @Test
    void anEraseThatWasStoppedIsToldOnceAsWhatItWas() throws Exception {
        var token = running.answered(CANARY);
        var id = running.id(token);
        running.database.keys().change(List.of(), List.of(id), running.now);
        running.conversations.finishErasing();
        running.conversations.finishErasing();
        assertThat(told()).containsExactly(entry(What.ERASED, By.SERVICE, "finished", id, ""));
    }

    @Test
    void commandsLeaveARowAndItGoesAfterThreeYears() throws Exception {
        var id = running.id(running.begun());
        running.conversations.erase(id);
        new Backup(running.database).into(folder.resolve("sicherung"), running.now());
        assertThat(told())
                .containsExactlyInAnyOrder(
                        entry(What.ERASED, By.COMMAND, "", id, ""),
                        AuditEntry.ofAll(running.now(), What.BACKED_UP));

        running.waits(Duration.ofDays(3 * 365));
        sweep();
        assertThat(told()).hasSize(2);
        running.waits(Duration.ofDays(2));
        sweep();
        assertThat(told()).isEmpty();
    }

    private void sweep() {
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.sweep();
        }
    }

    private List<AuditEntry> told() {
        return new AuditStore(running.database).newest(100);
    }

    private AuditEntry entry(What what, By by, String why, ConversationId id, String reference) {
        return new AuditEntry(
                running.now(),
                what,
                by,
                Optional.of(id),
                Optional.of(reference).filter(one -> !one.isEmpty()),
                new Deed(what, by, why).why(),
                "");
    }

    private String rows() {
        return running.database.read(
                handle -> handle.createQuery("select * from audit").mapToMap().list().toString());
    }
}
