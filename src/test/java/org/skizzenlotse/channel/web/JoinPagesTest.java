// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.web.WebSettings;

/// One invites in the chat, the other comes by the page behind the link.
class JoinPagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY =
            Pattern.compile("<output class=\"letters\">([^<]*)</output>");
    private static final Pattern LINK =
            Pattern.compile("<output class=\"link\">[^<]*(/mitmachen/[^<]*)</output>");

    private Served served;
    private HttpClient client;
    private Visitor other;
    private String token = "";
    private int keys;

    @BeforeEach
    void start() throws Exception {
        served = Served.start(WebSettings.loopback(0));
        client = HttpClient.newHttpClient();
        other = new Visitor(served.address(), "skizze");
        token = ask("/api/v1/conversations", "{\"dialog\":\"skizze\"}").path("token").asText();
        turn("{\"step\":\"einwilligung\",\"choose\":[\"yes\"]}");
    }

    @AfterEach
    void stop() throws Exception {
        other.close();
        client.close();
        served.close();
    }

    private JsonNode turn(String body) throws Exception {
        return ask("/api/v1/conversation/turns", body);
    }

    private JsonNode ask(String path, String body) throws Exception {
        return JSON.readTree(send(path, body).body());
    }

    private HttpResponse<String> send(String path, String body) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(served.address() + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-" + keys++)
                        .POST(BodyPublishers.ofString(body));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /// The path of a link for somebody of this name.
    private String invited(String name) throws Exception {
        var asked = turn("{\"command\":\"invite\"}").path("expects").path("step").asText();
        if (asked.equals("_name")) turn("{\"step\":\"_name\",\"text\":\"Ben\"}");
        var view = turn("{\"step\":\"_invite\",\"text\":\"" + name + "\"}");
        return view.path("link").asText();
    }

    private void comes(String path) throws Exception {
        var here = other.post(path, "name=Ay%C5%9Fe&agreed=yes");
        assertThat(here.statusCode()).isEqualTo(200);
        assertThat(KEY.matcher(here.body()).find()).isTrue();
        other.keep(here.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0]);
    }

    @Test
    void thePageTellsWhatIsStoredAndNothingThatWasSaid() throws Exception {
        turn("{\"text\":\"Ein Geheimnis aus dem Gespräch\"}");
        var page = other.get(invited("Aische"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("Ben lädt euch ein", "Dafür speichern wir euren Namen", "Aische")
                .doesNotContain("Geheimnis");
    }

    @Test
    void whoAgreesIsInTheSameTalkWithAKeyAndSeenByTheOther() throws Exception {
        comes(invited("Aische"));
        var shown = turn("{\"command\":\"help\"}").path("expects").path("step").asText();
        assertThat(other.step()).isEqualTo(shown);

        other.answer("command=open&control=BUTTONS");
        var people = turn("{\"command\":\"people\"}").path("expects").path("text").asText();

        assertThat(people).contains("**Ben**", "**Ayşe**");
    }

    @Test
    void onesOwnDataNameWhoWorksAlongAndWhatOneAgreedTo() throws Exception {
        comes(invited("Aische"));
        var page = other.get("/d/skizze/meine-daten").body();
        assertThat(page)
                .contains("<li>Ben: verantwortlich</li>")
                .contains("<li>Ayşe (das seid ihr): macht mit</li>")
                .contains("Ihr habt zugesagt mitzumachen: ", "Dafür speichern wir euren Namen");
        turn("{\"command\":\"people\"}");
        turn("{\"step\":\"_people\",\"text\":\"Nicht mehr dabei: Ayşe\"}");
        turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}");
        assertThat(other.get("/d/skizze/meine-daten").statusCode()).isEqualTo(404);
    }

    @Test
    void aLinkOpensOnceAndIsNotUsedUpByLooking() throws Exception {
        var path = invited("Aische");
        other.get(path);
        assertThat(other.post(path, "name=A").statusCode()).as("without a yes").isEqualTo(409);
        comes(path);

        try (var late = new Visitor(served.address(), "skizze")) {
            assertThat(late.get(path).statusCode()).isEqualTo(410);
            assertThat(late.post(path, "name=A&agreed=yes").statusCode()).isEqualTo(410);
        }
    }

    @Test
    void anotherConversationOfTheBrowserIsNotPutAwayWithoutAsking() throws Exception {
        other.begin();
        var path = invited("Aische");

        var asked = other.post(path, "name=A&agreed=yes");

        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("ein anderes Gespräch");
        assertThat(other.post(path, "name=A&agreed=yes&another=yes").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsPartedWithGetsAKindPageAndNothingElse() throws Exception {
        comes(invited("Aische"));
        turn("{\"command\":\"people\"}");
        turn("{\"step\":\"_people\",\"text\":\"Nicht mehr dabei: Ayşe\"}");
        turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}");

        var page = other.get("/d/skizze");

        assertThat(page.body()).contains("Ihr macht hier nicht mehr mit");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    }

    @Test
    void fromPagesOneInvitesTheSameWay() throws Exception {
        other.begin();
        other.answer("choose=yes&control=BUTTONS");
        other.answer("command=invite");
        other.answer("control=LINE&text=Ben");
        var answer = other.send("control=LINE&text=Aische");

        var link = LINK.matcher(answer.body());
        assertThat(link.find()).isTrue();
        var asked = ask("/api/v1/invitation", secret(link.group(1)));
        assertThat(asked.path("inviter").asText()).isEqualTo("Ben");
        assertThat(other.get(link.group(1)).body()).contains("Ihr macht hier schon mit");
        assertThat(other.get("/d/skizze").body()).doesNotContain(link.group(1));
    }

    @Test
    void scriptsComeInTheSameWay() throws Exception {
        var path = invited("Aische");
        var secret = path.substring(path.lastIndexOf('/') + 1);
        var body = "{\"secret\":\"" + secret + "\",\"name\":\"Ayşe\",\"agreed\":";
        assertThat(send("/api/v1/join", body + "false}").statusCode()).isEqualTo(400);

        var joined = send("/api/v1/join", body + "true}");

        assertThat(joined.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(joined.body()).path("key").asText()).isNotEmpty();
        assertThat(send("/api/v1/join", body + "true}").statusCode()).isEqualTo(404);
    }

    @Test
    void whoWorksAlongIsOfferedToTakeOutWhatIsTheirsOnly() throws Exception {
        turn("{\"step\":\"_scope\",\"choose\":[\"short\"]}");
        turn("{\"step\":\"vorhandenes\",\"choose\":[\"nein\"]}");
        turn("{\"step\":\"problem\",\"text\":\"Zu wenig Licht\"}");
        var path = invited("Aische");
        var body = secret(path).replace("}", ",\"name\":\"Ayşe\",\"agreed\":true}");
        token = ask("/api/v1/join", body).path("token").asText();
        turn("{\"step\":\"veraenderung\",\"text\":\"Mehr Licht\"}");

        var options = turn("{\"command\":\"redact\"}").path("expects").path("options");
        assertThat(options).hasSize(1);
        assertThat(options.path(0).path("id").asText()).isEqualTo("veraenderung");
        var refused = turn("{\"command\":\"redact\",\"step\":\"problem\"}");
        assertThat(refused.path("messages").toString()).contains("entscheidet hier allein: Ben");
        turn("{\"command\":\"redact\",\"step\":\"veraenderung\"}");
        var told = turn("{\"step\":\"_confirm\",\"choose\":[\"yes\"]}").toString();
        assertThat(told).contains("Entfernt: ").doesNotContain("Mehr Licht");
    }

    private static String secret(String path) {
        return "{\"secret\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}";
    }
}
