// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.FileRules;
import org.skizzenlotse.conversation.Installation;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.SketchForm;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Turn;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.database.Written;

/// An installation as it runs, without the web: a real database in a folder, the workloads as its
/// dialogs.
final class Durable implements AutoCloseable {
    private static final Map<String, Value> FACTS =
            Map.of("antwort_tage", new Value.Quantity(BigDecimal.TEN));

    private final Engine engine = new Engine(PhrasesFile.load());
    private final Map<Workload, Dialog> dialogs = new HashMap<>();
    private final Database database;
    private final Conversations conversations;
    private final AtomicInteger written = new AtomicInteger();

    /// Over the data in a folder, with the dialogs written beside them.
    Durable(Path folder, List<Workload> works) throws IOException {
        var clock = Clock.systemUTC();
        database = Database.open(StoreSettings.in(folder.resolve("var")), clock);
        var published =
                new Published(
                        new DialogStore(database),
                        new Published.Forms(DialogFolder::fromCanonical, DialogFolder::migration),
                        clock);
        var proven = new ArrayList<Published.Proven>();
        for (var work : works) {
            var read = WorkloadFiles.write(work, folder.resolve("dialogs"));
            dialogs.put(work, read.dialog());
            proven.add(new Published.Proven(read.dialog(), read.canonicalJson(), "measured"));
        }
        published.publish(proven);
        var installation =
                new Installation(
                        engine,
                        clock,
                        ZoneId.of("Europe/Berlin"),
                        FACTS,
                        null,
                        new SketchForm(new SketchJson()::render, SketchJson::read),
                        _ -> {},
                        FileRules.STANDARD);
        conversations = new Conversations(installation, published, database);
    }

    Database database() {
        return database;
    }

    /// A conversation that begins, the consent given; its token.
    String open(Workload work) {
        var token = conversations.open(WorkloadFiles.id(work), "de", "web").token();
        take(token, new TurnRequest(OurHarness.consent(), "web", "k0", "h0"));
        return token;
    }

    /// One durable turn.
    View turn(String token, Workload.Answer answer) {
        var id = answer.asked().id();
        return take(token, new TurnRequest(OurHarness.input(answer), "web", "k" + id, "h" + id));
    }

    private View take(String token, TurnRequest request) {
        if (conversations.turn(token, request) instanceof Outcome.Done(var view)) return view;
        throw new IllegalStateException("a turn was not taken");
    }

    /// A conversation in which so many questions are dealt with, written at once, with all that its
    /// turns would have written; its token.
    String halfway(Talk talk) {
        var turns = new Turns(database);
        var number = written.incrementAndGet();
        var id = new ConversationId("bench-%09d".formatted(number));
        var token = "bench-token-of-conversation-%09d".formatted(number);
        var after = Happened.fold(id, talk.happened());
        var now = talk.at();
        var none = Stored.none(after, new Stored.Marks("web", true, now, now), turns.freshKey(id));
        var change =
                new Change(
                        none,
                        after,
                        none.marks(),
                        now,
                        talk.happened(),
                        talk.messages(),
                        Change.Rows.NONE);
        if (!(turns.begin(change, token) instanceof Written.Done<Boolean>))
            throw new IllegalStateException("not written");
        return token;
    }

    /// What was said and answered in a talk so far.
    record Talk(List<Happened> happened, List<Message> messages, Instant at) {}

    /// The talk up to before this question, computed without a database.
    Talk talk(Workload work, int question, int seed) {
        var dialog = dialogs.get(work);
        var now = Clock.systemUTC().instant();
        var given =
                new Given(
                        now,
                        ZoneId.of("Europe/Berlin"),
                        "web",
                        FACTS,
                        "MS-1",
                        "applicant",
                        now,
                        null);
        var happened = new ArrayList<Happened>();
        var messages = new ArrayList<Message>();
        Turn last = engine.start(dialog, new ConversationId("talk"), "de", given);
        note(last, happened, messages);
        last = engine.turn(dialog, last.after(), OurHarness.consent(), given);
        note(last, happened, messages);
        for (var answer : work.answers(seed)) {
            if (answer.asked().number() >= question) break;
            messages.add(new Message(Message.Kind.SAID, words(answer), false, null));
            last = engine.turn(dialog, last.after(), OurHarness.input(answer), given);
            note(last, happened, messages);
        }
        return new Talk(happened, messages, now);
    }

    private static void note(Turn turn, List<Happened> happened, List<Message> messages) {
        happened.addAll(turn.happened());
        messages.addAll(turn.messages());
    }

    private static String words(Workload.Answer answer) {
        return answer.options().isEmpty() ? answer.words() : String.join(", ", answer.options());
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
