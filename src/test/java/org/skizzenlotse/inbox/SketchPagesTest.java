// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.conversation.Exchange;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.staff.Role;

class SketchPagesTest {
    @TempDir Path folder;
    @AutoClose Desked desked;
    private String reference;
    private String path;

    @BeforeEach
    void open() throws Exception {
        desked = new Desked(folder);
        reference = desked.handIn(Map.of("traeger", "firma", "partner", "suchen"));
        path = "/staff/skizzen/" + reference;
        desked.signIn("kim", "Kim", Role.ADVISER);
    }

    @Test
    void theSketchStandsThereWithOpenPointsReasonsAndWhereEachAnswerComesFrom() throws Exception {
        assertThat(desked.page(path))
                .contains("Tafel-Vorschau")
                .contains("Noch offen")
                .contains("Das Vorhaben kommt aus der Zivilgesellschaft")
                .contains("Partner gefunden oder gesucht")
                .contains("An manchen Tagen reicht das Essen nicht")
                .contains("über Webseite")
                .contains("Gefragt war")
                .contains("von den Antragstellenden")
                .doesNotContain("Wortlaut ist nicht mehr bekannt");
        assertThat(desked.get("/staff/skizzen/SK-GIBTESNICHT").statusCode()).isEqualTo(404);
    }

    @Test
    void inWhichVariantItWasAnsweredIsSaid() throws Exception {
        var simple = desked.handInSpeaking("de-einfach", Map.of());
        var english = desked.handInSpeaking("en", Map.of());

        assertThat(desked.page("/staff/skizzen/" + simple)).contains(", in Einfacher Sprache");
        assertThat(desked.page("/staff/skizzen/" + english)).contains(", auf Englisch");
        assertThat(desked.page(path)).doesNotContain("in Einfacher Sprache", "auf Englisch");
    }

    @Test
    void everyLookIsWrittenDownAndTheOtherIsTold() throws Exception {
        desked.page(path);
        desked.signIn("ale", "Ale", Role.ADVISER);
        assertThat(desked.page(path)).contains("Gerade auch hier: Kim");
        assertThat(new AuditStore(desked.database).of(reference))
                .filteredOn(one -> one.what() == AuditEntry.What.READ)
                .extracting(AuditEntry::who)
                .containsExactly("kim", "ale");
    }

