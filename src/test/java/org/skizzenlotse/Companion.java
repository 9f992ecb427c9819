// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody who is invited to a sketch and works along, with a canary for every name, in an answer,
/// and in a file that comes in by a link.
final class Companion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STEP = "veraenderung";
    private static final String FILES = "unterlagen";

    private final HttpClient client;
    private final Canaries canaries;
    private final Applicant along;
    private final String answer;

    Companion(HttpClient client, String address, Canaries canaries) {
        this.client = client;
        this.canaries = canaries;
        this.along = new Applicant(client, address, "");
        this.answer = canaries.one("gemeinsamAntwort");
    }

    /// What they answer, once they are here.
    String answer() {
        return answer;
    }

    /// Is invited, comes, changes an answer and adds a file.
    void comes(Applicant inviter) throws Exception {
        along.joins(invited(inviter), canaries.one("gemeinsamSelbst"));
        assertThat(along.last().path("key").asText()).isNotEmpty();
        assertThat(along.turns(Applicant.command("change").put("step", STEP))).isEqualTo(200);
        var changed = JsonNodeFactory.instance.objectNode().put("step", STEP).put("text", answer);
        assertThat(along.turns(changed)).isEqualTo(200);
        uploads();
        attaches();
        assertThat(along.turns(Applicant.command("overview"))).isEqualTo(200);
        assertThat(along.last().path("messages").toString()).contains(answer, "gemeinsamDatei");
    }

    private String invited(Applicant inviter) throws Exception {
        inviter.turns(Applicant.command("invite"));
        assertThat(inviter.step()).isEqualTo("_name");
        inviter.turns(said("_name", canaries.one("gemeinsamErste")));
        inviter.turns(said("_invite", canaries.one("gemeinsamEingeladen")));
        var link = inviter.last().path("link").asText();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static ObjectNode said(String step, String text) {
        return JsonNodeFactory.instance.objectNode().put("step", step).put("text", text);
    }

    private void uploads() throws Exception {
        var step = JsonNodeFactory.instance.objectNode().put("step", FILES);
        var link = along.posts("api/v1/conversation/upload-links", step);
        var url = JSON.readTree(link.body()).path("url").asText();
        var content = (canaries.one("gemeinsamInhalt") + " im Anhang.\n").repeat(50);
        var form =
                """
                --grenze\r
                Content-Disposition: form-data; name="file"; filename="%s.txt"\r
                \r
                %s\r
                --grenze--\r
                """
                        .formatted(canaries.one("gemeinsamDatei"), content);
        var sent =
                client.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    }

    /// All files that there are.
    private void attaches() throws Exception {
        var list = along.asks("api/v1/conversation/files", "application/json").body();
        var turn = JsonNodeFactory.instance.objectNode().put("step", FILES);
        var files = turn.putArray("files");
        for (var file : JSON.readTree(list).path("files"))
            files.addObject()
                    .put("id", file.path("id").asText())
                    .put("description", canaries.one("gemeinsamBeschreibung"));
        assertThat(files).hasSize(2);
        assertThat(along.turns(turn)).isEqualTo(200);
    }

    /// Takes what they answered out for good.
    void takesOut() throws Exception {
        along.turns(Applicant.command("redact").put("step", STEP));
        assertThat(along.step()).isEqualTo("_confirm");
        var yes = JsonNodeFactory.instance.objectNode().put("step", "_confirm");
        yes.putArray("choose").add("yes");
        assertThat(along.turns(yes)).isEqualTo(200);
    }

    /// What a request of theirs is answered with now.
    int status() throws Exception {
        return along.asks("api/v1/conversation", "application/json").statusCode();
    }
}
