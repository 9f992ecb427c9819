// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Somebody who fills in a sketch over the HTTP API. A turn that got no answer is kept and repeated
/// with the same key.
final class Applicant {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// The address that a trusted proxy says they come from.
    static final String VISITOR = "198.51.100.201";

    private static final String EMAIL = "kim@verein.example";

    private final HttpClient client;
    private final String words;
    private String address;
    private String token = "";
    private JsonNode last = JsonNodeFactory.instance.objectNode();
    private ObjectNode pending = JsonNodeFactory.instance.objectNode();
    private String pendingKey = "";

    /// At that address, with the words of every free answer.
    Applicant(HttpClient client, String address, String words) {
        this.client = client;
        this.address = address;
        this.words = words;
    }

    /// The server is somewhere else now.
    void movesTo(String next) {
        address = next;
    }

    /// Begins a conversation; true when it is acknowledged.
    boolean begins(String dialog) throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("dialog", dialog);
        var answer = send(request("api/v1/conversations").POST(json(body)).build());
        if (answer.statusCode() != 201) return false;
        last = JSON.readTree(answer.body());
        token = last.path("token").asText();
        return true;
    }

    /// Comes in by an invitation, called so; true when it is acknowledged.
    boolean joins(String secret, String name) throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("secret", secret);
        body.put("name", name).put("agreed", true);
        var answer = send(request("api/v1/join").POST(json(body)).build());
        if (answer.statusCode() != 201) return false;
        last = JSON.readTree(answer.body());
        token = last.path("token").asText();
        return true;
    }

    /// Sends something that is no turn.
    HttpResponse<String> posts(String path, ObjectNode body)
            throws IOException, InterruptedException {
        return send(request(path).POST(json(body)).build());
    }

    /// Sends a turn, or repeats the one that is unanswered; gives the status. 503 keeps it pending.
    int turns(ObjectNode turn) throws IOException, InterruptedException {
        if (pendingKey.isEmpty()) {
            pending = turn;
            pendingKey = UUID.randomUUID().toString();
        }
        var answer =
                send(
                        request("api/v1/conversation/turns")
                                .header("Idempotency-Key", pendingKey)
                                .POST(json(pending))
                                .build());
        if (answer.statusCode() == 503 || answer.statusCode() == 429) return answer.statusCode();
        pendingKey = "";
        if (answer.statusCode() == 200) last = JSON.readTree(answer.body());
        return answer.statusCode();
    }

    /// Whether a turn is unanswered.
    boolean waits() {
        return !pendingKey.isEmpty();
    }

    /// The conversation as the server has it, by status.
    HttpResponse<String> asks(String path, String accept) throws IOException, InterruptedException {
        return send(request(path).header("Accept", accept).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("X-Forwarded-For", VISITOR)
                        .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofString());
    }

    /// The turn that comes next for somebody who answers everything, with the first option always.
    ObjectNode answer() {
        var expects = last.path("expects");
        var option = expects.path("options").path(0);
        var turn = JsonNodeFactory.instance.objectNode();
        turn.put("step", expects.path("step").asText());
        if (expects.path("type").asText().equals("contact")) {
            turn.putObject("value").put("name", "Kim").put("email", EMAIL);
        } else if (expects.path("type").asText().equals("email")) {
            turn.put("text", EMAIL);
        } else if (!option.isMissingNode()) {
            turn.putArray("choose").add(option.path("id").asText());
            if (option.path("note").asText().equals("required")) turn.put("text", words);
        } else {
            turn.put("text", words());
        }
        return turn;
    }

    /// The same answer as lines typed into a terminal.
    List<String> lines() {
        var expects = last.path("expects");
        var option = expects.path("options").path(0);
        if (expects.path("type").asText().equals("contact")) return List.of("Kim, " + EMAIL);
        if (expects.path("type").asText().equals("email")) return List.of(EMAIL);
        if (option.isMissingNode()) return List.of(words());
        var text = option.path("text").asText();
        return option.path("note").asText().equals("required")
                ? List.of(text, words)
                : List.of(text);
    }

    private String words() {
        return last.path("expects").path("type").asText().equals("number") ? "3" : words;
    }

    /// A command.
    static ObjectNode command(String command) {
        return JsonNodeFactory.instance.objectNode().put("command", command);
    }

    /// The place at hand.
    String step() {
        return last.path("expects").path("step").asText();
    }

    /// The last answer of the server.
    JsonNode last() {
        return last;
    }

    /// The turns that were acknowledged.
    int revision() {
        return last.path("expects").path("revision").asInt();
    }

    String token() {
        return token;
    }
}
