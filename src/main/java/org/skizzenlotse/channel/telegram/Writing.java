// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;

/// What somebody writes: an answer in one message or several, a command, a code, an edit.
final class Writing {
    private final Chat chat;
    private final Bot bot;
    private final Teller teller;
    private final Doors doors;

    Writing(Chat chat, Bot bot, Teller teller, Doors doors) {
        this.chat = chat;
        this.bot = bot;
        this.teller = teller;
        this.doors = doors;
    }

    Dealt text(Inside inside, List<Came> waiting) throws InterruptedException {
        var came = waiting.getFirst();
        var written = (Incoming.Written) came.what();
        if (doors.isDoor(written.text(), inside)) {
            doors.inside(came, written, inside);
            return Dealt.with(1);
        }
        var asked = inside.view().expects();
        if (asked.type().equals("long_text") && !isWord(inside, written.text()))
            return pieces(inside, waiting);
        var text = Slash.plain(written.text());
        var step = asked.step();
        var heard = came.heard().answering(step);
        var after = chat.turn(inside, new Input.Said(step, text), heard);
        // nothing of what was written is held before somebody agreed to that
        if (asked.commands().contains(Command.WITHDRAW)
                && after.filter(view -> view.expects().step().equals(step)).isPresent())
            bot.hints().unheard(written.chat(), written.text());
        return Dealt.with(1);
    }

    private boolean isWord(Inside inside, String text) {
        return text.startsWith("/")
                || bot.conversations()
                        .engine()
                        .isCommand(inside.view().variant(), Slash.plain(text));
    }

    /// A free answer may come in several messages: it is complete when something else comes, or
    /// when nobody has written for a while.
    private Dealt pieces(Inside inside, List<Came> waiting) throws InterruptedException {
        var pieces = Pieces.texts(waiting, text -> isWord(inside, text));
        var complete = pieces.last().plus(bot.manner().burst());
        if (pieces.next().isEmpty() && complete.isAfter(chat.now())) {
            teller.typing();
            return Dealt.notBefore(complete);
        }
        var step = inside.view().expects().step();
        var earlier = earlier(pieces);
        if (earlier != null) {
            append(inside, earlier, pieces);
            return Dealt.with(pieces.all().size() + 1);
        }
        var number = ((Incoming.Written) waiting.getFirst().what()).chat();
        if (!isWhole(pieces)) bot.hints().mayGoOn(number, step);
        var heard = pieces.heard().answering(step);
        chat.turn(inside, new Input.Said(step, pieces.joined()), heard);
        return Dealt.with(pieces.all().size());
    }

    /// Whether somebody says that nothing more belongs to the answer.
    private static boolean isWhole(Pieces pieces) {
        return tap(pieces).filter(Tap.Done.class::isInstance).isPresent();
    }

    private static Optional<Tap> tap(Pieces pieces) {
        return pieces.next()
                .map(Came::what)
                .filter(Incoming.Tapped.class::isInstance)
                .flatMap(one -> Tap.read(((Incoming.Tapped) one).data()));
    }

    /// The step to which somebody says that it belongs, before anything else.
    private static @Nullable StepId earlier(Pieces pieces) {
        return tap(pieces)
                .map(tap -> tap instanceof Tap.Earlier(var step) ? step : null)
                .orElse(null);
    }

    /// The tap that says where they belong goes with them.
    private void append(Inside inside, StepId step, Pieces pieces) throws InterruptedException {
        var tap = pieces.next().orElseThrow();
        teller.answer((Incoming.Tapped) tap.what(), "");
        var updates = new ArrayList<>(pieces.heard().updates());
        updates.add(tap.update());
        append(inside, step, pieces.joined(), Heard.of(updates));
    }

    /// Adds to the answer that was given at a step; where there is none to add to, that is asked
    /// once more.
    void append(Inside inside, StepId step, String text, Heard heard) throws InterruptedException {
        var changing = chat.command(inside, Command.CHANGE, step.value());
        if (changing.isEmpty()) return;
        var asked = changing.get().expects();
        var before = asked.currentValue() instanceof Value.Text(var words) ? words + "\n" : "";
        if (!asked.step().equals(step)) bot.postbox().done(heard);
        else chat.turn(inside, new Input.Said(step, before + text), heard.answering(step));
    }

    /// Another text in the place of one that was an answer: like a change of that answer.
    void edited(Inside inside, Came came, Incoming.Edited edited) throws InterruptedException {
        var message = String.valueOf(edited.messageId());
        var answered = bot.correspondence().answered(inside.seat(), message);
        if (answered.isEmpty()) {
            bot.postbox().done(came.heard());
            return;
        }
        var step = answered.get().step();
        var asked = inside.view().expects().step();
        if (!asked.equals(step)) {
            var changing = chat.command(inside, Command.CHANGE, step.value());
            if (changing.isEmpty()) return;
            if (!changing.get().expects().step().equals(step)) {
                bot.postbox().done(came.heard());
                return;
            }
        }
        if (answered.get().pieces() > 1) {
            var words = Composer.words(inside.words().say("edited_piece"));
            teller.tell(came.heard(), came.pending().attempts(), words);
            return;
        }
        var heard = came.heard().answering(step);
        chat.turn(inside, new Input.Said(step, edited.text()), heard);
    }
}
