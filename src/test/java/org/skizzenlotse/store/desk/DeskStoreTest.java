// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.desk.DeskFilter.Only;
import org.skizzenlotse.store.desk.DeskFilter.Order;
import org.skizzenlotse.store.staff.StaffId;

class DeskStoreTest {
    private static final StaffId KIM = new StaffId("kim");
    private static final StaffId ALE = new StaffId("ale");

    @TempDir Path folder;
    @AutoClose Database database;
    @AutoClose DeskStore desk;
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @BeforeEach
    void open() throws Exception {
        database = Database.open(StoreSettings.in(folder), () -> now);
        desk = new DeskStore(database, () -> now);
        hand("SK-1", 1, "green", "umwelt", "Der Verein zählt Straßenbäume in Köln");
        hand("SK-2", 2, "red", "pflege", "Ein Café für Pflegende");
        hand("SK-3", 3, "yellow", "umwelt", "Bäume gießen, aber wann?");
    }

    @Test
    void theNewestComesFirstWhateverItsLightIs() {
        assertThat(references(DeskFilter.ALL)).containsExactly("SK-3", "SK-2", "SK-1");
        assertThat(references(ordered(Order.OLDEST))).containsExactly("SK-1", "SK-2", "SK-3");
        change("SK-2", new DeskChange.Promising(now.plus(Duration.ofDays(9))));
        change("SK-1", new DeskChange.Promising(now.plus(Duration.ofDays(3))));
        assertThat(references(ordered(Order.PROMISED))).containsExactly("SK-1", "SK-2", "SK-3");
        assertThat(Order.values()).extracting(Order::id).noneMatch(one -> one.contains("light"));
    }

    @Test
    void eachFilterFindsItsOwn() {
        assertThat(references(filter("light", "red"))).containsExactly("SK-2");
        assertThat(references(filter("topic", "umwelt"))).containsExactly("SK-3", "SK-1");
        assertThat(references(filter("channel", "web"))).hasSize(3);
        assertThat(references(filter("channel", "telegram"))).isEmpty();
        assertThat(references(filter("dialog", "sprechstunde"))).isEmpty();
        new Handed(database).stands("SK-1", "reading");
        change("SK-2", new DeskChange.Assigned(KIM));
        change("SK-3", new DeskChange.Labelled("Frist"));
        assertThat(references(filter("status", "reading"))).containsExactly("SK-1");
        assertThat(references(filter("assigned", "kim"))).containsExactly("SK-2");
        assertThat(references(filter("assigned", DeskFilter.NOBODY)))
                .containsExactly("SK-3", "SK-1");
        assertThat(references(filter("label", "Frist"))).containsExactly("SK-3");
        assertThat(desk.inUse().labels()).containsExactly("Frist");
    }

    @Test
    void aReminderAndAPromiseAreFoundWhenTheirTimeComes() {
        change("SK-1", new DeskChange.Reminding(now.plus(Duration.ofDays(7))));
        change("SK-2", new DeskChange.Promising(now.plus(Duration.ofDays(7))));
        assertThat(references(only(Only.REMIND))).isEmpty();
        assertThat(references(only(Only.PROMISED_SOON))).isEmpty();
        now = now.plus(Duration.ofDays(6));
        assertThat(references(only(Only.PROMISED_SOON))).containsExactly("SK-2");
        now = now.plus(Duration.ofDays(1));
        assertThat(references(only(Only.REMIND))).containsExactly("SK-1");
    }

    @Test
    void whatOneMemberHasSeenIsUnreadForTheOther() {
        desk.see(KIM, row("SK-1"));
        assertThat(references(only(Only.UNREAD))).containsExactly("SK-3", "SK-2");
        assertThat(desk.find(ALE, "SK-1").orElseThrow().around().unread()).isTrue();
        assertThat(desk.alsoAtIt(ALE, row("SK-1").id())).containsExactly(KIM);
        assertThat(desk.alsoAtIt(KIM, row("SK-1").id())).isEmpty();
        now = now.plus(DeskStore.AT_IT).plusSeconds(1);
        assertThat(desk.alsoAtIt(ALE, row("SK-1").id())).isEmpty();
        desk.unsee(KIM, row("SK-1"));
        assertThat(row("SK-1").around().unread()).isTrue();
    }

    @Test
    void whoChangesWhatSomebodyElseChangedInBetweenIsTold() {
        var shown = row("SK-1");
        assertThat(desk.change(KIM, shown, new DeskChange.Assigned(KIM)))
                .isEqualTo(new Changed.Done(2));
        assertThat(desk.change(ALE, shown, new DeskChange.Assigned(ALE)))
                .isEqualTo(new Changed.Collided(KIM));
        assertThat(row("SK-1").state().assigned()).isEqualTo(KIM);
        new Erasures(database).erase(shown.id(), now);
        assertThat(desk.change(ALE, shown, new DeskChange.Assigned(ALE)))
                .isEqualTo(new Changed.NotThere());
    }

    @Test
    void anAnswerKeepsWhatWasPromisedAndReadingAloneDoesNot() {
        change("SK-1", new DeskChange.Promising(now.plus(Duration.ofDays(3))));
        change("SK-1", new DeskChange.Told("status reading", false));
        assertThat(row("SK-1").state().promisedAt()).isNotNull();
        change("SK-1", new DeskChange.Told("asked", true));
        assertThat(row("SK-1").state().promisedAt()).isNull();
    }

