// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.staff.Account;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.vault.Keys;

/// How accounts are looked after, and what the audit trail tells of it.
class AccountsTest {
    @TempDir Path folder;
    private Office office;
    private Colleague kim;

    @BeforeEach
    void open() throws Exception {
        office = Office.open(folder, new Beginning());
        kim = office.first("kim");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void whoIsInvitedComesInOnceByTheirLinkWithTheRoleThatTheyWereGiven() {
        var link = office.invite(kim, "jo", Role.ADVISER);
        assertThat(kim.get("/staff/konten").body()).doesNotContain(link);
        assertThat(account("jo").way()).isEqualTo(Account.Way.INVITED);
        var jo = office.stranger();
        assertThat(jo.setUp(link, "jemand-anders", office.now.get()).statusCode()).isEqualTo(200);
        assertThat(account("jo").way()).isEqualTo(Account.Way.LOCAL);
        assertThat(account("jo").role()).isEqualTo(Role.ADVISER);
        assertThat(jo.get("/staff").statusCode()).isEqualTo(200);
        assertThat(jo.get("/staff/konten").statusCode()).isEqualTo(403);
        assertThat(office.stranger().get(URI.create(link).getPath()).statusCode()).isEqualTo(410);
        kim.get("/staff/konten");
        var again = Map.of("name", "Jo", "login", "jo", "role", "reader");
        assertThat(kim.post("/staff/konten", again).body()).contains("gibt es schon");
    }

    @Test
    void whoIsLockedIsOutAtOnceAndComesNotIn() {
        var jo = office.invited(kim, "jo", Role.ADVISER);
        assertThat(deed("jo", "sperren", Map.of())).isEqualTo(303);
        assertThat(jo.get("/staff").statusCode()).isEqualTo(303);
        office.later(Duration.ofMinutes(1));
        assertThat(jo.signIn("jo", jo.code(office.now.get())).statusCode()).isEqualTo(422);
        assertThat(deed("jo", "entsperren", Map.of())).isEqualTo(303);
        office.later(Duration.ofMinutes(1));
        assertThat(jo.signIn("jo", jo.code(office.now.get())).statusCode()).isEqualTo(303);
        assertThat(deed("jo", "abmelden", Map.of())).isEqualTo(303);
        assertThat(jo.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void aNewRoleIsInForceWithTheNextClick() {
        var jo = office.invited(kim, "jo", Role.READER);
        assertThat(jo.get("/staff/protokoll").statusCode()).isEqualTo(403);
        assertThat(deed("jo", "rolle", Map.of("role", "administrator"))).isEqualTo(303);
        assertThat(jo.get("/staff/protokoll").statusCode()).isEqualTo(200);
        assertThat(deed("jo", "rolle", Map.of("role", "king"))).isEqualTo(422);
    }

    @Test
    void theLastAdministratorStays() {
        office.invited(kim, "jo", Role.ADVISER);
        office.invite(kim, "neu", Role.ADMINISTRATOR);
        assertThat(deed("kim", "sperren", Map.of())).isEqualTo(422);
        assertThat(deed("kim", "entfernen", Map.of())).isEqualTo(422);
        assertThat(deed("kim", "rolle", Map.of("role", "reader"))).isEqualTo(422);
        assertThat(deed("kim", "zurueck", Map.of())).isEqualTo(422);
        assertThat(kim.get("/staff/konten").statusCode()).isEqualTo(200);
        deed("jo", "rolle", Map.of("role", "administrator"));
        assertThat(deed("kim", "rolle", Map.of("role", "reader"))).isEqualTo(303);
    }

    @Test
    void afterAResetOnlyTheNewLinkLetsIn() {
        var jo = office.invited(kim, "jo", Role.ADVISER);
        kim.get("/staff/konten");
        var page = kim.post("/staff/konten/" + id("jo") + "/zurueck", Map.of());
        var link = Office.link(page.body());
        assertThat(jo.get("/staff").statusCode()).isEqualTo(303);
        office.later(Duration.ofMinutes(1));
        assertThat(jo.signIn("jo", jo.code(office.now.get())).statusCode()).isEqualTo(422);
        var other = office.stranger();
        assertThat(other.setUp(link, "jo", office.now.get()).statusCode()).isEqualTo(200);
        assertThat(other.factor()).isNotEqualTo(jo.factor());
        assertThat(other.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void ofSomebodyWhoWentOnlyTheTrailIsLeft() {
        var jo = office.invited(kim, "jo", Role.ADVISER);
        var id = id("jo");
        assertThat(deed("jo", "entfernen", Map.of())).isEqualTo(303);
        assertThat(jo.get("/staff").statusCode()).isEqualTo(303);
        assertThat(office.staff().accounts().all()).hasSize(1);
        assertThat(kim.get("/staff/protokoll?bezug=" + id).body())
                .contains("entferntes Konto " + id, "entfernt", "eingeladen")
                .doesNotContain("Kim jo");
    }

    @Test
    void anotherPasswordSignsTheOtherBrowsersOut() {
        office.later(Duration.ofMinutes(1));
        var other = kim.onAnotherDevice();
        other.signIn("kim", kim.code(office.now.get()));
        kim.get("/staff/konto");
        var fresh = "ganz andere, lange wörter";
        var wrong = Map.of("password", "falsch", "fresh", fresh, "again", fresh);
        assertThat(kim.post("/staff/konto/passwort", wrong).statusCode()).isEqualTo(422);
        var right = Map.of("password", Colleague.PASSWORD, "fresh", fresh, "again", fresh);
        assertThat(kim.post("/staff/konto/passwort", right).statusCode()).isEqualTo(303);
        assertThat(kim.get("/staff").statusCode()).isEqualTo(200);
        assertThat(other.get("/staff").statusCode()).isEqualTo(303);
        office.later(Duration.ofMinutes(1));
        var code = kim.code(office.now.get());
        assertThat(other.signIn("kim", code).statusCode()).isEqualTo(422);
        var in = Map.of("login", "kim", "password", fresh, "code", code);
        assertThat(other.post("/staff/anmelden", in).statusCode()).isEqualTo(303);
    }

    @Test
    void anotherDeviceTakesOverOnlyOnceItIsSetUp() {
        kim.get("/staff/konto");
        var sent = kim.post("/staff/konto/geraet", Map.of("password", Colleague.PASSWORD));
        var link = sent.headers().firstValue("Location").orElseThrow();
        office.later(Duration.ofMinutes(1));
        var old = kim.onAnotherDevice();
        assertThat(old.signIn("kim", old.code(office.now.get())).statusCode()).isEqualTo(303);
        var fresh = office.stranger();
        assertThat(fresh.setUp(link, "kim", office.now.get()).statusCode()).isEqualTo(200);
        assertThat(account("kim").role()).isEqualTo(Role.ADMINISTRATOR);
        office.later(Duration.ofMinutes(1));
        assertThat(old.signIn("kim", old.code(office.now.get())).statusCode()).isEqualTo(422);
        assertThat(fresh.signIn("kim", fresh.code(office.now.get())).statusCode()).isEqualTo(303);
    }

    @Test
    void theTrailTellsWhoDidWhatPageByPageAndAsATable() {
        office.invited(kim, "jo", Role.READER);
        for (int i = 0; i < 60; i++)
            office.staff()
                    .audit()
                    .append(
                            AuditEntry.byStaff(
                                    office.now.get().minusSeconds(i + 1), What.READ, id("jo"), ""));
        var first = kim.get("/staff/protokoll").body();
        assertThat(first).contains("Kim jo", "gelesen", "seite=2").doesNotContain("seite=0");
        assertThat(kim.get("/staff/protokoll?seite=2").body()).contains("seite=1");
        var table = kim.get("/staff/protokoll.csv?bezug=" + id("jo"));
        assertThat(table.headers().firstValue("Content-Disposition").orElse(""))
                .contains("protokoll.csv");
        assertThat(table.body().lines().count()).isGreaterThan(60);
        assertThat(table.body())
                .contains("\"Kim kim\";\"Konto geändert\";\"Kim jo\";\"eingeladen\"");
        assertThat(office.staff().audit().newest(100))
                .anyMatch(one -> one.what() == What.EXPORTED && one.who().equals(id("kim")));
        assertThat(kim.get("/staff/protokoll?bezug=SK-2027-0001").body())
                .contains("Dazu ist nichts vermerkt");
    }

    @Test
    void afterAChangeOfTheMasterKeyTheSecondFactorsStillOpen() throws Exception {
        Keys.changeMasterIn(folder.resolve("keys"));
        office.later(Duration.ofMinutes(1));
        assertThat(kim.signIn("kim", kim.code(office.now.get())).statusCode()).isEqualTo(303);
    }

    private Account account(String login) {
        return office.staff().accounts().all().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private String id(String login) {
        return account(login).id().value();
    }

    private int deed(String login, String name, Map<String, String> fields) {
        kim.get("/staff/konten");
        return kim.post("/staff/konten/" + id(login) + "/" + name, fields).statusCode();
    }
}
