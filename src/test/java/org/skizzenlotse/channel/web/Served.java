// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.channel.web.api.Api;
import org.skizzenlotse.channel.web.site.Operator;
import org.skizzenlotse.channel.web.site.Site;
import org.skizzenlotse.channel.web.widget.Widget;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.FileRules;
import org.skizzenlotse.conversation.Installation;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.SketchForm;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.Found;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.form.ConversationForm;
import org.skizzenlotse.store.form.HappenedForm;
import org.skizzenlotse.store.form.MessageForm;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The whole web surface with the shipped dialogs, a database of its own and real conversations, on
/// a free port.
public final class Served implements AutoCloseable {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));

    /// The bot of whoever is known by an address.
    public static final String BOT = "probe_bot";

    /// The same in Matrix.
    public static final String MATRIX_BOT = "@lotse:example.org";

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path data;
    private final Database database;
    private final WebServer server;
    private final Published published;
    private final Conversations conversations;
    private final Map<String, Value> facts;

    private Served(
            Path data,
            Database database,
            WebServer server,
            Published published,
            Conversations conversations,
            Map<String, Value> facts) {
        this.facts = Map.copyOf(facts);
        this.published = published;
        this.conversations = conversations;
        this.data = data;
        this.database = database;
        this.server = server;
    }

    /// Serves what is in `dialogs/`.
    public static Served start(WebSettings settings) throws IOException {
        return start(settings, PROJECT.resolve("dialogs"));
    }

    /// Serves them where people know it by that address.
    public static Served known(String publicUrl) throws IOException {
        var limits = WebSettings.Limits.GENEROUS;
        return start(
                new WebSettings("127.0.0.1", 0, publicUrl, Set.of(), Set.of(), limits),
                PROJECT.resolve("dialogs"));
    }

    /// Serves the dialogs of another folder.
    public static Served start(WebSettings settings, Path dialogs) throws IOException {
        var read = DialogFolder.read(dialogs);
        assertThat(read.hasErrors()).as("%s", read.problems()).isFalse();
        var loaded = read.dialogs();
        var clock = InstantSource.system();
        var data = Files.createTempDirectory("served");
        var database = Database.open(StoreSettings.in(data), clock);
        var published =
                new Published(
                        new DialogStore(database),
                        new Published.Forms(DialogFolder::fromCanonical, DialogFolder::migration),
                        clock);
        published.publish(
                loaded.stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), "{}"))
                        .toList());
        var installation =
                new Installation(
                        new Engine(PhrasesFile.load()),
                        clock,
                        BERLIN,
                        facts(
                                loaded.stream().map(LoadedDialog::dialog).toList(),
                                settings.publicUrl()),
                        null,
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        _ -> {},
                        FileRules.STANDARD);
        var conversations = new Conversations(installation, published, database);
        var bots =
                settings.publicUrl().isEmpty()
                        ? Talk.Bots.NONE
                        : new Talk.Bots(() -> BOT, () -> MATRIX_BOT);
        var talk = new Talk(() -> conversations, published::all, BERLIN, bots);
        var api = new Api(talk, settings);
        var operator = new Operator(installation.facts(), Operator.Legal.NONE, true, null, BERLIN);
        var surfaces =
                List.<WebServer.Surface>of(
                        api,
                        new Pages(talk, settings),
                        new HandOver(talk, settings),
                        new Widget(),
                        new Site(talk, read::guidance, operator, clock));
        var server = WebServer.start(settings, () -> true, surfaces);
        return new Served(data, database, server, published, conversations, installation.facts());
    }

    /// A text or number for every fact that the dialogs ask of an installation.
    private static Map<String, Value> facts(List<Dialog> dialogs, String publicUrl) {
        var facts = new HashMap<String, Value>();
        if (!publicUrl.isEmpty()) facts.put("umzug", new Value.Text(publicUrl + "/umzug/"));
        for (var dialog : dialogs) {
            dialog.parts()
                    .facts()
                    .forEach((id, kind) ->
                            facts.put(
                                    id,
                                    kind.type().equals("number")
                                            ? new Value.Quantity(BigDecimal.valueOf(14))
                                            : new Value.Text("[" + kind.label() + "]")));
        }
        return facts;
    }

    /// The same conversations for another channel.
    public Conversations conversations() {
        return conversations;
    }

    /// What this installation sets for the dialogs.
    public Map<String, Value> facts() {
        return facts;
    }

    /// The value that was given at a step, if one was.
    public Optional<Value> answer(String token, String step) {
        return new Turns(database)
                .find(token, "", Instant.now())
                .known()
                .flatMap(stored -> stored.conversation().answer(new StepId(step)))
                .flatMap(Answer::given);
    }

    /// The dialogs in force.
    public Collection<Dialog> dialogs() {
        return published.all();
    }

    /// Where it is, without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Puts what this folder holds in force, as after a start with changed files.
    public void publish(Path dialogs) {
        published.publish(
                DialogFolder.read(dialogs).dialogs().stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), "{}"))
                        .toList());
    }

    /// All that lies in the database about a conversation, opened, as it is stored.
    public String opened(String token) {
        return opened(new Turns(database).find(token, "", Instant.now()));
    }

    /// The same of every conversation.
    public String everyOpened() throws SQLException {
        var turns = new Turns(database);
        var all = new StringBuilder();
        try (var beside = DriverManager.getConnection("jdbc:sqlite:" + file());
                var asked = beside.createStatement();
                var rows = asked.executeQuery("select id from conversation")) {
            while (rows.next())
                all.append(opened(turns.find(new ConversationId(rows.getString(1)))));
        }
        return all.toString();
    }

    private Path file() {
        return data.resolve("skizzenlotse.db");
    }

    private String opened(Found found) {
        if (!(found instanceof Found.Known(var stored, _)))
            throw new AssertionError("no such conversation");
        var turns = new Turns(database);
        var all = new StringBuilder();
        for (var fact : turns.history(stored, stored.lastFact()))
            all.append(new String(HappenedForm.write(fact), UTF_8)).append('\n');
        for (var one : turns.messages(stored, 0, stored.lastMessage()))
            all.append(new String(MessageForm.write(one.message()), UTF_8)).append('\n');
        return all.append(new String(ConversationForm.write(stored.conversation()), UTF_8))
                .toString();
    }

    /// Every byte below the data folder, as text.
    public String bytes() throws IOException {
        try (var files = Files.walk(data)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList())
                all.append(Files.readString(file, ISO_8859_1));
            return all.toString();
        }
    }

    /// Makes a conversation unreadable, as a bad sector would; gives what stood there.
    public byte[] spoil(ConversationId id) throws SQLException {
        try (var beside = DriverManager.getConnection("jdbc:sqlite:" + file());
                var asked =
                        beside.prepareStatement("select state from conversation where id = ?")) {
            asked.setString(1, id.value());
            try (var rows = asked.executeQuery()) {
                var whole = rows.getBytes(1);
                mend(id, new byte[] {0});
                return whole;
            }
        }
    }

    /// Puts it back.
    public void mend(ConversationId id, byte[] whole) throws SQLException {
        try (var beside = DriverManager.getConnection("jdbc:sqlite:" + file());
                var change =
                        beside.prepareStatement("update conversation set state = ? where id = ?")) {
            change.setBytes(1, whole);
            change.setString(2, id.value());
            change.executeUpdate();
        }
    }

    /// From now on nothing can be made durable.
    public void breakDisk() throws IOException {
        database.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        database.close();
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(Served::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
