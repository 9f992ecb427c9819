// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.inbox.Colleague;
import org.skizzenlotse.inbox.Office;

/// Walks every route of the whole service: each is either one of those that anybody may ask for, by
/// name, or guarded. Whoever adds one below `/staff` or `/author` need not do anything here;
/// whoever adds one for everybody writes it down.
class EveryRouteTest {
    private static final Set<String> DOORS =
            Set.of(
                    "GET /author/anmelden",
                    "POST /author/anmelden",
                    "GET /staff/anmelden",
                    "POST /staff/anmelden",
                    "GET /staff/einladung/{secret}",
                    "POST /staff/einladung/{secret}");

    /// What readers may do, beside reading.
    private static final Set<String> OF_READERS =
            Set.of(
                    "POST /staff/abmelden",
                    "POST /staff/auswahl",
                    "POST /staff/konto",
                    "POST /staff/konto/abmelden",
                    "POST /staff/konto/codes",
                    "POST /staff/konto/geraet",
                    "POST /staff/konto/passwort");

    private static final List<String> OF_ADMINISTRATORS =
            List.of("/staff/konten", "/staff/protokoll");

    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private Service service;
    private String address;

    @BeforeEach
    void start() throws Exception {
        service =
                Service.start(
                        Config.of(
                                Map.of(
                                        "DATA",
                                        folder.toString(),
                                        "DIALOGS",
                                        Image.PROJECT.resolve("dialogs").toString(),
                                        "PORT",
                                        "0"),
                                Map.of()),
                        false);
        address = service.where().replaceFirst("^\\S+ (\\S+)/ .*$", "$1");
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
    }

    @Test
    void everyRouteIsEitherForAnybodyByNameOrGuarded() throws Exception {
        var open = new TreeSet<String>();
        for (var route : service.routes()) {
            if (isGuarded(route)) assertThat(refuses(route)).as(route).isTrue();
            else open.add(route);
        }
        open.removeAll(DOORS);
        assertThat(open).containsExactlyInAnyOrderElementsOf(PUBLIC);
    }

    @Test
    void behindTheDoorNothingIsThereForStrangersByWhateverName() throws Exception {
        for (var path :
                List.of("/staff/", "/staff/gibtesnicht", "/staff/anmeldenx", "/staff/konten/")) {
            for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
                var answer = ask(method, path, Map.of());
                assertThat(answer.statusCode()).as("%s %s", method, path).isIn(303, 405);
                assertThat(answer.body()).isIn("", "Redirected");
            }
        }
        assertThat(ask("GET", "//staff/konten", Map.of()).statusCode()).isNotEqualTo(200);
        assertThat(ask("GET", "/STAFF/konten", Map.of()).statusCode()).isNotEqualTo(200);
        assertThat(ask("GET", "/static/../staff/konten", Map.of()).statusCode()).isNotEqualTo(200);
        assertThat(ask("GET", "/staff/anmelden/../konten", Map.of()).statusCode())
                .isNotEqualTo(200);
        assertThat(ask("GET", "/staff/anmelden/..;/konten", Map.of()).statusCode())
                .isNotEqualTo(200);
        assertThat(ask("GET", "/staff/anmelden%2F..%2Fkonten", Map.of()).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void anAuthorsFormWithoutItsProofIsForbiddenAndTheirPassIsOnlyTheirs() throws Exception {
        var key = service.authors().replaceFirst("^.*: ", "");
        var entered = ask("POST", "/author/anmelden", Map.of(), "name=Kim&schluessel=" + key);
        var pass = entered.headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        assertThat(ask("GET", "/author", Map.of("Cookie", pass)).statusCode()).isEqualTo(200);
        for (var route : service.routes())
            if (route.startsWith("POST /author/") && !DOORS.contains(route))
                assertThat(ask("POST", path(route), Map.of("Cookie", pass)).statusCode())
                        .as(route)
                        .isEqualTo(403);
        var longer = pass.replaceFirst("=[0-9]+", "=99999999999");
        assertThat(ask("GET", "/author", Map.of("Cookie", longer)).statusCode()).isEqualTo(303);
        var other = pass.replaceFirst("\\.[^.]+\\.", ".Sm8.");
        assertThat(ask("GET", "/author", Map.of("Cookie", other)).statusCode()).isEqualTo(303);
    }

    @Test
    void aDeedWithoutItsProofAndADeedBeyondOnesRoleAreForbidden() throws Exception {
        var kim = new Colleague(client, address);
        var link = service.firstAccount().replaceFirst("^.*(?=http)", "");
        assertThat(kim.setUp(link, "kim", Instant.now()).statusCode()).isEqualTo(200);
        assertThat(service.firstAccount()).as("there is one now").isEmpty();
        kim.get("/staff/konten");
        var page = kim.post("/staff/konten", Map.of("name", "Jo", "login", "jo", "role", "reader"));
        var jo = new Colleague(client, address);
        jo.setUp(Office.link(page.body()), "jo", Instant.now());

        var deeds = service.routes().stream().filter(one -> one.startsWith("POST /staff"));
        for (var route : deeds.filter(one -> !DOORS.contains(one)).toList()) {
            var path = path(route);
            kim.get("/staff/konto");
            assertThat(kim.post(path, Map.of("csrf", "")).statusCode()).as(route).isEqualTo(403);
            jo.get("/staff/konto");
            assertThat(kim.post(path, Map.of("csrf", jo.csrf())).statusCode())
                    .as("%s with the proof of somebody else", route)
                    .isEqualTo(403);
            if (!OF_READERS.contains(route)) {
                kim.get("/staff/konto");
                assertThat(jo.post(path, Map.of()).statusCode()).as(route).isEqualTo(403);
            }
        }
        for (var route : service.routes()) {
            if (route.startsWith("GET ") && OF_ADMINISTRATORS.stream().anyMatch(route::contains))
                assertThat(jo.get(path(route)).statusCode()).as(route).isEqualTo(403);
        }
        assertThat(kim.get("/staff").statusCode()).isEqualTo(200);
    }

    private static boolean isGuarded(String route) {
        var behindADoor = route.contains(" /staff") || route.contains(" /author");
        return behindADoor && !DOORS.contains(route);
    }

    /// Strangers, and whoever invents a session, are sent to the door or told 401.
    private boolean refuses(String route) throws Exception {
        var method = route.substring(0, route.indexOf(' '));
        var answers = new ArrayList<HttpResponse<String>>();
        var team = "team=" + "B".repeat(43);
        var author = "author=99999999999.S2lt." + "B".repeat(43);
        for (var cookie : List.of("", team, author, "__Host-team=x; team=; author=1.x.y")) {
            answers.add(ask(method, path(route), Map.of("Cookie", cookie)));
            for (var accept : List.of("application/json", "text/event-stream"))
                answers.add(ask(method, path(route), Map.of("Cookie", cookie, "Accept", accept)));
        }
        return answers.stream().allMatch(EveryRouteTest::isRefusal);
    }

    private static boolean isRefusal(HttpResponse<String> answer) {
        var cache = answer.headers().firstValue("Cache-Control").orElse("");
        var to = answer.headers().firstValue("Location").orElse("");
        return cache.equals("no-store")
                && switch (answer.statusCode()) {
                    case 303 ->
                            to.matches(".*/(staff|author)/anmelden(\\?.*)?")
                                    && answer.body().equals("Redirected");
                    case 401 -> answer.body().equals("{\"status\":401}");
                    default -> false;
                };
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1).replaceAll("[{<][^}>]+[}>]", "x");
    }

