// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.channel.messenger.Dealt;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// What people write, and what they do to what they wrote.
record Writing(Bot bot, Talk talk, Doors doors) {
    /// The keycaps that clients offer: a digit, and what draws a key around it.
    private static final Pattern KEYCAP = Pattern.compile("([0-9])\\uFE0F?\\u20E3");

    /// Signs that mean yes or no everywhere.
    private static final Map<String, String> SIGNS =
            Map.of("👍", "ja", "✅", "ja", "✔", "ja", "👎", "nein", "❌", "nein", "🔟", "10");

    private static final Pattern COPY = Pattern.compile("(?i)(kopie|meine kopie|copy|my copy)");
    private static final Pattern ADD = Pattern.compile("(?i)(dazu|add)");

    Dealt text(Inside inside, Came came, List<Pending> behind) throws InterruptedException {
        var text = plain(inside, ((Incoming.Written) came.what()).text());
        var asked = inside.view().expects();
        if (doors.isDoor(text, inside)) {
            doors.inside(came, text);
            return Dealt.with(1);
        }
        if (isCopy(text, asked)) {
            new OwnCopy(bot, talk).send(inside, came);
            return Dealt.with(1);
        }
        if (ADD.matcher(text).matches() && append(inside, came)) return Dealt.with(1);
        if (asked.type().equals("long_text") && !isWord(inside, text))
            return pieces(inside, came, behind);
        var step = asked.step();
        var heard = came.heard().answering(step);
        var after = talk.turn(inside, new Input.Said(step, text), heard);
        // nothing of what was written is held before somebody agreed to that
        if (asked.commands().contains(Command.WITHDRAW)
                && after.filter(view -> view.expects().step().equals(step)).isPresent()
                && bot.memory().earlier(talk.user()).isPresent()) {
            bot.memory().unheard(talk.user(), text);
            var words = inside.words();
            talk.teller().say(words.say("add_how"), "add " + came.pending().id());
        }
        return Dealt.with(1);
    }

    /// Some are used to another sign before commands.
    private String plain(Inside inside, String text) {
        if (!text.startsWith("!")) return text;
        var command = "/" + text.substring(1);
        var engine = bot.conversations().engine();
        return engine.isCommand(inside.view().variant(), command) ? command : text;
    }

    private boolean isWord(Inside inside, String text) {
        return text.startsWith("/")
                || bot.conversations().engine().isCommand(inside.view().variant(), text);
    }

    /// The own copy comes as a file where it is asked for after handing in.
    private static boolean isCopy(String text, Expects asked) {
        var choices = asked.options().stream().map(Expects.Choice::id).toList();
        if (!asked.step().value().startsWith("_") || !choices.contains("copy")) return false;
        var option = asked.options().get(choices.indexOf("copy"));
        var number = Composer.choices(asked).indexOf(option.text()) + 1;
        return COPY.matcher(text).matches()
                || text.equals(String.valueOf(number))
                || text.equalsIgnoreCase(option.text());
    }

    /// A free answer may come in several messages: it is complete when something else comes, or
    /// when nobody has written for a while.
    private Dealt pieces(Inside inside, Came came, List<Pending> behind)
            throws InterruptedException {
        var pieces = Pieces.of(bot, came, behind, one -> isPiece(inside, one));
        var burst = bot.manner().burst();
        if (pieces.isOpen(bot.manner().now(), burst)) {
            talk.teller().typing(true);
            return Dealt.notBefore(pieces.complete(burst));
        }
        var step = inside.view().expects().step();
        var text =
                pieces.all().stream()
                        .map(one -> ((Incoming.Written) one.what()).text())
                        .collect(Collectors.joining("\n"));
        var next = pieces.next();
        var earlier = bot.memory().earlier(talk.user());
        if (next != null && earlier.isPresent() && isAdd(next)) {
            var updates = new ArrayList<>(pieces.heard().updates());
            updates.add(next.update());
            append(inside, earlier.get(), text, Heard.of(updates));
            return Dealt.with(updates.size());
        }
        bot.memory().mayGoOn(talk.user(), step);
        talk.turn(inside, new Input.Said(step, text), pieces.heard().answering(step));
        return Dealt.with(pieces.all().size());
    }

