// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.channel.telegram.Chat.Dealt;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.web.Texts;

/// Files that somebody sends: fetched from Telegram as a stream, sealed as they come, and attached
/// together, so that an album is one answer.
final class Files {
    private static final String FILE = "file";

    /// Questions that are answered in free words.
    private static final Set<String> FREE = Set.of("text", "long_text");

    /// Takes a change over, at its preview.
    private static final String TAKE = "take";

    /// How dialogs say yes.
    private static final Set<String> YES = Set.of("ja", "yes");

    private final Chat chat;
    private final Bot bot;
    private final Teller teller;

    Files(Chat chat, Bot bot, Teller teller) {
        this.chat = chat;
        this.bot = bot;
        this.teller = teller;
    }

    Dealt files(Inside inside, List<Came> waiting) throws InterruptedException {
        var pieces = Pieces.files(waiting);
        var complete = pieces.last().plus(bot.manner().burst());
        if (pieces.next().isEmpty() && complete.isAfter(chat.now())) {
            teller.typing();
            return Dealt.notBefore(complete);
        }
        var asked = inside.view().expects();
        var about =
                asked.type().equals(FILE) || asked.step().value().startsWith("_")
                        ? ""
                        : asked.step().value();
        var desk = atDesk(inside);
        if (desk.isEmpty()) {
            var kept = inside.view().expects().commands().contains(Command.FILES);
            var words = inside.words().say(kept ? "kind_file" : "dropped");
            teller.tell(pieces.heard(), pieces.attempts(), Composer.words(words));
        } else {
            attach(desk.get(), about, pieces);
        }
        return Dealt.with(pieces.all().size());
    }

    /// Where files are asked for: there already, or led there by the command. Where it is asked
    /// first whether there is anything, a file says yes.
    private Optional<Inside> atDesk(Inside inside) throws InterruptedException {
        if (inside.view().expects().type().equals(FILE)) return Optional.of(inside);
        if (!inside.view().expects().commands().contains(Command.FILES)) return Optional.empty();
        var led = chat.command(inside, Command.FILES, "");
        if (led.isEmpty() || led.get().expects().type().equals(FILE)) return at(inside, led);
        var asked = led.get().expects();
        var yes =
                asked.options().stream().map(Expects.Choice::id).filter(YES::contains).findFirst();
        if (yes.isEmpty()) return Optional.empty();
        var said = chooses(inside, asked.step(), yes.get());
        var changes = said.filter(view -> view.expects().step().equals(Stations.IMPACT));
        return at(inside, changes.isPresent() ? chooses(inside, Stations.IMPACT, TAKE) : said);
    }

    private Optional<View> chooses(Inside inside, StepId step, String option)
            throws InterruptedException {
        return chat.turn(inside, new Input.Chose(step, List.of(option), ""), Heard.NOTHING);
    }

    private static Optional<Inside> at(Inside inside, Optional<View> led) {
        return led.filter(view -> view.expects().type().equals(FILE))
                .map(view -> new Inside(inside.seat(), view, inside.words()));
    }

    private void attach(Inside desk, String about, Pieces pieces) throws InterruptedException {
        var step = desk.view().expects().step();
        var files = new ArrayList<>(there(desk));
        int before = files.size();
        var said = new ArrayList<Bubble>();
        for (var came : pieces.all()) {
            var sent = (Incoming.Sent) came.what();
            var taken =
                    take(
                            desk,
                            new FileDesk.Announced(step, about, sent.file().name(), -1),
                            sent.file());
            switch (taken) {
                case Taken.Here(var id) -> files.add(Value.File.named(id, sent.caption(), about));
                case Taken.Not(var bubble) -> said.add(bubble);
                case Taken.Later(var after) -> {
                    if (pieces.attempts() < Teller.TRIES_MAX) {
                        teller.again(pieces.heard(), after);
                        return;
                    }
                    said.add(Composer.words(desk.words().say("file_failed")));
                }
            }
        }
        if (!said.isEmpty()) teller.tell(Heard.NOTHING, 0, said);
        if (files.size() == before) bot.postbox().done(pieces.heard());
        else chat.turn(desk, new Input.Attached(step, files), pieces.heard());
    }

    /// An answer that was spoken where free words are asked for: it is kept as a file that belongs
    /// to the question, and the answer says so. Nobody and nothing writes down what was said.
    void spoken(Inside inside, Came came, Incoming.Voice voice) throws InterruptedException {
        var asked = inside.view().expects();
        var desk = FREE.contains(asked.type()) ? atDesk(inside) : Optional.<Inside>empty();
        if (desk.isEmpty()) {
            var words = Composer.words(inside.words().kind("voice"));
            teller.tell(came.heard(), came.pending().attempts(), words);
            return;
        }
        var name = voice.file().name();
        if (!isThere(desk.get(), name) && !keeps(desk.get(), asked.step(), came)) return;
        bot.hints().say(voice.chat(), Notes.noted(inside.words(), "voice_kept"));
        var answer = new Input.Said(asked.step(), inside.words().say("spoken", name));
        chat.turn(inside, answer, came.heard());
    }

