// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.Texts;

/// Where somebody hands files over in a chat: their conversation and the way to the question that
/// takes them.
public record Desk(Conversations conversations, String token, Talk talk) {
    private static final String FILE = "file";

    /// Takes a change over, at its preview.
    private static final String TAKE = "take";

    /// How dialogs say yes.
    private static final Set<String> YES = Set.of("ja", "yes");

    /// What broke on the way is there again after a moment.
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /// Takes a turn; empty where it was not taken.
    @FunctionalInterface
    public interface Talk {
        Optional<View> turn(Input input) throws InterruptedException;
    }

    /// How it went with one file.
    public sealed interface Taken {
        /// It is there.
        record Here(String id) implements Taken {}

        /// It is not taken, and why, in Markdown; without words it just did not arrive whole.
        record Not(String why) implements Taken {}

        /// It may work after this time.
        record Later(Duration after) implements Taken {}
    }

    /// The view where files are asked for: this one already, or led there by the command. Where it
    /// is asked first whether there is anything, a file says yes.
    public Optional<View> from(View view) throws InterruptedException {
        if (isHere(view)) return Optional.of(view);
        if (!view.expects().commands().contains(Command.FILES)) return Optional.empty();
        var led = talk.turn(new Input.Commanded(Command.FILES, ""));
        if (led.isEmpty() || isHere(led.get())) return led;
        var asked = led.get().expects();
        var yes =
                asked.options().stream().map(Expects.Choice::id).filter(YES::contains).findFirst();
        if (yes.isEmpty()) return Optional.empty();
        var said = chooses(asked.step(), yes.get());
        var changes = said.filter(one -> one.expects().step().equals(Stations.IMPACT));
        return (changes.isPresent() ? chooses(Stations.IMPACT, TAKE) : said).filter(Desk::isHere);
    }

    private static boolean isHere(View view) {
        return view.expects().type().equals(FILE);
    }

    private Optional<View> chooses(StepId step, String option) throws InterruptedException {
        return talk.turn(new Input.Chose(step, List.of(option), ""));
    }

    /// To what a file belongs that is sent at this question; empty for the whole.
    public static String about(View view) {
        var step = view.expects().step().value();
        return isHere(view) || step.startsWith("_") ? "" : step;
    }

    /// The files that the question has already.
    public static List<Value.File> there(View at) {
        return at.expects().currentValue() instanceof Value.Files(var there) ? there : List.of();
    }

    /// Takes one in while it comes; `at` is where files are asked for. Nothing is left of one that
    /// did not come to its end.
    ///
    /// @throws IOException what the bytes threw
    public Taken take(View at, FileDesk.Announced announced, InputStream bytes) throws IOException {
        var files = conversations.files();
        return switch (files.begin(token, announced)) {
            case FileDesk.Begun.NotThere _ -> new Taken.Not("");
            case FileDesk.Begun.Refused(var fault, var details) -> not(at, fault, details);
            case FileDesk.Begun.Ready(var id) -> {
                var watched = new WatchedStream(bytes);
                var read = files.append(token, id, 0, watched);
                // a part is good enough to go on with; here it would be taken for the whole
                var broken = watched.broken();
                if (broken != null) {
                    files.remove(token, id);
                    throw broken;
                }
                yield read instanceof FileDesk.Appended.Now
                        ? taken(at, id, files.finish(token, id))
                        : taken(at, id, read);
            }
        };
    }

    /// What is tried again where a connection broke.
    public static Taken broken() {
        return new Taken.Later(AGAIN);
    }

    private Taken taken(View at, String id, FileDesk.Appended appended) {
        return switch (appended) {
            case FileDesk.Appended.Now(_, var whole) ->
                    whole ? new Taken.Here(id) : new Taken.Not("");
            case FileDesk.Appended.Refused(var fault, var details) -> not(at, fault, details);
            case FileDesk.Appended.Conflict _, FileDesk.Appended.NotThere _ -> new Taken.Not("");
        };
    }

    private Taken not(View at, FileFault fault, List<String> details) {
        var language = conversations.engine().language(at.variant());
        var why = Texts.in(at.variant()).say(fault.id(), fault.detail(details, language));
        return new Taken.Not(DialogText.escaped(why));
    }

    @Override
    public String toString() {
        return "Desk";
    }
}
