// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileRules;
import org.skizzenlotse.conversation.Installation;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.SketchForm;
import org.skizzenlotse.conversation.Statuses;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.desk.Handed;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The inbox over a real database and real conversations with the shipped dialogs, on a free port:
/// sketches are handed in, somebody of the team is signed in, and pages are asked for.
final class Desked implements AutoCloseable {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int TURNS_MAX = 200;

    final Database database;
    final Conversations conversations;
    final Published published;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";

    private final Map<String, String> tokens = new HashMap<>();

    Desked(Path folder) throws IOException {
        var clock = Clock.systemUTC();
        database = Database.open(StoreSettings.in(folder.resolve("var")), clock);
        published =
                new Published(
                        new DialogStore(database),
                        new Published.Forms(DialogFolder::fromCanonical, DialogFolder::migration),
                        clock);
        var root = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        published.publish(
                DialogFolder.read(root).dialogs().stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), "{}"))
                        .toList());
        var installation =
                new Installation(
                        new Engine(PhrasesFile.load()),
                        clock,
                        BERLIN,
                        facts(),
                        null,
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        _ -> {},
                        FileRules.STANDARD);
        conversations = new Conversations(installation, published, database);
        var settings =
                new WebSettings(
                        "127.0.0.1", 0, "", Set.of(), Set.of(), WebSettings.Limits.GENEROUS);
        var rules = new SignInRules(settings, Duration.ofHours(1), clock);
        var means =
                new Office.Means(database, conversations, published, Statuses.USUAL, BERLIN, clock);
        var parts = new InboxParts(() -> means);
        var inbox = new Inbox(() -> Staff.over(database), rules, BERLIN, List.of(parts));
        server = WebServer.start(settings, () -> true, List.of(inbox));
    }

    private Map<String, Value> facts() {
        var facts = new HashMap<String, Value>();
        for (var dialog : published.all())
            dialog.parts()
                    .facts()
                    .forEach((id, kind) ->
                            facts.put(
                                    id,
                                    kind.type().equals("number")
                                            ? new Value.Quantity(BigDecimal.valueOf(14))
                                            : new Value.Text("[" + kind.label() + "]")));
        return facts;
    }

    /// Hands in a short sketch with these answers in the place of usual ones, and gives its
    /// reference.
    String handIn(Map<String, Object> other) {
        return handInSpeaking("de", other);
    }

    /// The same in a variant.
    String handInSpeaking(String variant, Map<String, Object> other) {
        var answers = new HashMap<>(Handing.USUAL);
        answers.putAll(other);
        var token = conversations.open("skizze", variant, "web").token();
        return handIn(token, answers);
    }

    String handIn(String token, Map<String, Object> answers) {
        var view = ((Outcome.Done) conversations.view(token)).view();
        for (int i = 0; i < TURNS_MAX && !view.expects().step().value().equals("_submitted"); i++)
            view = turn(token, input(token, view, answers));
        assertThat(view.expects().step().value()).isEqualTo("_submitted");
        var light = (String) answers.getOrDefault("licht", "");
        if (!light.isEmpty()) new Handed(database).shines(view.reference(), light);
        tokens.put(view.reference(), token);
        return view.reference();
    }

    /// The token of whoever handed that in.
    String token(String reference) {
        return Objects.requireNonNull(tokens.get(reference));
    }

    View turn(String token, Input input) {
        var outcome = conversations.turn(token, new TurnRequest(input, "web", "", ""));
        return ((Outcome.Done) outcome).view();
    }

    /// A file as an answer.
    record Upload(String name, String content) {}

    private Input attached(String token, StepId step, Upload upload) {
        var files = conversations.files();
        var bytes = upload.content().getBytes(StandardCharsets.UTF_8);
        var announced = new FileDesk.Announced(step, "", upload.name(), bytes.length);
        var id = ((FileDesk.Begun.Ready) files.begin(token, announced)).id();
        files.append(token, id, 0, new ByteArrayInputStream(bytes));
        var file = new Value.File(id, upload.name(), bytes.length, "text/plain", "", "");
        return new Input.Attached(step, List.of(file));
    }

    private Input input(String token, View view, Map<String, Object> answers) {
        var expects = view.expects();
        var step = expects.step();
        if (answers.get(step.value()) instanceof Upload upload)
            return attached(token, step, upload);
        if (step.value().equals("_review")) return new Input.Chose(step, List.of("submit"), "");
        var answer = answers.get(step.value());
        if (answer instanceof Map<?, ?> members) {
            var given = new HashMap<String, Object>();
            members.forEach((name, member) -> given.put((String) name, member));
            return new Input.Gave(step, given);
        }
        if (answer instanceof List<?> options)
            return new Input.Chose(step, options.stream().map(String::valueOf).toList(), "");
        if (answer instanceof OpenStatus open) return new Input.LeftOpen(step, open);
        if (answer instanceof String text)
            return expects.options().isEmpty()
                    ? new Input.Said(step, text)
                    : new Input.Chose(step, List.of(text), "");
        if (!expects.open().isEmpty())
            return new Input.LeftOpen(step, expects.open().getFirst().status());
        return new Input.Chose(step, List.of(expects.options().getFirst().id()), "");
    }

    ConversationId id(String reference) {
        return conversations.find(reference).orElseThrow();
    }

    /// Signs somebody in; from now on all requests are theirs.
    void signIn(String id, String name, Role role) {
        var token = StaffCookie.fresh();
        var hash = database.keys().hash("staff session", token);
        long now = System.currentTimeMillis();
        database.write(
                Job.of(handle -> {
                    handle.createUpdate(
                                    """
                                    insert into staff (id, login, name, role, language, shortcuts,
                                      otp_step, made_at)
                                    values (:id, :id, :name, :role, 'de', 1, 0, :now)
                                    on conflict (id) do nothing
                                    """)
                            .bind("id", id)
                            .bind("name", name)
                            .bind("role", role.id())
                            .bind("now", now)
                            .execute();
                    return handle.createUpdate(
                                    """
                                    insert into staff_session
                                      (hash, staff_id, made_at, used_at, ends_at)
                                    values (:hash, :id, :now, :now, :end)
                                    """)
                            .bind("hash", hash)
                            .bind("id", id)
                            .bind("now", now)
                            .bind("end", now + 3_600_000)
                            .execute();
                }));
        cookie = "team=" + token;
    }

    String cookie() {
        return cookie;
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    InputStream stream(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    String page(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// Sends a form with the proof of the page where it stands.
    HttpResponse<String> send(String from, String path, Map<String, String> fields)
            throws Exception {
        return client.send(form(from, path, fields), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> take(String from, String path, Map<String, String> fields)
            throws Exception {
        return client.send(form(from, path, fields), BodyHandlers.ofByteArray());
    }

    private HttpRequest form(String from, String path, Map<String, String> fields)
            throws Exception {
        var page = page(from);
        var proof = page.replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]*)\".*", "$1");
        var body = new StringBuilder("csrf=" + proof);
        fields.forEach((name, value) ->
                body.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(path)
                .POST(BodyPublishers.ofString(body.toString()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(address() + path));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    @Override
    public void close() throws IOException {
        server.close();
        client.close();
        database.close();
    }
}