    private HttpResponse<String> ask(String method, String path, Map<String, String> headers)
            throws Exception {
        return ask(method, path, headers, "csrf=x");
    }

    private HttpResponse<String> ask(
            String method, String path, Map<String, String> headers, String form) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .method(
                                method,
                                method.equals("POST")
                                        ? BodyPublishers.ofString(form)
                                        : BodyPublishers.noBody())
                        .header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// What anybody may ask for.
    private static final List<String> PUBLIC =
            """
            DELETE /api/v1/conversation/files/{file}
            DELETE /api/v1/conversation/token
            GET /
            GET /api/v1/arrival
            GET /api/v1/conversation
            GET /api/v1/conversation/data
            GET /api/v1/conversation/files
            GET /api/v1/conversation/files/{file}
            GET /api/v1/conversation/files/{file}/content
            GET /api/v1/conversation/messages
            GET /api/v1/conversation/open-questions
            GET /api/v1/conversation/meeting
            GET /api/v1/conversation/sketch
            GET /api/v1/dialogs
            GET /api/v1/openapi.json
            GET /barrierefreiheit
            GET /chat/{dialog}
            GET /d/{dialog}
            GET /d/{dialog}/antwort
            GET /d/{dialog}/beenden
            GET /d/{dialog}/dateien
            GET /d/{dialog}/dateien/{file}
            GET /d/{dialog}/fragen.md
            GET /d/{dialog}/fragen.odt
            GET /d/{dialog}/los
            GET /d/{dialog}/meine-daten
            GET /d/{dialog}/meine-daten.json
            GET /d/{dialog}/skizze.json
            GET /d/{dialog}/skizze.md
            GET /d/{dialog}/skizze.html
            GET /d/{dialog}/skizze.odt
            GET /d/{dialog}/skizze.pdf
            GET /d/{dialog}/termin.ics
            GET /d/{dialog}/teilen
            GET /datenschutz
            GET /fragen
            GET /fragen.md
            GET /health/live
            GET /health/ready
            GET /hochladen/{secret}
            GET /impressum
            GET /metrics
            GET /mitmachen/{secret}
            GET /prinzipien
            GET /prinzipien.md
            GET /leichte-sprache
            GET /problems/{kind}
            GET /schema/{name}
            GET /static/{name}
            GET /umzug
            GET /umzug/{secret}
            GET /weiter
            GET /widget.js
            GET /widget/{part}
            HEAD /api/v1/conversation/files/{file}
            OPTIONS /api/v1/conversation/files
            OPTIONS /api/v1/conversation/files/{file}
            PATCH /api/v1/conversation/files/{file}
            POST /api/v1/conversation/files
            POST /api/v1/conversation/key
            POST /api/v1/conversation/turns
            POST /api/v1/conversation/upload-links
            POST /api/v1/conversations
            POST /api/v1/invitation
            POST /api/v1/join
            POST /api/v1/return
            POST /d/{dialog}/antwort
            POST /d/{dialog}/aus-dem-chat
            POST /d/{dialog}/beenden
            POST /d/{dialog}/dateien
            POST /d/{dialog}/los
            POST /d/{dialog}/zum-chat
            POST /hochladen/{secret}
            POST /mitmachen/{secret}
            POST /umzug
            POST /umzug/{secret}
            POST /weiter
            """
                    .lines()
                    .toList();
}
