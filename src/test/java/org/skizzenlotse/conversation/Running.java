// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.DialogText;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.Versions;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.turn.Scenario;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.form.ConversationForm;
import org.skizzenlotse.store.form.HappenedForm;

/// An installation that runs: a real database in a folder, a real dialog, the real engine, and a
/// clock that the test moves.
final class Running implements AutoCloseable {
    private static final Map<String, Value> FACTS =
            Map.of(
                    "frist", new Value.Text("Freitag"),
                    "plaetze", new Value.Quantity(BigDecimal.TEN));

    final Path data;
    final Path dialogs;
    @Nullable Call call;
    FileRules rules = FileRules.STANDARD;
    final Map<String, Value> told = new HashMap<>();
    final List<String> forgotten = new ArrayList<>();
    Instant now = Instant.parse("2026-11-23T10:00:00.123456789Z");
    Database database;
    Published published;
    Conversations conversations;

    Running(Path folder) throws IOException {
        data = folder.resolve("var");
        dialogs = folder.resolve("dialogs");
        Files.createDirectories(dialogs);
        database = Database.open(new StoreSettings(data, 500), clock());
        published = published();
        published.publish(List.of());
        conversations = conversations();
        // where a later version is in force already, it stays: somebody may be underway in it
        if (published.inForce("probe").isEmpty()) publish(DialogText.sound());
    }

    /// The same data after the process ended and began again.
    void restart() throws IOException {
        database.close();
        database = Database.open(new StoreSettings(data, 500), clock());
        published = published();
        published.publish(List.of());
        conversations = conversations();
    }

    /// The same with other settings.
    void again() {
        conversations = conversations();
    }

    /// Now, as it is stored.
    Instant now() {
        return now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    /// Also puts the dialogs of the repository in force.
    void publishShipped() {
        var root = Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs");
        published.publish(
                DialogFolder.read(root).dialogs().stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), "ok"))
                        .toList());
    }

    void publish(DialogText text) throws IOException {
        assertThat(puts(text)).noneMatch(Published.Put::refused);
    }

    /// Tries to put it in force, with its migrations from what was there.
    List<Published.Put> puts(DialogText text) throws IOException {
        var folder = text.write(Files.createTempDirectory(dialogs, "version"));
        var versions = new Versions(published::find, published::current);
        var loaded = DialogFolder.read(folder, versions);
        assertThat(loaded.problems().stream().filter(one -> one.isError())).isEmpty();
        return published.publish(loaded.dialogs().stream().map(Running::proven).toList());
    }

    private static Published.Proven proven(LoadedDialog one) {
        var migrations =
                one.migrations().stream()
                        .map(it -> new Published.Written(it.migration(), it.json()))
                        .toList();
        return new Published.Proven(one.dialog(), one.canonicalJson(), "ok", migrations);
    }

    InstantSource clock() {
        return () -> now;
    }

    void waits(Duration time) {
        now = now.plus(time);
    }

    String open() {
        return conversations.open("probe", "de", "web").token();
    }

    /// Opened, agreed and the way chosen.
    String begun() {
        var token = open();
        taps(token, "einwilligung", "yes");
        taps(token, "_scope", "full");
        return token;
    }

    /// All answered, at the review.
    String answered(String partner) {
        var token = begun();
        taps(token, "traeger", "firma");
        says(token, "partner", partner);
        taps(token, "ziele", "wissen");
        says(token, "stunden", "8");
        return token;
    }

    /// Somebody is invited and comes; gives their token.
    String joins(String token, String name) {
        if (commands(token, Command.INVITE, "").expects().step().value().equals("_name"))
            says(token, "_name", "Benedikta");
        var link = says(token, "_invite", name).link();
        var secret = link.substring(link.lastIndexOf('/') + 1);
        return ((ComingBack.Here) conversations.accept(secret, name, "web")).token();
    }

    View taps(String token, String step, String... options) {
        return takes(token, new Input.Chose(new StepId(step), List.of(options), ""));
    }

    View says(String token, String step, String words) {
        return takes(token, new Input.Said(new StepId(step), words));
    }

    View commands(String token, Command command, String target) {
        return takes(token, new Input.Commanded(command, target));
    }

    View takes(String token, Input input) {
        var outcome = conversations.turn(token, new TurnRequest(input, "web", "", ""));
        return ((Outcome.Done) outcome).view();
    }

    Outcome turn(String token, Input input, String key, String hash) {
        return conversations.turn(token, new TurnRequest(input, "web", key, hash));
    }

    View view(String token) {
        return ((Outcome.Done) conversations.view(token)).view();
    }

    Stored stored(String token) {
        return ((Found.Known) new Turns(database).find(token, "", now)).stored();
    }

    List<Happened> history(String token) {
        var stored = stored(token);
        return new Turns(database).history(stored, stored.lastFact());
    }

    /// All that lies in the database about a conversation, opened, as text.
    String everything(String token) {
        var stored = stored(token);
        var all = new StringBuilder();
        for (var fact : history(token)) all.append(said(fact)).append('\n');
        for (var one : new Turns(database).messages(stored, 0, stored.lastMessage()))
            all.append(one.message().text()).append('\n');
        return all + state(token);
    }

    /// The state as it is stored, opened.
    String state(String token) {
        return new String(ConversationForm.write(stored(token).conversation()), UTF_8);
    }

    /// The answers in force, as they are stored.
    String answers(String token) throws IOException {
        return new ObjectMapper().readTree(state(token).substring(1)).path("a").toString();
    }

    ConversationId id(String token) {
        return stored(token).conversation().id();
    }

    private Published published() {
        return new Published(
                new DialogStore(database),
                new Published.Forms(DialogFolder::fromCanonical, DialogFolder::migration),
                clock());
    }

    private Conversations conversations() {
        var installation =
                new Installation(
                        new Engine(Scenario.phrases()),
                        clock(),
                        ZoneId.of("Europe/Berlin"),
                        facts(),
                        call,
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        forgotten::addAll,
                        rules);
        return new Conversations(installation, published, database);
    }

    private Map<String, Value> facts() {
        var facts = new HashMap<>(Scenario.FACTS);
        facts.putAll(FACTS);
        facts.putAll(told);
        return facts;
    }

    /// Values hide their content in `toString`, so the stored form is looked into.
    private static String said(Object fact) {
        return fact instanceof Happened happened
                ? new String(HappenedForm.write(happened), UTF_8)
                : fact.toString();
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
