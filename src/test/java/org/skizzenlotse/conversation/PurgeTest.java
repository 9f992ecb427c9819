// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;

/// What fell due while a service stood still.
class PurgeTest extends OnRunning {
    private Purge purge() {
        return new Purge(running.conversations, running.database, running.clock());
    }

    @Test
    void whatIsDueIsErasedOrAnnouncedAndTheRestStays() {
        var silent = running.open();
        var draft = running.answered("Initiative");
        var sent = running.answered("Initiative");
        running.taps(sent, "_review", "submit");
        purge().run();
        var reference = running.view(sent).reference();
        var silentId = running.id(silent).value();
        var draftId = running.id(draft).value();

        running.waits(Duration.ofDays(700));
        running.waits(Duration.ofDays(20));
        var before = rows();
        var planned = purge().look();
        assertThat(planned)
                .extracting(Purge.Line::subject, Purge.Line::lifecycle, Purge.Line::erased)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(silentId, "draft", true),
                        org.assertj.core.groups.Tuple.tuple(draftId, "draft", false),
                        org.assertj.core.groups.Tuple.tuple(reference, "submitted", false));
        assertThat(rows()).as("looking writes nothing").isEqualTo(before);

        assertThat(purge().run()).isEqualTo(planned);
        assertThat(purge().run()).isEmpty();
        running.waits(Duration.ofDays(20));
        assertThat(purge().run())
                .extracting(Purge.Line::subject)
                .containsExactlyInAnyOrder(draftId, reference);
        assertThat(new AuditStore(running.database).newest(9))
                .extracting(AuditEntry::what, AuditEntry::by, AuditEntry::why)
                .containsExactlyInAnyOrder(
                        purged("no_consent"), purged("draft"), purged("maximum"));
        assertThat(running.conversations.view(draft)).isEqualTo(new Outcome.Gone());
    }

    private static org.assertj.core.groups.Tuple purged(String why) {
        return org.assertj.core.groups.Tuple.tuple(
                AuditEntry.What.PURGED, AuditEntry.By.RETENTION, why);
    }

    @Test
    void aShorterPeriodIsSeenAlsoWhereTheServiceWasNotStartedWithIt() {
        var sent = running.answered("Initiative");
        running.taps(sent, "_review", "submit");
        purge().run();
        running.waits(Duration.ofDays(300));
        assertThat(purge().look()).isEmpty();
        running.told.put(
                "aufbewahrung_hoechstens", new Value.Quantity(new java.math.BigDecimal(9)));
        running.again();
        assertThat(purge().look()).extracting(Purge.Line::erased).containsExactly(false);
        assertThat(purge().run()).hasSize(1);
        running.waits(Duration.ofDays(4));
        assertThat(purge().run()).extracting(Purge.Line::erased).containsExactly(true);
    }

    private List<String> rows() {
        return running.database.read(handle ->
                handle.createQuery(
                                """
                                select conversation_id || kind || due_at
                                  || coalesce(leased_by, '') from wake_up
                                union all select id || revision from conversation
                                union all select id from audit union all select value from upkeep
                                order by 1
                                """)
                        .mapTo(String.class)
                        .list());
    }
}
