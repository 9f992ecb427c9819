// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Opened;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.render.QrPicture;

/// A talk with the assistant: what it says is printed, each line that comes in is an answer, a
/// command, or where files are asked for the path of one. The end of the input leaves the
/// conversation as it is.
public final class Terminal {
    /// The name of the channel in provenance.
    public static final String CHANNEL = "terminal";

    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Conversations conversations;
    private final BufferedReader in;
    private final PrintStream out;
    private final boolean echo;
    private final TypedFiles files;

    /// `echo` repeats what comes in, so that the talk of a pipe can be read.
    public Terminal(Conversations conversations, BufferedReader in, PrintStream out, boolean echo) {
        this.conversations = conversations;
        this.in = in;
        this.out = out;
        this.echo = echo;
        this.files = new TypedFiles(conversations.files());
    }

    /// Waits until the device that made a moving code has said whether this one comes in.
    public ComingBack await(ComingBack.Waiting waiting) {
        out.println(
                "Bestätigt jetzt auf dem anderen Gerät die Zahl "
                        + waiting.number()
                        + ". Dann geht es hier weiter.");
        ComingBack back = waiting;
        try {
            while (back instanceof ComingBack.Waiting) {
                Thread.sleep(ASK_AGAIN);
                back = conversations.arrival(waiting.token());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return back;
    }

    /// Talks from this view on until the input ends or nothing is left to say. Returns whether all
    /// that came in was kept. `keep` gets the token of each conversation in which the talk goes on.
    public boolean talk(String begun, View start, Consumer<String> keep) throws IOException {
        var token = begun;
        var view = start;
        show(view);
        while (true) {
            out.print("> ");
            out.flush();
            var line = in.readLine();
            if (line == null) {
                out.println();
                return true;
            }
            if (echo) out.println(line);
            out.println();
            var input = input(token, view, line);
            if (input.isEmpty()) continue;
            var request = new TurnRequest(input.get(), CHANNEL, "", "", view.revision());
            switch (conversations.turn(token, request)) {
                case Outcome.Done(var next) -> {
                    view = next;
                    show(view);
                    if (view.lifecycle().id().equals("erased")) return true;
                    if (view.next().isPresent()) {
                        var opened = onward(view, token);
                        token = opened.token();
                        view = opened.view();
                        keep.accept(token);
                        show(view);
                    }
                }
                case Outcome.Revoked() -> {
                    out.println("Ihr macht hier nicht mehr mit.");
                    return true;
                }
                case Outcome.Gone() -> {
                    out.println("Dieses Gespräch wurde gelöscht.");
                    return true;
                }
                case Outcome.Unknown(), Outcome.KeyReused(), Outcome.Unavailable() -> {
                    out.println("Das ließ sich gerade nicht speichern. Versucht es bitte nochmal.");
                    return false;
                }
            }
        }
    }

    /// What a line says; nothing where a file came by it, or did not, and that is told.
    private Optional<Input> input(String token, View view, String line) {
        var words = new Input.Said(view.expects().step(), line);
        if (view.expects().hints().uploads() == null) return Optional.of(words);
        var language = conversations.engine().language(view.variant());
        return switch (files.hear(token, view, language, line)) {
            case TypedFiles.Heard.Words _ -> Optional.of(words);
            case TypedFiles.Heard.All(var attached) -> Optional.of(attached);
            case TypedFiles.Heard.Told(var told) -> {
                out.println(told + "\n");
                yield Optional.empty();
            }
        };
    }

    /// Begins the dialog in which somebody chose to go on, with what was said here.
    private Opened onward(View view, String token) {
        var dialog = view.next().orElseThrow().dialog();
        return conversations.open(
                new Conversations.Beginning(dialog, view.variant(), CHANNEL, token));
    }

    private void show(View view) {
        for (var numbered : view.lastTurn())
            if (numbered.message().kind() != Message.Kind.SAID)
                out.println(DialogText.plain(numbered.message().text()).strip() + "\n");
        if (!view.once().code().isEmpty()) move(view.link());
        if (view.next().isPresent()) return;
        list(view.expects());
        if (view.expects().hints().uploads() != null) {
            var language = conversations.engine().language(view.variant());
            var all = language.word(Language.Word.FILES_ALL);
            out.println(language.word(Language.Word.FILES_TYPED, all) + "\n");
        }
        for (var other : view.expects().variants())
            if (!other.id().equals(view.variant())) offer(other.id());
        var progress = view.progress();
        var over = view.expects().step().value().equals("_closed");
        if (progress.most() > 0 && !over)
            out.println("(" + left(progress.least(), progress.most()) + ")");
    }

    /// Where another device goes on; cameras read it only from a screen.
    private void move(String link) {
        out.println(link + "\n");
        if (!echo && link.startsWith("http")) out.println(QrPicture.lines(link));
    }

    private void offer(String variant) {
        var language = conversations.engine().language(variant);
        out.println("(" + language.word(Language.Word.OFFER_TYPED) + ")");
    }

    private void list(Expects expects) {
        var free = expects.options().isEmpty();
        var open = expects.open().stream().map(Expects.OpenChoice::text).toList();
        if (free) {
            if (!open.isEmpty()) out.println("Oder: " + String.join(" · ", open) + "\n");
            return;
        }
        var options = expects.options().stream().map(Expects.Choice::text).toList();
        var all = new ArrayList<>(expects.openFirst() ? open : options);
        all.addAll(expects.openFirst() ? options : open);
        numbered(all);
    }

    private void numbered(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) out.println("  " + (i + 1) + "  " + texts.get(i));
        out.println();
    }

    private static String left(int least, int most) {
        if (least == most) return least == 1 ? "noch 1 Frage" : "noch " + least + " Fragen";
        return "noch " + least + " bis " + most + " Fragen";
    }
}
