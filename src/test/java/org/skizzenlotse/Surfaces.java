// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.web.Browser;
import org.skizzenlotse.channel.web.PagesByKeyboard;
import org.skizzenlotse.channel.web.widget.Chat;

/// Fills in the shipped sketch in full, with a canary wherever words can be written, on one
/// surface.
final class Surfaces {
    private static final Pattern REFERENCE = Pattern.compile("SK-[0-9A-Z]{4}-[0-9A-Z]{4}");
    private static final int TURNS_MAX = 200;

    private final String address;
    private final Canaries canaries;
    private final String surface;
    private final Map<String, String> words = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Applicant applicant;
    private boolean inTerminal;
    final Companion companion;

    Surfaces(String address, Canaries canaries, String surface) {
        this.address = address;
        this.canaries = canaries;
        this.surface = surface;
        this.applicant = new Applicant(client, address, "");
        this.companion = new Companion(client, address, canaries);
    }

    /// The canary of a step.
    String word(String step) {
        return words.computeIfAbsent(step, one -> canaries.one(surface + one));
    }

    private String email(String step) {
        return word(step).toLowerCase(java.util.Locale.ROOT) + "@verein.example";
    }

    // -- over HTTP, as scripts do it --

    /// Submits, with a file, a changed answer and somebody who works along, and gives the
    /// reference.
    String overApi() throws Exception {
        applicant = new Applicant(client, address, "");
        assertThat(applicant.begins("skizze")).isTrue();
        for (int i = 0; i < TURNS_MAX && !applicant.step().equals("_review"); i++)
            assertThat(applicant.turns(answer())).as(applicant.step()).isEqualTo(200);
        change("problem");
        companion.comes(applicant);
        applicant.turns(Applicant.command("overview"));
        applicant.turns(Applicant.command("my_data"));
        assertThat(applicant.step()).isEqualTo("_review");
        applicant.turns(answer());
        return applicant.last().path("reference").asText();
    }

    private void change(String step) throws Exception {
        applicant.turns(Applicant.command("change").put("step", step));
        var again = JsonNodeFactory.instance.objectNode().put("step", step);
        applicant.turns(again.put("text", word(step) + " und " + word(step + "Neu")));
    }

    /// Takes an answer out for good.
    void takesOut(String step) throws Exception {
        applicant.turns(Applicant.command("redact").put("step", step));
        applicant.turns(choice("_confirm", "yes"));
        assertThat(applicant.asks("api/v1/conversation", "application/json").body())
                .doesNotContain(word(step));
    }

    /// Erases by the word for it, and its confirmation.
    void erases() throws Exception {
        applicant.turns(Applicant.command("erase"));
        applicant.turns(choice("_confirm", "yes"));
        assertThat(applicant.asks("api/v1/conversation", "application/json").statusCode())
                .isEqualTo(410);
    }

    private static ObjectNode choice(String step, String option) {
        var turn = JsonNodeFactory.instance.objectNode().put("step", step);
        turn.putArray("choose").add(option);
        return turn;
    }

    private ObjectNode answer() throws Exception {
        var expects = applicant.last().path("expects");
        var step = applicant.step();
        var turn = JsonNodeFactory.instance.objectNode().put("step", step);
        switch (expects.path("type").asText()) {
            case "file" -> turn.putArray("files").add(file(step));
            case "contact" -> {
                var value = turn.putObject("value");
                value.put("name", word(step + "Name")).put("email", email(step));
                expects.path("fields")
                        .forEach(field -> {
                            if (field.path("name").asText().equals("role"))
                                value.put("role", word(step + "Rolle"));
                        });
            }
            case "email" -> turn.put("text", email(step));
            case "number" -> turn.put("text", "3");
            case "text", "long_text" -> turn.put("text", word(step));
            default -> choose(turn);
        }
        return turn;
    }

    /// The option with words beside it if there is one, else the first; the last of what says so.
    private void choose(ObjectNode turn) {
        var noted = inTerminal ? List.of("required") : List.of("required", "optional");
        var options = applicant.last().path("expects").path("options");
        var wished = options.path(0);
        for (var option : options) {
            if (option.path("id").asText().equals(wish(applicant.step()))) wished = option;
            if (noted.contains(option.path("note").asText())) wished = option;
        }
        turn.putArray("choose").add(wished.path("id").asText());
        if (noted.contains(wished.path("note").asText())) turn.put("text", word(applicant.step()));
    }

    private static String wish(String step) {
        return switch (step) {
            case "_scope" -> "full";
            case "vorhandenes" -> "ja";
            default -> "";
        };
    }

