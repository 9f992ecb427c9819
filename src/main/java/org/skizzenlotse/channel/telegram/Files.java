// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.messenger.Desk;
import org.skizzenlotse.channel.messenger.Desk.Taken;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;

/// Files that somebody sends: fetched from Telegram as a stream, sealed as they come, and attached
/// together, so that an album is one answer.
final class Files {
    /// Questions that are answered in free words.
    private static final Set<String> FREE = Set.of("text", "long_text");

    /// In place of words: Telegram does not hand it to us.
    private static final String TOO_BIG = "too big";

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
        var about = Desk.about(inside.view());
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

    /// Where files are asked for.
    private Optional<Inside> atDesk(Inside inside) throws InterruptedException {
        return desk(inside)
                .from(inside.view())
                .map(view -> new Inside(inside.seat(), view, inside.words()));
    }

    private Desk desk(Inside inside) {
        return new Desk(
                bot.conversations(),
                inside.seat().token(),
                input -> chat.turn(inside, input, Heard.NOTHING));
    }

    private void attach(Inside desk, String about, Pieces pieces) throws InterruptedException {
        var step = desk.view().expects().step();
        var files = new ArrayList<>(Desk.there(desk.view()));
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
                case Taken.Not not -> said.add(bubble(desk, step, not));
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
        return Desk.there(desk.view()).stream().anyMatch(one -> one.name().equals(name));
    }

    private boolean keeps(Inside desk, StepId about, Came came) throws InterruptedException {
        var file = ((Incoming.Voice) came.what()).file();
        var step = desk.view().expects().step();
        var announced = new FileDesk.Announced(step, about.value(), file.name(), -1);
        return switch (take(desk, announced, file)) {
            case Taken.Here(var id) -> {
                var files = new ArrayList<>(Desk.there(desk.view()));
                var said = desk.words().say("spoken_file");
                files.add(Value.File.named(id, said, about.value()));
                var attached = new Input.Attached(step, files);
                yield chat.turn(desk, attached, Heard.NOTHING).isPresent();
            }
            case Taken.Not not -> {
                var bubble = bubble(desk, step, not);
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

    private Taken take(Inside desk, FileDesk.Announced announced, TelegramFile file) {
        if (file.bytes() > Asking.FILE_BYTES_MAX) return new Taken.Not(TOO_BIG);
        return switch (bot.api().download(file.fileId(), Asking.FILE_BYTES_MAX)) {
            case Download.TooBig _ -> new Taken.Not(TOO_BIG);
            case Download.Failed(CallOutcome.NotNow(var after, _)) -> new Taken.Later(after);
            case Download.Failed _ -> new Taken.Not("");
            case Download.Open open -> take(desk, announced, open);
        };
    }

    private Taken take(Inside desk, FileDesk.Announced announced, Download.Open open) {
        try (var bytes = open.bytes()) {
            return desk(desk).take(desk.view(), announced, bytes);
        } catch (Download.TooBigInside more) {
            return new Taken.Not(TOO_BIG);
        } catch (IOException broken) {
            return Desk.broken();
        }
    }

    private Bubble bubble(Inside desk, StepId step, Taken.Not not) {
        if (not.why().equals(TOO_BIG)) return link(desk, step, "file_too_big");
        return Composer.words(not.why().isEmpty() ? desk.words().say("file_failed") : not.why());
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
