// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.inbox.Office;
import org.skizzenlotse.inbox.signin.IdentityService;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.staff.Account;
import org.skizzenlotse.store.staff.Role;

/// Signing in by a real provider.
class OidcTest {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Map<String, Role> ROLES =
            Map.of("beratung", Role.ADVISER, "leitung", Role.ADMINISTRATOR);

    private static int port;
    private static Provider provider;

    @TempDir Path folder;
    private Office office;

    @BeforeAll
    static void start() throws Exception {
        port = free();
        provider = Provider.start("http://127.0.0.1:" + port + "/staff/anmelden/dienst/zurueck");
    }

    @AfterAll
    static void stop() throws Exception {
        provider.stop();
    }

    @BeforeEach
    void open() throws Exception {
        Provider.CLAIMS.clear();
        office = opened(ROLES, Provider.SECRET);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private void open(Map<String, Role> roles, String secret) throws Exception {
        office.close();
        office = opened(roles, secret);
    }

    private Office opened(Map<String, Role> roles, String secret) throws IOException {
        var client = new IdentityService.Client(Provider.CLIENT, secret);
        var service =
                new IdentityService(provider.issuer(), client, "Rathaus-Konto", "groups", roles);
        var opened = Office.beside(folder, port, service);
        opened.now.set(Instant.now());
        return opened;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whoeverTheServiceGivesARoleComesInWithItAndItChangesWithTheService() throws Exception {
        Provider.CLAIMS.put("kim", Map.of("name", "Kim Rathaus", "groups", List.of("beratung")));
        try (var kim = browser()) {
            var page = signIn(kim, "kim");
            assertThat(page.uri().getPath()).isEqualTo("/staff");
            assertThat(page.body()).contains("Kim Rathaus").doesNotContain("/staff/konten");
            assertThat(get(kim, "/staff/konto").body()).doesNotContain("/staff/konto/passwort");
        }
        assertThat(only().role()).isEqualTo(Role.ADVISER);
        assertThat(only().way()).isEqualTo(Account.Way.EXTERNAL);
        Provider.CLAIMS.put(
                "kim", Map.of("name", "Kim Neu", "groups", List.of("beratung", "leitung")));
        try (var kim = browser()) {
            assertThat(signIn(kim, "kim").body()).contains("Kim Neu", "/staff/konten");
        }
        assertThat(only().role()).isEqualTo(Role.ADMINISTRATOR);
        Provider.CLAIMS.put("kim", Map.of("groups", List.of("garten")));
        try (var kim = browser()) {
            assertThat(signIn(kim, "kim").body()).contains("zulassen");
            assertThat(get(kim, "/staff").uri().getPath()).isEqualTo("/staff/anmelden");
        }
        assertThat(told()).extracting(AuditEntry::why).contains("oidc", "no_role");
    }

    @Test
    void withoutRolesAnAdministratorLetsEverybodyInOnce() throws Exception {
        open(Map.of(), Provider.SECRET);
        var admin = office.first("admin");
        try (var kim = browser()) {
            assertThat(signIn(kim, "kim").body()).contains("zulassen");
            var id =
                    office.staff().accounts().all().stream()
                            .filter(Account::locked)
                            .findFirst()
                            .orElseThrow()
                            .id();
            admin.get("/staff/konten");
            admin.post("/staff/konten/" + id.value() + "/entsperren", Map.of());
            assertThat(signIn(kim, "kim").uri().getPath()).isEqualTo("/staff");
            admin.post("/staff/konten/" + id.value() + "/sperren", Map.of());
            assertThat(get(kim, "/staff").uri().getPath()).isEqualTo("/staff/anmelden");
            assertThat(signIn(kim, "kim").body()).contains("zulassen");
        }
    }

    @Test
    void aNameOrAnAddressOpensNobodysAccount() throws Exception {
        office.first("kim@rathaus.example");
        Provider.CLAIMS.put(
                "mallory",
                Map.of(
                        "name", "Kim kim@rathaus.example",
                        "email", "kim@rathaus.example",
                        "preferred_username", "kim@rathaus.example",
                        "groups", List.of("beratung")));
        try (var mallory = browser()) {
            signIn(mallory, "mallory");
            assertThat(get(mallory, "/staff/konten").statusCode()).isEqualTo(403);
        }
        assertThat(office.staff().accounts().all()).hasSize(2);
    }

    @Test
    void whatBeganElsewhereOrIsMadeUpLetsNobodyIn() throws Exception {
        Provider.CLAIMS.put("kim", Map.of("groups", List.of("beratung")));
        try (var kim = browser();
                var other = browser()) {
            var held = begin(kim, "kim");
            assertThat(send(other, held).body()).as("another browser").contains("nicht geklappt");
            get(other, "/staff/anmelden/dienst");
            assertThat(send(other, held).body()).as("another state").contains("nicht geklappt");
            assertThat(get(other, "/staff").uri().getPath()).isEqualTo("/staff/anmelden");
            for (var made :
                    List.of("", "?code=x", "?error=access_denied&state=x", "?code=x&state=%41")) {
                get(other, "/staff/anmelden/dienst");
                assertThat(get(other, "/staff/anmelden/dienst/zurueck" + made).body())
                        .as(made)
                        .contains("nicht geklappt");
            }
            assertThat(office.staff().accounts().all()).isEmpty();
            assertThat(send(kim, held).uri().getPath()).isEqualTo("/staff");
        }
        assertThat(office.staff().accounts().all()).hasSize(1);
    }

    @Test
    void withAWrongSecretOrWithoutTheServicePasswordsStillWork() throws Exception {
        open(ROLES, "ein-anderes");
        Provider.CLAIMS.put("kim", Map.of("groups", List.of("beratung")));
        try (var kim = browser()) {
            assertThat(signIn(kim, "kim").body()).contains("nicht geklappt");
            var admin = office.first("admin");
            assertThat(admin.get("/staff").statusCode()).isEqualTo(200);
            assertThat(office.stranger().get("/staff/anmelden").body())
                    .contains("Mit Rathaus-Konto anmelden", "Oder mit Passwort");
        }
    }

    private Account only() {
        assertThat(office.staff().accounts().all()).hasSize(1);
        return office.staff().accounts().all().getFirst();
    }

    private List<AuditEntry> told() {
        return office.staff().audit().newest(100);
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        return send(browser, URI.create(office.address() + path));
    }

    private static HttpResponse<String> send(HttpClient browser, URI address) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "de")
                        .build(),
                BodyHandlers.ofString());
    }

    /// The whole way, through the provider's own page.
    private HttpResponse<String> signIn(HttpClient browser, String name) throws Exception {
        var asked = get(browser, "/staff/anmelden/dienst");
        var there = asked.uri().toString().startsWith(provider.issuer() + "/login");
        return there ? browser.send(form(asked, name), BodyHandlers.ofString()) : asked;
    }

    private static HttpRequest form(HttpResponse<String> asked, String name) {
        var csrf = CSRF.matcher(asked.body());
        assertThat(csrf.find()).as(asked.body()).isTrue();
        var form =
                "username=%s&password=%s&_csrf=%s"
                        .formatted(name, name, URLEncoder.encode(csrf.group(1), UTF_8));
        return HttpRequest.newBuilder(asked.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header("Accept-Language", "de")
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    /// As far as the address that leads back, which is not followed.
    private URI begin(HttpClient browser, String name) throws Exception {
        var asked = get(browser, "/staff/anmelden/dienst");
        var still =
                HttpClient.newBuilder()
                        .cookieHandler(browser.cookieHandler().orElseThrow())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        try (still) {
            var on = still.send(form(asked, name), BodyHandlers.ofString());
            var question = URI.create(on.headers().firstValue("Location").orElseThrow());
            var back = send(still, asked.uri().resolve(question));
            return URI.create(back.headers().firstValue("Location").orElseThrow());
        }
    }
}