    private ObjectNode file(String step) throws Exception {
        var bytes = (word(step + "Inhalt") + " steht in der Datei.\n").repeat(900).getBytes(UTF_8);
        var made =
                client.send(
                        upload("api/v1/conversation/files")
                                .header("Upload-Length", "" + bytes.length)
                                .header(
                                        "Upload-Metadata",
                                        "filename "
                                                + base64(word(step + "Datei") + ".txt")
                                                + ",step "
                                                + base64(step))
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(made.statusCode()).isEqualTo(201);
        var place = made.headers().firstValue("Location").orElseThrow();
        var sent =
                client.send(
                        upload(place.replaceFirst("^/", ""))
                                .header("Upload-Offset", "0")
                                .header("Content-Type", "application/offset+octet-stream")
                                .method("PATCH", BodyPublishers.ofByteArray(bytes))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(sent.statusCode()).isEqualTo(204);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", place.substring(place.lastIndexOf('/') + 1))
                .put("description", word(step + "Beschreibung"));
    }

    private HttpRequest.Builder upload(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + applicant.token())
                .header("Tus-Resumable", "1.0.0");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /// The lines that answer the same questions in a terminal, with a file by its path.
    List<String> lines(Path folder) throws Exception {
        inTerminal = true;
        var lines = new ArrayList<String>();
        assertThat(applicant.begins("skizze")).isTrue();
        for (int i = 0; i < TURNS_MAX && !applicant.step().equals("_submitted"); i++) {
            var expects = applicant.last().path("expects");
            var turn = answer();
            if (turn.has("files")) {
                lines.add(paper(folder) + " | " + word("paperBeschreibung"));
                lines.add("fertig");
            }
            var chosen = turn.path("choose").path(0).asText("");
            if (turn.has("value"))
                lines.add(
                        turn.path("value").path("name").asText()
                                + ", "
                                + turn.path("value").path("email").asText());
            else if (!chosen.isEmpty())
                expects.path("options")
                        .forEach(option -> {
                            if (option.path("id").asText().equals(chosen))
                                lines.add(option.path("text").asText());
                        });
            if (turn.has("text")) lines.add(turn.path("text").asText());
            applicant.turns(turn);
        }
        applicant.turns(Applicant.command("erase"));
        applicant.turns(choice("_confirm", "yes"));
        return lines;
    }

    // -- in a browser --

    /// What is typed, by step, and which options lead through most of it.
    private Map<String, String> typed() {
        var typed = new LinkedHashMap<String, String>();
        for (var step :
                List.of(
                        "problem",
                        "veraenderung",
                        "loesung",
                        "titel",
                        "umfang",
                        "vorstellung",
                        "datenarten",
                        "ausschluss",
                        "vielfalt",
                        "produkt_grund",
                        "ohne_technik")) typed.put(step, word(step));
        typed.put("bestaetigung", email("bestaetigung"));
        typed.put("stunden", "3");
        return typed;
    }

    private static Map<String, String> chosen() {
        return Map.of("einwilligung", "yes", "_scope", "full", "vorhandenes", "ja");
    }

    /// Submits in the widget, with a file, and gives the reference.
    String inWidget(Page page, Path folder) throws Exception {
        page.navigate(address + "chat/skizze");
        var wanted = new HashMap<>(chosen());
        wanted.putAll(typed());
        var chat = new Chat(page, wanted).open();
        chat.answerUntil("unterlagen");
        chat.find(".question input[multiple]").setInputFiles(paper(folder));
        // the field for its description is there once it has arrived
        chat.find(".files input").first().waitFor();
        chat.press(".question form > button.main");
        chat.arrive("problem");
        chat.answerUntil("_review");
        chat.pick("submit");
        chat.arrive("_submitted");
        return chat.find(".number strong").textContent();
    }

    /// The reference in what somebody was told.
    static String reference(String told) {
        var reference = REFERENCE.matcher(told);
        assertThat(reference.find()).as(told).isTrue();
        return reference.group();
    }

    private Path paper(Path folder) throws Exception {
        return Files.writeString(folder.resolve(word("paper") + ".txt"), word("paperInhalt"));
    }

    /// Submits on the pages without JavaScript, with a file, and gives the reference.
    String onPages(Page page, Path folder) throws Exception {
        var lists = new HashMap<String, List<String>>();
        chosen().forEach((step, option) -> lists.put(step, List.of(option)));
        var pages = new PagesByKeyboard(page, typed(), lists);
        page.navigate(address + "d/skizze");
        Browser.press(page, "button.main");
        pages.answerUntil("unterlagen", () -> {});
        page.locator("input[type=file]").first().setInputFiles(paper(folder));
        Browser.press(page, "form[enctype='multipart/form-data'] button");
        page.getByText(word("paper")).first().waitFor();
        pages.send();
        pages.answerUntil("_review", () -> {});
        pages.choose("_review", "submit");
        assertThat(pages.step()).isEqualTo("_submitted");
        return reference(page.textContent("main"));
    }
}