    /// Where the service was killed between the file and the answer.
    private static boolean isThere(Inside desk, String name) {
        return there(desk).stream().anyMatch(one -> one.name().equals(name));
    }

    /// The files that the question has already.
    private static List<Value.File> there(Inside desk) {
        return desk.view().expects().currentValue() instanceof Value.Files(var there)
                ? there
                : List.of();
    }

    private boolean keeps(Inside desk, StepId about, Came came) throws InterruptedException {
        var file = ((Incoming.Voice) came.what()).file();
        var step = desk.view().expects().step();
        var announced = new FileDesk.Announced(step, about.value(), file.name(), -1);
        return switch (take(desk, announced, file)) {
            case Taken.Here(var id) -> {
                var files = new ArrayList<>(there(desk));
                var said = desk.words().say("spoken_file");
                files.add(Value.File.named(id, said, about.value()));
                var attached = new Input.Attached(step, files);
                yield chat.turn(desk, attached, Heard.NOTHING).isPresent();
            }
            case Taken.Not(var bubble) -> {
                teller.tell(came.heard(), came.pending().attempts(), bubble);
                yield false;
            }
            case Taken.Later(var after) -> {
                if (came.pending().attempts() < Teller.TRIES_MAX) teller.again(came.heard(), after);
                else
                    teller.tell(
                            came.heard(),
                            came.pending().attempts(),
                            Composer.words(desk.words().say("file_failed")));
                yield false;
            }
        };
    }

    /// How it went with one file.
    private sealed interface Taken {
        record Here(String id) implements Taken {}

        record Not(Bubble said) implements Taken {}

        record Later(Duration after) implements Taken {}
    }

    private Taken take(Inside desk, FileDesk.Announced announced, TelegramFile file) {
        if (file.bytes() > Asking.FILE_BYTES_MAX) return tooBig(desk, announced.step());
        return switch (bot.api().download(file.fileId(), Asking.FILE_BYTES_MAX)) {
            case Download.TooBig _ -> tooBig(desk, announced.step());
            case Download.Failed(CallOutcome.NotNow(var after, _)) -> new Taken.Later(after);
            case Download.Failed _ -> failed(desk);
            case Download.Open open -> take(desk, announced, open);
        };
    }

    private Taken take(Inside desk, FileDesk.Announced announced, Download.Open open) {
        var desks = bot.conversations().files();
        var token = desk.seat().token();
        try (var bytes = open.bytes()) {
            return switch (desks.begin(token, announced)) {
                case FileDesk.Begun.NotThere _ -> failed(desk);
                case FileDesk.Begun.Refused(var fault, var details) ->
                        not(why(desk, fault, details));
                case FileDesk.Begun.Ready(var id) -> {
                    var read = desks.append(token, id, 0, bytes);
                    yield read instanceof FileDesk.Appended.Now
                            ? taken(desk, id, desks.finish(token, id))
                            : taken(desk, id, read);
                }
            };
        } catch (Download.TooBigInside more) {
            return tooBig(desk, announced.step());
        } catch (IOException broken) {
            return new Taken.Later(Duration.ofSeconds(2));
        }
    }

    private Taken taken(Inside desk, String id, FileDesk.Appended appended) {
        return switch (appended) {
            case FileDesk.Appended.Now(_, var whole) -> whole ? new Taken.Here(id) : failed(desk);
            case FileDesk.Appended.Refused(var fault, var details) ->
                    not(why(desk, fault, details));
            case FileDesk.Appended.Conflict _, FileDesk.Appended.NotThere _ -> failed(desk);
        };
    }

    private String why(Inside desk, FileFault fault, List<String> details) {
        var variant = desk.view().variant();
        var language = bot.conversations().engine().language(variant);
        return Texts.in(variant).say(fault.id(), fault.detail(details, language));
    }

    private static Taken not(String why) {
        return new Taken.Not(Composer.words(DialogText.escaped(why)));
    }

    private static Taken failed(Inside desk) {
        return new Taken.Not(Composer.words(desk.words().say("file_failed")));
    }

    private Taken tooBig(Inside desk, StepId step) {
        return new Taken.Not(link(desk, step, "file_too_big"));
    }

    /// Where larger files go up, in words under that key; without a link where nobody knows the
    /// address of this installation.
    Bubble link(Inside desk, StepId step, String key) {
        var web = bot.manner().web();
        var link = bot.conversations().files().link(desk.seat().token(), step);
        if (web.isEmpty() || link.isEmpty())
            return Composer.words(desk.words().say("file_too_big_no_link"));
        return Notes.linked(
                desk.words().say(key), web + "/hochladen/" + link.get().secret(), desk.words());
    }
}
