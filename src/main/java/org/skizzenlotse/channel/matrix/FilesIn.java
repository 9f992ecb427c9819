// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.messenger.Desk;
import org.skizzenlotse.channel.messenger.Desk.Taken;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// Files that somebody sends: fetched as a stream, opened and sealed while they come, and attached
/// together where several come at once.
record FilesIn(Bot bot, Talk talk) {
    /// Questions that are answered in free words.
    private static final Set<String> FREE = Set.of("text", "long_text");

    Dealt files(Inside inside, Came came, List<Pending> behind) throws InterruptedException {
        var pieces = Pieces.of(bot, came, behind, this::belongs);
        var burst = bot.manner().burst();
        if (pieces.isOpen(bot.manner().now(), burst)) {
            talk.teller().typing(true);
            return Dealt.notBefore(pieces.complete(burst));
        }
        var about = Desk.about(inside.view());
        var at = at(inside);
        if (at.isPresent()) {
            attach(at.get(), about, pieces);
        } else {
            talk.teller().tell(came, inside.words().say(why(inside)));
            var others = pieces.heard().updates();
            bot.postbox().done(Heard.of(others.subList(1, others.size())));
        }
        return Dealt.with(pieces.all().size());
    }

    private boolean belongs(Came came) {
        return came.what() instanceof Incoming.Sent sent && sent.room().equals(talk.room());
    }

    private static String why(Inside inside) {
        var commands = inside.view().expects().commands();
        if (commands.contains(Command.FILES)) return "kind_file";
        return commands.contains(Command.WITHDRAW) ? "kind_other" : "dropped";
    }

    /// Where files are asked for.
    private Optional<Inside> at(Inside inside) throws InterruptedException {
        return desk(inside)
                .from(inside.view())
                .map(view -> new Inside(inside.seat(), view, inside.words()));
    }

    private Desk desk(Inside inside) {
        return new Desk(
                bot.conversations(),
                inside.seat().token(),
                input -> talk.turn(inside, input, Heard.NOTHING));
    }

    private void attach(Inside at, String about, Pieces pieces) throws InterruptedException {
        var step = at.view().expects().step();
        var files = new ArrayList<>(Desk.there(at.view()));
        int before = files.size();
        var heard = pieces.heard();
        var not = new ArrayList<String>();
        for (var came : pieces.all()) {
            var sent = (Incoming.Sent) came.what();
            switch (take(at, step, about, sent.file())) {
                case Taken.Here(var id) -> files.add(Value.File.named(id, sent.caption(), about));
                case Taken.Not(var why) -> not.add(why);
                case Taken.Later(var after) -> {
                    if (talk.teller().isSoon(pieces.all().getFirst())) {
                        talk.teller().again(heard, after);
                        return;
                    }
                    not.add("");
                }
            }
        }
        for (int i = 0; i < not.size(); i++)
            talk.teller().say(words(at, not.get(i)), "file " + i + heard.updates());
        if (files.size() == before) bot.postbox().done(heard);
        else talk.turn(at, new Input.Attached(step, files), heard);
    }

    private static String words(Inside at, String why) {
        return why.isEmpty() ? at.words().say("file_failed") : why;
    }

    private Taken take(Inside at, StepId step, String about, MatrixFile file) {
        var announced = new FileDesk.Announced(step, about, file.name(), -1);
        try {
            return bot.reach()
                    .now()
                    .download(
                            file.address(),
                            bytes -> {
                                var lock = file.lock();
                                var plain =
                                        lock == null ? bytes : CipherStream.opening(bytes, lock);
                                return desk(at).take(at.view(), announced, plain);
                            });
        } catch (Failed failed) {
            return failed.how() == Failed.How.NOT_NOW
                    ? new Taken.Later(failed.after())
                    : new Taken.Not("");
        } catch (IllegalArgumentException | CipherStream.Changed garbled) {
            return new Taken.Not("");
        } catch (IOException broken) {
            return Desk.broken();
        }
    }

    /// An answer that was spoken where free words are asked for: it is kept as a file that belongs
    /// to the question, and the answer says so. Nobody and nothing writes down what was said.
    void spoken(Inside inside, Came came, Incoming.Voice voice) throws InterruptedException {
        var asked = inside.view().expects();
        var at = FREE.contains(asked.type()) ? at(inside) : Optional.<Inside>empty();
        if (at.isEmpty()) {
            talk.teller().tell(came, inside.words().kind("voice"));
            return;
        }
        var file = file(voice);
        var name = file.name();
        var isThere = Desk.there(at.get().view()).stream().anyMatch(one -> one.name().equals(name));
        if (!isThere && !keeps(at.get(), asked.step(), came, file)) return;
        var answer = new Input.Said(asked.step(), inside.words().say("spoken", name));
        talk.turn(inside, answer, came.heard());
    }

    /// Clients call all of them the same; the same event is the same file, also where it comes
    /// again.
    private static MatrixFile file(Incoming.Voice voice) {
        var sent = voice.file();
        var number = Hash.of(voice.event()).substring(0, 8);
        return new MatrixFile(
                sent.address(), "sprachnachricht-" + number + ".ogg", sent.bytes(), sent.lock());
    }

    private boolean keeps(Inside at, StepId about, Came came, MatrixFile file)
            throws InterruptedException {
        var step = at.view().expects().step();
        return switch (take(at, step, about.value(), file)) {
            case Taken.Here(var id) -> {
                var files = new ArrayList<>(Desk.there(at.view()));
                var said = at.words().say("spoken_file");
                files.add(Value.File.named(id, said, about.value()));
                yield talk.turn(at, new Input.Attached(step, files), Heard.NOTHING).isPresent();
            }
            case Taken.Not(var why) -> {
                talk.teller().tell(came, words(at, why));
                yield false;
            }
            case Taken.Later(var after) -> {
                if (talk.teller().isSoon(came)) talk.teller().again(came.heard(), after);
                else talk.teller().tell(came, at.words().say("file_failed"));
                yield false;
            }
        };
    }
}
