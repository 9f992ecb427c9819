// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Written;

/// What was handed in, over years, with the real store.
class KeptTest extends OnRunning {
    @Test
    void whatIsNeverClosedIsAnnouncedTwiceAndGoneAfterTwoYears() {
        var token = submitted();
        var id = running.id(token);
        var reference = running.view(token).reference();
        passes(728);
        assertThat(said(token)).isEqualTo(2);
        assertThat(running.conversations.view(token)).isInstanceOf(Outcome.Done.class);
        passes(5);

        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.find(reference)).isEmpty();
        var told = new AuditStore(running.database).of(reference);
        assertThat(told)
                .extracting(AuditEntry::what, AuditEntry::why, one -> one.conversation())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                AuditEntry.What.PURGED, "maximum", Optional.of(id)));
        assertThat(kinds()).as("staff delete their copies").containsExactly("expired");
    }

    @Test
    void whenThePeriodIsLoweredAStartNoticesItAndAnnouncesBefore() throws Exception {
        var token = submitted();
        closes(token);
        passes(200);
        assertThat(said(token)).isZero();
        running.told.put("aufbewahrung_monate", months(3));
        running.restart();
        passes(1);
        assertThat(said(token)).isEqualTo(1);
        passes(1);
        assertThat(running.conversations.view(token)).isInstanceOf(Outcome.Done.class);
        passes(3);
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void whenDraftsAreKeptForAShorterTimeAStartNoticesThatToo() throws Exception {
        running.publishShipped();
        var token = running.conversations.open("sprechstunde", "de", "web").token();
        running.taps(token, running.view(token).expects().step().value(), "yes");
        passes(20);
        running.told.put("entwurf_tage", new Value.Quantity(new BigDecimal(10)));
        running.restart();
        passes(1);
        assertThat(said(token)).isEqualTo(1);
        passes(4);
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
    }

    @Test
    void whatWasHandedInBeforeEndsWereSetGetsOneAtAStart() {
        var token = running.answered("Initiative");
        var early = running.now();
        var reference = handedInLongAgo(token);
        assertThat(due(token)).isEmpty();
        running.waits(Duration.ofDays(100));
        assertThat(running.view(token).messages()).isNotEmpty();
        runs();
        assertThat(due(token))
                .contains(early.atZone(BERLIN).plusMonths(24).minusDays(30).toInstant());
        runs();
        passes(735 - 100);
        assertThat(running.conversations.find(reference)).isEmpty();
    }

    @Test
    void whoGaveAnAddressForItIsWrittenToInTheSameTransactionAndNothingIsLeft() throws Exception {
        var sound = DialogText.sound();
        running.publish(
                sound.with("probe/groups/idee.yaml", sound.content("probe/groups/idee.yaml") + POST)
                        .replaced(
                                "probe/dialog.yaml", "draft: P60D", "draft: P60D, mail_to: post"));
        var token = running.answered("Initiative");
        running.says(token, "post", "wir@garten.example");
        var id = running.id(token);
        passes(59);
        var left =
                new OutboxStore(running.database)
                        .lease(running.now, Duration.ofMinutes(1), "me", 10);
        assertThat(left)
                .extracting(OutboxStore.Leased::kind)
                .containsExactlyInAnyOrder("reminder", "draft_ends", "draft_ends");
        assertThat(left.getFirst().recipient()).isPresent();
        assertThat(new OutboxStore(running.database).recipient(left.getFirst()).orElseThrow())
                .extracting(one -> one.address())
                .isEqualTo("wir@garten.example");
        passes(3);
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(kinds()).isEmpty();
        assertThat(running.forgotten).contains("G-" + id.value());
    }

    private static final String POST =
            """
              - ask: post
                detail_of: ziele
                type: email
                text: Wohin?
                short: Post
                why: Dann schreiben wir euch.
                open: [refused]
                privacy: {personal: true, purpose: skizze, keep: P1Y}
            """;

    private static final java.time.ZoneId BERLIN = java.time.ZoneId.of("Europe/Berlin");

    private static Value months(int months) {
        return new Value.Quantity(new BigDecimal(months));
    }

    private String submitted() {
        var token = running.answered("Initiative");
        running.taps(token, "_review", "submit");
        return token;
    }

    /// As staff will.
    private void closes(String token) {
        save(token, new Happened.Went(new Lifecycle.Closed(1), running.view(token).reference()));
        runs();
        var store = new WakeUpStore(running.database);
        assertThat(store.checkAnew(List.of("kept"), "anything else", running.now()))
                .isEqualTo(new Written.Done<>(true));
        runs();
    }

    /// As versions did that set no end.
    private String handedInLongAgo(String token) {
        var reference = "PR-ALT";
        save(token, new Happened.Went(new Lifecycle.Submitted(1), reference));
        return reference;
    }

    private void save(String token, Happened fact) {
        var before = running.stored(token);
        var went = (Happened.Went) fact;
        var none = Change.Rows.NONE;
        var submission =
                went.lifecycle() instanceof Lifecycle.Submitted
                        ? Optional.of(new Change.Submission(1, went.reference(), "s-1", "{}"))
                        : Optional.<Change.Submission>empty();
        var rows =
                new Change.Rows(
                        none.request(),
                        none.answered(),
                        List.of(),
                        List.of(),
                        submission,
                        none.redaction());
        var change =
                new Change(
                        before,
                        before.conversation().after(fact),
                        before.marks(),
                        running.now(),
                        List.of(fact),
                        List.of(),
                        rows);
        assertThat(new Turns(running.database).save(change)).isInstanceOf(Written.Done.class);
    }

    private Optional<Instant> due(String token) {
        return new WakeUpStore(running.database).due(running.id(token), "kept");
    }

    private List<String> kinds() {
        return new OutboxStore(running.database)
                .lease(running.now, Duration.ofMinutes(1), "me", 10).stream()
                        .map(OutboxStore.Leased::kind)
                        .toList();
    }

    private long said(String token) {
        return running.view(token).messages().stream()
                .map(View.Numbered::message)
                .filter(one -> one.kind() == Message.Kind.REMINDER)
                .filter(one -> one.text().contains("löschen wir"))
                .count();
    }

    private void passes(int days) {
        for (int i = 0; i < days; i++) {
            running.waits(Duration.ofDays(1));
            runs();
        }
    }

    private void runs() {
        try (var wakeUps =
                WakeUps.start(running.conversations, running.database, running.clock())) {
            wakeUps.sweep();
            wakeUps.runDue();
            wakeUps.runDue();
        }
    }
}