    @Test
    void everyLookChangeAndExportIsWrittenDownWithWhoDidIt() {
        desk.see(KIM, row("SK-1"));
        desk.change(ALE, row("SK-1"), new DeskChange.Told("status reading", false));
        desk.exported(ALE, List.of(row("SK-1"), row("SK-2")), "json");
        new NoteStore(database, () -> now).add(KIM, row("SK-1"), "Bitte anrufen");
        assertThat(new AuditStore(database).of("SK-1"))
                .extracting(AuditEntry::what, AuditEntry::who, AuditEntry::why)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(AuditEntry.What.READ, "kim", ""),
                        org.assertj.core.groups.Tuple.tuple(
                                AuditEntry.What.WRITTEN, "ale", "status reading"),
                        org.assertj.core.groups.Tuple.tuple(
                                AuditEntry.What.EXPORTED, "ale", "json"),
                        org.assertj.core.groups.Tuple.tuple(AuditEntry.What.CHANGED, "kim", "note"))
                .hasSize(4);
    }

    @Test
    void aNoteIsSealedAndGoesWithItsSketch() throws Exception {
        var notes = new NoteStore(database, () -> now);
        assertThat(notes.add(KIM, row("SK-1"), "Zwetschgendatschi")).isTrue();
        assertThat(notes.all(row("SK-1").id()))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Zwetschgendatschi"));
        assertThat(bytes()).doesNotContain("Zwetschgendatschi");
        var id = row("SK-1").id();
        new Erasures(database).erase(id, now);
        assertThat(notes.all(id)).isEmpty();
        assertThat(desk.find(KIM, "SK-1")).isEmpty();
    }

    @Test
    void wordsAreFoundWhateverTheirCapitalsAndAccents() throws Exception {
        assertThat(search("STRASSENBÄUME")).containsExactly("SK-1");
        assertThat(search("cafe")).containsExactly("SK-2");
        assertThat(search("Bäume")).containsExactly("SK-3", "SK-1");
        assertThat(search("bäume gießen")).containsExactly("SK-3");
        assertThat(search("gießen köln")).isEmpty();
        assertThat(search("sk-2")).containsExactly("SK-2");
        assertThat(search("  ")).hasSize(3);
        assertThat(bytes()).doesNotContain("strassenbaume", "pflegende");
    }

    @Test
    void aFilterNarrowsASearch() {
        var page = desk.search(KIM, filter("light", "green"), "baume", 1);
        assertThat(page.rows()).extracting(DeskRow::reference).containsExactly("SK-1");
        assertThat(page.total()).isOne();
        assertThat(page.whole()).isTrue();
    }

    @Test
    void aPageHoldsTwentyFiveAndTellsHowManyThereAre() {
        for (int i = 10; i < 40; i++) hand("SK-" + i, i, "", "", "Nummer " + i);
        var second = desk.list(KIM, DeskFilter.ALL, 2);
        assertThat(second.total()).isEqualTo(33);
        assertThat(second.pages()).isEqualTo(2);
        assertThat(second.rows())
                .hasSize(8)
                .last()
                .extracting(DeskRow::reference)
                .isEqualTo("SK-1");
        var found = desk.search(KIM, DeskFilter.ALL, "nummer", 2);
        assertThat(found.total()).isEqualTo(30);
        assertThat(found.rows()).hasSize(5);
        assertThat(desk.search(KIM, DeskFilter.ALL, "nummer", 9).rows()).isEmpty();
    }

    private void hand(String reference, int hour, String light, String topic, String text) {
        var at = now.minus(Duration.ofDays(3)).plus(Duration.ofHours(hour));
        new Handed(database).in(new Handed.Row(reference, at, light, topic, text));
    }

    private DeskRow row(String reference) {
        return desk.find(KIM, reference).orElseThrow();
    }

    private void change(String reference, DeskChange change) {
        assertThat(desk.change(KIM, row(reference), change)).isInstanceOf(Changed.Done.class);
    }

    private List<String> references(DeskFilter filter) {
        return desk.list(KIM, filter, 1).rows().stream().map(DeskRow::reference).toList();
    }

    private List<String> search(String words) {
        return desk.search(KIM, DeskFilter.ALL, words, 1).rows().stream()
                .map(DeskRow::reference)
                .toList();
    }

    private static DeskFilter ordered(Order order) {
        return new DeskFilter("", "", "", "", "", "", "", Only.ALL, order);
    }

    private static DeskFilter only(Only only) {
        return new DeskFilter("", "", "", "", "", "", "", only, Order.NEWEST);
    }

    private static DeskFilter filter(String name, String value) {
        return new DeskFilter(
                name.equals("status") ? value : "",
                name.equals("light") ? value : "",
                name.equals("topic") ? value : "",
                name.equals("dialog") ? value : "",
                name.equals("channel") ? value : "",
                name.equals("assigned") ? value : "",
                name.equals("label") ? value : "",
                Only.ALL,
                Order.NEWEST);
    }

    private String bytes() throws Exception {
        try (var files = Files.walk(folder)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList())
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            return all.toString();
        }
    }
}