    private boolean isPiece(Inside inside, Came came) {
        return came.what() instanceof Incoming.Written written
                && written.room().equals(talk.room())
                && !isAdd(came)
                && !isWord(inside, plain(inside, written.text()));
    }

    private static boolean isAdd(Came came) {
        return came.what() instanceof Incoming.Written written
                && ADD.matcher(written.text()).matches();
    }

    /// Adds words that answered nothing to the answer before; false where there are none.
    private boolean append(Inside inside, Came came) throws InterruptedException {
        var step = bot.memory().earlier(talk.user());
        if (step.isEmpty()) return false;
        var late = bot.memory().late(talk.user());
        if (late.isEmpty()) return false;
        append(inside, step.get(), late.get(), came.heard());
        if (!bot.postbox().isPending(came.pending())) bot.memory().unheard(talk.user(), "");
        return true;
    }

    private void append(Inside inside, StepId step, String text, Heard heard)
            throws InterruptedException {
        var changing = change(inside, step);
        if (changing.isEmpty()) return;
        var asked = changing.get().expects();
        var before = asked.currentValue() instanceof Value.Text(var words) ? words + "\n" : "";
        if (asked.step().equals(step))
            talk.turn(inside, new Input.Said(step, before + text), heard.answering(step));
        else bot.postbox().done(heard);
    }

    private Optional<View> change(Inside inside, StepId step) throws InterruptedException {
        var input = new Input.Commanded(Command.CHANGE, step.value());
        return talk.turn(inside, input, Heard.NOTHING);
    }

    /// Another text in the place of one that was an answer: like a change of that answer.
    void edited(Inside inside, Came came, Incoming.Edited edited) throws InterruptedException {
        var answered = bot.correspondence().answered(inside.seat(), edited.target());
        if (answered.isEmpty()) {
            bot.postbox().done(came.heard());
            return;
        }
        var step = answered.get().step();
        if (!inside.view().expects().step().equals(step)) {
            var changing = change(inside, step);
            if (changing.isEmpty()) return;
            if (!changing.get().expects().step().equals(step)) {
                bot.postbox().done(came.heard());
                return;
            }
        }
        if (answered.get().pieces() > 1) {
            talk.teller().tell(came, inside.words().say("edited_piece"));
            return;
        }
        var heard = came.heard().answering(step);
        talk.turn(inside, new Input.Said(step, edited.text()), heard);
    }

    /// A number or a yes below the question that is asked now.
    void reacted(Inside inside, Came came, Incoming.Reacted reacted) throws InterruptedException {
        var asked = inside.view().expects();
        if (!bot.memory().asks(talk.user(), reacted.target(), asked.step())) {
            talk.teller().tell(came, inside.words().say("old_sign"));
            return;
        }
        var text = text(reacted.sign(), asked);
        if (text.isEmpty()) {
            talk.teller().tell(came, inside.words().kind("sign"));
            return;
        }
        var heard = came.heard().answering(asked.step());
        talk.turn(inside, new Input.Said(asked.step(), text.get()), heard);
    }

    /// What a sign says where there is something to choose. A consent wants more than a thumb, and
    /// so does what cannot be undone.
    private static Optional<String> text(String sign, Expects asked) {
        var keycap = KEYCAP.matcher(sign);
        var chooses = !asked.options().isEmpty() || !asked.open().isEmpty();
        if (keycap.matches())
            return Optional.of(keycap.group(1))
                    .filter(_ -> chooses || asked.type().equals("number"));
        var said = Optional.ofNullable(SIGNS.get(sign.replace("\uFE0F", "")));
        if (!chooses || asked.type().equals("consent")) return Optional.empty();
        return said.filter(word -> !word.equals("ja") || !asked.step().value().equals("_confirm"));
    }

    /// What is taken back in the room is not taken out here: they hear how.
    void takenBack(Inside inside, Came came, Incoming.TakenBack back) {
        var answered = bot.correspondence().answered(inside.seat(), back.target());
        if (answered.isEmpty()) bot.postbox().done(came.heard());
        else talk.teller().tell(came, inside.words().say("taken_back"));
    }
}
