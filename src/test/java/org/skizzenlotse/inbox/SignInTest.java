// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.SignInStore;

/// Signing in with name, password and code, and how it ends.
class SignInTest {
    private static final Pattern CODE = Pattern.compile("<li>([A-Z0-9]{5}-[A-Z0-9]{5})</li>");

    @TempDir Path folder;
    private Office office;

    @BeforeEach
    void open() throws Exception {
        office = Office.open(folder, new Beginning());
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void theFirstAccountComesByALinkThatIsGoodOnce() {
        var link = office.firstLink();
        var kim = office.stranger();
        var made = kim.setUp(link, "kim", office.now.get());
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(codes(made)).hasSize(10).doesNotHaveDuplicates();
        assertThat(kim.get("/staff").body()).contains("Noch nichts da", "Kim kim", "/staff/konten");
        assertThat(office.stranger().get(path(link)).statusCode()).isEqualTo(410);
        assertThat(kim.post(path(link), Map.of("code", "1")).statusCode()).isEqualTo(410);
        assertThat(office.staff().accounts().all())
                .singleElement()
                .satisfies(one -> assertThat(one.role()).isEqualTo(Role.ADMINISTRATOR));
    }

    @Test
    void aFirstLinkEndsAfterADayAndWhenAnotherIsMade() {
        var link = office.firstLink();
        var other = office.firstLink();
        assertThat(office.stranger().get(path(link)).statusCode()).isEqualTo(410);
        assertThat(office.stranger().get(path(other)).statusCode()).isEqualTo(200);
        office.later(Duration.ofHours(24));
        assertThat(office.stranger().get(path(other)).statusCode()).isEqualTo(410);
    }

    @Test
    void aLinkIsNotUsedUpByWhatDoesNotFit() {
        var link = office.firstLink();
        var kim = office.stranger();
        kim.get(path(link));
        var fields =
                Map.of(
                        "name", "Kim",
                        "login", "Kim Ohne Ende",
                        "password", "kurz",
                        "again", "anders",
                        "code", "000000");
        var wrong = kim.post(path(link), fields);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("#login", "#password", "#code").doesNotContain("kurz");
        assertThat(kim.setUp(link, "kim", office.now.get()).statusCode()).isEqualTo(200);
    }

    @Test
    void nameAndPasswordAndCodeLetInAndEachAloneDoesNot() {
        var kim = office.first("kim").onAnotherDevice();
        office.later(Duration.ofMinutes(1));
        var code = kim.code(office.now.get());
        var wrong =
                List.of(
                        kim.signIn("kim", "000000"),
                        kim.signIn("jo", code),
                        kim.post(
                                "/staff/anmelden",
                                Map.of("login", "kim", "password", "anders, lang", "code", code)));
        for (var one : wrong) {
            assertThat(one.statusCode()).isEqualTo(422);
            assertThat(one.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(wrong.stream().map(one -> one.body().replaceAll("value=\"(kim|jo)\"", "")))
                .as("the same words")
                .containsOnly(wrong.getFirst().body().replaceAll("value=\"(kim|jo)\"", ""));
        var in = kim.signIn(" Kim ", code.substring(0, 3) + " " + code.substring(3));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(kim.get("/staff").statusCode()).isEqualTo(200);
        assertThat(told(What.SIGN_IN_REFUSED))
                .extracting(AuditEntry::why)
                .containsExactlyInAnyOrder("code", "unknown", "password");
    }

    @Test
    void aCodeIsNotTakenTwiceNorOneFromBefore() {
        var kim = office.first("kim").onAnotherDevice();
        assertThat(kim.signIn("kim", kim.code(office.now.get())).statusCode())
                .as("that of the setting up")
                .isEqualTo(422);
        office.later(Duration.ofMinutes(2));
        var now = office.now.get();
        assertThat(kim.signIn("kim", kim.code(now)).statusCode()).isEqualTo(303);
        var other = kim.onAnotherDevice();
        assertThat(other.signIn("kim", kim.code(now)).statusCode()).isEqualTo(422);
        assertThat(other.signIn("kim", kim.code(now.minusSeconds(30))).statusCode()).isEqualTo(422);
        assertThat(other.signIn("kim", kim.code(now.plusSeconds(30))).statusCode()).isEqualTo(303);
        assertThat(told(What.SIGN_IN_REFUSED)).extracting(AuditEntry::why).contains("used");
    }

    @Test
    void aRecoveryCodeLetsInOnce() {
        var kim = office.stranger();
        var codes = codes(kim.setUp(office.firstLink(), "kim", office.now.get()));
        var other = kim.onAnotherDevice();
        assertThat(other.signIn("kim", codes.getFirst().toLowerCase(Locale.ROOT)).statusCode())
                .isEqualTo(303);
        assertThat(kim.onAnotherDevice().signIn("kim", codes.getFirst()).statusCode())
                .isEqualTo(422);
        assertThat(other.get("/staff/konto").body()).contains("Noch 9 Ersatzcodes");
        var fresh = other.post("/staff/konto/codes", Map.of("password", Colleague.PASSWORD));
        assertThat(codes(fresh)).hasSize(10);
        assertThat(kim.onAnotherDevice().signIn("kim", codes.get(1)).statusCode()).isEqualTo(422);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndAfterADay() {
        var kim = office.first("kim");
        for (int i = 0; i < 24; i++) {
            office.later(Duration.ofMinutes(29));
            assertThat(kim.get("/staff").statusCode()).as("after %s", i).isEqualTo(200);
        }
        office.later(Duration.ofMinutes(25));
        assertThat(kim.get("/staff").statusCode()).as("after twelve hours").isEqualTo(303);
        kim.signIn("kim", kim.code(office.now.get()));
        assertThat(kim.get("/staff").statusCode()).isEqualTo(200);
        office.later(Duration.ofMinutes(31));
        assertThat(kim.get("/staff").statusCode()).as("idle").isEqualTo(303);
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotTakenOver() {
        var kim = office.first("kim").onAnotherDevice();
        office.later(Duration.ofMinutes(1));
        var planted = "A".repeat(43);
        kim.keep(planted);
        kim.signIn("kim", kim.code(office.now.get()));
        assertThat(kim.session()).isNotEqualTo(planted).hasSize(43);
        assertThat(office.stranger().keep(planted).get("/staff").statusCode()).isEqualTo(303);
        var former = kim.session();
        office.later(Duration.ofMinutes(1));
        kim.signIn("kim", kim.code(office.now.get()));
        assertThat(kim.session()).isNotEqualTo(former);
        assertThat(office.stranger().keep(former).get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsThisBrowserAndEverywhereEndsAll() {
        var kim = office.first("kim");
        office.later(Duration.ofMinutes(1));
        var other = kim.onAnotherDevice();
        other.signIn("kim", kim.code(office.now.get()));
        var session = other.session();
        other.get("/staff");
        assertThat(other.post("/staff/abmelden", Map.of()).statusCode()).isEqualTo(303);
        assertThat(other.session()).isEmpty();
        assertThat(other.keep(session).get("/staff").statusCode()).isEqualTo(303);
        office.later(Duration.ofMinutes(1));
        other.signIn("kim", kim.code(office.now.get()));
        kim.get("/staff/konto");
        kim.post("/staff/konto/abmelden", Map.of());
        assertThat(other.get("/staff").statusCode()).isEqualTo(303);
        assertThat(told(What.SIGNED_OUT)).hasSize(1);
    }

    @Test
    void aFormOfAnotherSiteOrWithoutProofIsRefused() {
        var kim = office.first("kim");
        kim.get("/staff/konto");
        var proof = kim.csrf();
        var fields = Map.of("language", "en");
        var without = Map.of("language", "en", "csrf", "");
        assertThat(kim.post("/staff/konto", without).statusCode()).isEqualTo(403);
        var foreign = office.stranger().keep(kim.session()).with("Sec-Fetch-Site", "cross-site");
        var stolen = Map.of("language", "en", "csrf", proof);
        assertThat(foreign.post("/staff/konto", stolen).statusCode()).isEqualTo(403);
        var origin = office.stranger().keep(kim.session()).with("Origin", "https://evil.example");
        assertThat(origin.post("/staff/konto", stolen).statusCode()).isEqualTo(403);
        assertThat(foreign.signIn("kim", "123456").statusCode()).isEqualTo(403);
        assertThat(kim.get("/staff/konto").body()).contains("lang=\"de\"");
        assertThat(kim.post("/staff/konto", fields).statusCode()).isEqualTo(303);
        assertThat(kim.get("/staff/konto").body()).contains("<html lang=\"en\">", "Your account");
    }

    @Test
    void whoGuessesWaitsAndSoDoesTheNameThatIsGuessed() {
        var kim = office.first("kim").onAnotherDevice();
        office.later(Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++)
            assertThat(kim.signIn("kim", "000000").statusCode()).isEqualTo(422);
        var right = kim.code(office.now.get());
        var slowed = kim.signIn("kim", right);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 11L);
        office.later(Duration.ofSeconds(11));
        assertThat(kim.signIn("kim", right).statusCode()).isEqualTo(303);
        kim.onAnotherDevice().signIn("name", "000000");
        fail(19);
        office.later(Duration.ofSeconds(1));
        assertThat(kim.onAnotherDevice().signIn("jo", "000000").statusCode())
                .as("by visitor")
                .isEqualTo(429);
        office.later(Duration.ofHours(1));
        assertThat(kim.signIn("kim", kim.code(office.now.get())).statusCode()).isEqualTo(303);
    }

    /// As many attempts from the same place, without computing their passwords.
    private void fail(int times) {
        String visitor =
                office.database.read(handle ->
                        handle.createQuery("select max(visitor) from staff_attempt")
                                .mapTo(String.class)
                                .one());
        for (int i = 0; i < times; i++)
            office.staff()
                    .signIns()
                    .count(new SignInStore.Attempt("other" + i, visitor, office.now.get()));
    }

    @Test
    void whereAttemptsCannotBeCountedNobodyComesIn() throws Exception {
        var kim = office.first("kim").onAnotherDevice();
        office.later(Duration.ofMinutes(1));
        var code = kim.code(office.now.get());
        office.database.write(Job.of(handle -> handle.execute("drop table staff_attempt")));
        assertThat(kim.signIn("kim", code).statusCode()).isIn(500, 503);
        assertThat(kim.session()).isEmpty();
        assertThat(kim.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        var kim = office.first("kim").onAnotherDevice();
        kim.signIn("warm", "000000");
        kim.signIn("kim", "000000");
        long known = nanos(() -> kim.signIn("kim", "000000"));
        long unknown = nanos(() -> kim.signIn("nobody", "000000"));
        assertThat((double) unknown / known).isBetween(0.2, 5.0);
    }

    private static long nanos(Runnable one) {
        long begin = System.nanoTime();
        one.run();
        one.run();
        return System.nanoTime() - begin;
    }

    @Test
    void nothingThatOpensTheDoorLiesOnTheDisk() throws Exception {
        var kim = office.stranger();
        var link = office.firstLink();
        var codes = codes(kim.setUp(link, "kim", office.now.get()));
        var key = kim.factor();
        office.close();
        var bytes = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                bytes.append(Files.readString(file, ISO_8859_1));
        }
        assertThat(bytes.toString())
                .contains("$argon2id$")
                .doesNotContain(Colleague.PASSWORD, key, kim.session(), codes.getFirst())
                .doesNotContain(
                        codes.getFirst().replace("-", ""),
                        link.substring(link.lastIndexOf('/') + 1),
                        new String(kim.factorBytes(), ISO_8859_1));
        office = Office.open(folder, new Beginning());
    }

    private static List<String> codes(HttpResponse<String> page) {
        return CODE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static String path(String link) {
        return URI.create(link).getPath();
    }

    private List<AuditEntry> told(What what) {
        return office.staff().audit().newest(1000).stream()
                .filter(one -> one.what() == what)
                .toList();
    }
}