    @Test
    void whoReadsOnlyFindsNoFormsAndMayChangeNothing() throws Exception {
        desked.signIn("lou", "Lou", Role.READER);
        assertThat(desked.page(path)).doesNotContain("name=\"version\"");
        assertThat(desked.send(path, path + "/zustaendig", Map.of("bei", "lou")).statusCode())
                .isEqualTo(403);
        assertThat(desked.send(path, path + "/notizen", Map.of("notiz", "x")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void takingOverIsShownAndASecondHandOnTheSameFormIsTold() throws Exception {
        var version = version();
        assertThat(deed("zustaendig", Map.of("bei", "kim", "version", version))).isEqualTo(303);
        desked.signIn("ale", "Ale", Role.ADVISER);
        var answer =
                desked.send(path, path + "/zustaendig", Map.of("bei", "ale", "version", version));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Kim hat das gerade geändert.");
        assertThat(desked.page("/staff")).contains("bei Kim");
    }

    @Test
    void whatLeftTheHouseIsShownAndGoesOnceMoreByAButton() throws Exception {
        var id = desked.id(reference);
        var other = desked.id(desked.handIn(Map.of()));
        var backlog = new BacklogStore(desked.database);
        assertThat(desked.page(path)).contains("Postfach: eingereicht", "wartet auf den Versand");
        var mine = backlog.deliveries(id).getFirst().id();
        var theirs = backlog.deliveries(other).getFirst().id();
        for (var one : List.of(mine, theirs)) fail(one);
        assertThat(desked.page(path)).contains("aufgegeben nach 3 Versuchen (full)");

        assertThat(deed("zustellung", Map.of("id", mine))).isEqualTo(303);
        assertThat(deed("zustellung", Map.of("id", theirs))).isEqualTo(303);
        assertThat(backlog.deliveries(id).getFirst().givenUp()).isFalse();
        assertThat(backlog.deliveries(other).getFirst().givenUp())
                .as("it belongs to another sketch")
                .isTrue();
        desked.signIn("lou", "Lou", Role.READER);
        assertThat(desked.send(path, path + "/zustellung", Map.of("id", mine)).statusCode())
                .isEqualTo(403);
    }

    private void fail(String delivery) {
        desked.database.write(
                Job.of(handle ->
                        handle.execute(
                                "update outbox set given_up_at = 1, attempts = 3, why = 'full'"
                                        + " where id = ?",
                                delivery)));
    }

    @Test
    void anAgreedMeetingComesAsAFileForTheCalendarAndNoneBefore() throws Exception {
        assertThat(desked.get(path + "/termin.ics").statusCode()).isEqualTo(404);
        var id = desked.id(reference);
        var time = Instant.parse("2037-03-01T10:00:00Z");
        var desk = desked.conversations.desk();
        desk.propose(id, Meeting.proposed(List.of(time), 30, "Video"), "kim");
        assertThat(desked.page(path)).doesNotContain("termin.ics");
        desked.turn(
                desked.token(reference), new Input.Chose(Stations.MEETING, List.of("time_a"), ""));
        assertThat(desked.page(path)).contains("termin.ics");
        assertThat(desked.get(path + "/termin.ics").body())
                .contains("BEGIN:VEVENT", "20370301T100000Z", reference);
    }

    @Test
    void aQuestionReachesTheApplicantsAndItsAnswerComesIntoTheSketch() throws Exception {
        assertThat(desked.page(path))
                .contains("Eine Mail ohne Inhalt sagt Bescheid.")
                .contains("Eine Frage stellen");
        assertThat(deed("frage", Map.of("frage", "Wie viele Gäste sind es?", "version", version())))
                .isEqualTo(303);
        assertThat(desked.conversations.desk().exchange(desked.id(reference)))
                .extracting(Exchange::remark)
                .satisfiesExactly(
                        one -> assertThat(one.text()).isEqualTo("Wie viele Gäste sind es?"));
        assertThat(desked.page(path)).contains("Wie viele Gäste sind es?", "Eure Frage", "· Kim");
        assertThat(deed("frage", Map.of("frage", "", "version", version()))).isEqualTo(422);
    }

    @Test
    void diesmalNichtNeedsAReasonAndAnOffer() throws Exception {
        assertThat(
                        deed(
                                "stand",
                                Map.of(
                                        "stand",
                                        "not_this_time",
                                        "grund",
                                        "Zu früh",
                                        "version",
                                        version())))
                .isEqualTo(422);
        assertThat(
                        deed(
                                "stand",
                                Map.of(
                                        "stand", "not_this_time",
                                        "grund", "Zu früh",
                                        "angebot", "Kommt in die Sprechstunde",
                                        "version", version())))
                .isEqualTo(303);
        assertThat(desked.page("/staff")).contains("diesmal nicht");
    }

    @Test
    void answersAreOpenedAgainAndComeBackAsARevisionWithItsDifference() throws Exception {
        var step = desked.conversations.desk().reopenable(desked.id(reference));
        assertThat(step).isNotEmpty();
        assertThat(
                        deed(
                                "oeffnen",
                                Map.of(
                                        "schritt", "problem",
                                        "grund", "Bitte genauer",
                                        "version", version())))
                .isEqualTo(303);
        assertThat(desked.page(path)).contains("Bitte genauer");
    }

    @Test
    void aTermIsProposedForTimesThatAreYetToCome() throws Exception {
        assertThat(
                        deed(
                                "termin",
                                Map.of(
                                        "zeit",
                                        "2020-01-01T10:00",
                                        "ort",
                                        "Büro",
                                        "version",
                                        version())))
                .isEqualTo(422);
        assertThat(
                        deed(
                                "termin",
                                Map.of(
                                        "zeit", "2099-01-05T10:00",
                                        "ort", "Büro",
                                        "version", version())))
                .isEqualTo(303);
        assertThat(desked.page(path)).contains("1 Termine sind vorgeschlagen");
    }

    @Test
    void aNoteIsForTheTeamAndNeverForTheApplicants() throws Exception {
        assertThat(deed("notizen", Map.of("notiz", "Anruf <b>Montag</b>"))).isEqualTo(303);
        assertThat(desked.page(path)).contains("Anruf &lt;b&gt;Montag&lt;/b&gt;");
        var data = desked.conversations.ownData().of(desked.id(reference)).orElseThrow();
        assertThat(data.messages()).noneMatch(one -> one.text().contains("Montag"));
        assertThat(desked.conversations.desk().exchange(desked.id(reference))).isEmpty();
    }

    @Test
    void labelsRemindersAndPromisesAreKept() throws Exception {
        assertThat(deed("etikett", Map.of("etikett", "Frist", "version", version())))
                .isEqualTo(303);
        assertThat(deed("erinnerung", Map.of("tag", "2099-03-01", "version", version())))
                .isEqualTo(303);
        assertThat(deed("zusage", Map.of("tag", "kein Tag", "version", version()))).isEqualTo(422);
        assertThat(deed("zusage", Map.of("tag", "2099-02-01", "version", version())))
                .isEqualTo(303);
        assertThat(desked.page(path))
                .contains("Frist", "1. März 2099", "1. Februar 2099")
                .contains("Frist entfernen");
        assertThat(deed("etikett", Map.of("weg", "Frist", "version", version()))).isEqualTo(303);
        assertThat(desked.page(path)).doesNotContain("Frist entfernen");
    }

    @Test
    void whoHandsInTwiceIsNoticed() throws Exception {
        desked.handIn(Map.of("titel", "Tafel-Vorschau für alle"));
        assertThat(desked.page(path)).contains("Vielleicht dieselben", "gleiche E-Mail-Adresse");
    }

    @Test
    void aFileIsTakenAsADownloadAndNeverShown() throws Exception {
        var upload = new Desked.Upload("plan.txt", "Ein Plan");
        var with = desked.handIn(Map.of("vorhandenes", "ja", "unterlagen", upload));
        var data = desked.conversations.ownData().of(desked.id(with)).orElseThrow();
        var file = data.files().getFirst().id();
        var here = "/staff/skizzen/" + with;
        assertThat(desked.page(here)).contains("plan.txt");
        var got = desked.get(here + "/dateien/" + file);
        assertThat(got.body()).isEqualTo("Ein Plan");
        assertThat(got.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(got.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(desked.get(path + "/dateien/" + file).statusCode()).isEqualTo(404);
    }

    private String version() throws Exception {
        return desked.page(path).replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private int deed(String name, Map<String, String> fields) throws Exception {
        return desked.send(path, path + "/" + name, fields).statusCode();
    }
}
