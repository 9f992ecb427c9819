// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.channel.web.api.Api;
import org.skizzenlotse.channel.web.site.Operator;
import org.skizzenlotse.channel.web.site.Site;
import org.skizzenlotse.channel.web.widget.Widget;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Installation;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.SketchForm;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.LoadedDialog;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.render.SketchJson;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The whole web surface with the shipped dialogs, a database of its own and real conversations, on
/// a free port.
public final class Served implements AutoCloseable {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path data;
    private final Database database;
    private final WebServer server;
    private final Published published;

    private Served(Path data, Database database, WebServer server, Published published) {
        this.published = published;
        this.data = data;
        this.database = database;
        this.server = server;
    }

    /// Serves what is in `dialogs/`.
    public static Served start(WebSettings settings) throws IOException {
        return start(settings, PROJECT.resolve("dialogs"));
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
                new Published(new DialogStore(database), DialogFolder::fromCanonical, clock);
        published.publish(
                loaded.stream()
                        .map(one -> new Published.Proven(one.dialog(), one.canonicalJson(), "{}"))
                        .toList());
        var installation =
                new Installation(
                        new Engine(PhrasesFile.load()),
                        clock,
                        BERLIN,
                        facts(loaded.stream().map(LoadedDialog::dialog).toList()),
                        null,
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        _ -> {});
        var conversations = new Conversations(installation, published, database);
        var talk = new Talk(conversations, published::all, BERLIN);
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
        return new Served(data, database, server, published);
    }

    /// A text or number for every fact that the dialogs ask of an installation.
    private static Map<String, Value> facts(List<Dialog> dialogs) {
        var facts = new HashMap<String, Value>();
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
