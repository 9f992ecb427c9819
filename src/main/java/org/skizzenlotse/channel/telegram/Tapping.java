// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.channel.telegram.Chat.Inside;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;

/// What somebody taps. A button knows its question: one of an earlier question never answers
/// another, and a second tap on the same one does nothing.
final class Tapping {
    private final Chat chat;
    private final Bot bot;
    private final Teller teller;
    private final Doors doors;

    Tapping(Chat chat, Bot bot, Teller teller, Doors doors) {
        this.chat = chat;
        this.bot = bot;
        this.teller = teller;
        this.doors = doors;
    }

    /// A tap, with all that it is about.
    private record At(Inside inside, Came came, Incoming.Tapped tapped) {
        Expects asked() {
            return inside.view().expects();
        }

        boolean isAsked(StepId step) {
            return asked().step().equals(step);
        }
    }

    void tapped(Inside inside, Came came, Incoming.Tapped tapped) throws InterruptedException {
        var at = new At(inside, came, tapped);
        var tap = Tap.read(tapped.data());
        if (tap.isEmpty()) {
            rests(at, inside.words().say("old_button"));
            return;
        }
        run(at, tap.get());
    }

    /// Nothing is to be done but to say that.
    private void rests(At at, String note) {
        teller.answer(at.tapped(), note);
        bot.postbox().done(at.came().heard());
    }

    private void run(At at, Tap tap) throws InterruptedException {
        switch (tap) {
            case Tap.Choice(var step, var mark) -> choice(at, step, mark);
            case Tap.Toggle(var step, var mark) -> toggle(at, step, mark);
            case Tap.Done(var step) -> done(at, step);
            case Tap.Open(var step, var status) -> {
                var words =
                        at.asked().open().stream()
                                .filter(one -> one.status() == status)
                                .map(Expects.OpenChoice::text)
                                .findFirst()
                                .orElse("");
                answer(at, step, new Input.LeftOpen(step, status), words);
            }
            case Tap.Commanded(var command, var target) -> {
                teller.answer(at.tapped(), "");
                var input = new Input.Commanded(command, target);
                chat.turn(at.inside(), input, at.came().heard());
            }
            case Tap.Change(var step) -> {
                teller.answer(at.tapped(), "");
                var input = new Input.Commanded(Command.CHANGE, step.value());
                chat.turn(at.inside(), input, at.came().heard());
            }
            case Tap.Earlier(var step) -> earlier(at, step);
            case Tap.Dialog(var id) -> {
                teller.answer(at.tapped(), "");
                doors.choose(at.came(), id, at.tapped().language());
            }
            case Tap.Resume(var dialog) -> {
                teller.answer(at.tapped(), "");
                doors.choose(at.came(), dialog, at.tapped().language());
            }
            case Tap.Show() -> {
                teller.answer(at.tapped(), "");
                bot.hints().forget(at.tapped().chat());
                bot.correspondence().goBack(at.inside().seat(), at.came().heard());
            }
            case Tap.More(var step) -> show(at, step, more(at));
            case Tap.Notice(var step) -> show(at, step, Composer.notice(at.asked()));
            case Tap.Page(var step, var page) -> page(at, step, page);
            case Tap.Upload(var step) -> upload(at, step);
            case Tap.Changes(var step, var page) -> changes(at, step, page);
            case Tap.Copy() -> {
                teller.answer(at.tapped(), "");
                new OwnCopy(bot, teller).send(at.inside(), at.came(), at.tapped().chat());
            }
        }
    }

    private static List<Bubble> more(At at) {
        return List.of(Composer.more(at.asked(), at.inside().words()));
    }

    private void show(At at, StepId step, List<Bubble> bubbles) throws InterruptedException {
        if (isOld(at, step)) return;
        teller.answer(at.tapped(), "");
        teller.tell(at.came().heard(), at.came().pending().attempts(), bubbles);
    }

    /// Of an earlier question, where that makes no sense any more.
    private boolean isOld(At at, StepId step) {
        if (at.isAsked(step)) return false;
        rests(at, at.inside().words().say("old_button"));
        return true;
    }

    private void choice(At at, StepId step, String mark) throws InterruptedException {
        var option =
                at.isAsked(step) ? Marks.find(at.asked(), mark) : Optional.<Expects.Choice>empty();
        if (option.isEmpty() && step.value().startsWith("_")) {
            rests(at, at.inside().words().say("old_button"));
            return;
        }
        if (step.equals(Stations.SUBMITTED)
                && option.filter(one -> one.id().equals("copy")).isPresent()) {
            show(at, step, List.of(Notes.copy(at.asked(), at.inside().words())));
            return;
        }
        if (Changes.areMeant(step, option) && at.tapped().shown().editable()) {
            changes(at, step, 0);
            return;
        }
        var id = option.map(Expects.Choice::id).orElse(mark);
        var words = option.map(Expects.Choice::button).orElse("");
        answer(at, step, new Input.Chose(step, List.of(id), ""), words);
    }

    /// Answers a question, or says that it was answered before and offers to change that.
    private void answer(At at, StepId step, Input input, String words) throws InterruptedException {
        var tapped = at.tapped();
        if (!at.isAsked(step) && bot.hints().isTwice(tapped)) {
            rests(at, at.inside().words().say("done_already"));
            return;
        }
        teller.answer(tapped, "");
        bot.hints().tapped(tapped);
        var after = chat.turn(at.inside(), input, at.came().heard());
        if (after.isPresent() && at.isAsked(step) && isPast(at, after.get())) settle(at, words);
    }

    private static boolean isPast(At at, View after) {
        return !after.expects().step().equals(at.asked().step());
    }

    /// The buttons of an answered question say what was answered.
    private void settle(At at, String words) {
        var tapped = at.tapped();
        if (!tapped.shown().editable()) return;
        bot.edits()
                .change(
                        tapped.chat(),
                        tapped.messageId(),
                        Composer.answered(at.asked(), words, at.inside().words()));
    }

    private void toggle(At at, StepId step, String mark) throws InterruptedException {
        if (!at.isAsked(step)) {
            answer(at, step, new Input.Chose(step, List.of(mark), ""), "");
            return;
        }
        var option = Marks.find(at.asked(), mark);
        if (option.isEmpty()) {
            rests(at, "");
            return;
        }
        teller.answer(at.tapped(), "");
        var picked = picked(at);
        if (!picked.remove(option.get().id())) picked.add(option.get().id());
        var seat = at.inside().seat();
        var kept = new ArrayList<>(picked);
        if (!bot.correspondence().pick(seat, step, kept, at.came().heard())) return;
        if (at.tapped().shown().editable())
            bot.edits()
                    .change(
                            at.tapped().chat(),
                            at.tapped().messageId(),
                            Keyboard.of(Telling.of(at.inside().view()).picking(picked), 0));
    }

    /// What is picked now: before the first tap, what was answered before.
    private static Set<String> picked(At at) {
        var seat = at.inside().seat();
        return seat.picking().equals(at.asked().step().value())
                ? new LinkedHashSet<>(seat.picked())
                : new LinkedHashSet<>(Telling.chosen(at.asked()));
    }

    private void done(At at, StepId step) throws InterruptedException {
        if (!at.isAsked(step)) {
            rests(at, "");
            return;
        }
        var picked = picked(at);
        var words = at.inside().words();
        if (!at.asked().type().equals("multi") || picked.isEmpty()) {
            var missing =
                    switch (at.asked().type()) {
                        case "multi" -> "pick_first";
                        case "file" -> "send_first";
                        default -> "write_first";
                    };
            rests(at, words.say(missing));
            return;
        }
        var chosen =
                at.asked().options().stream()
                        .map(Expects.Choice::id)
                        .filter(picked::contains)
                        .toList();
        bot.hints().say(at.tapped().chat(), Composer.confirmation(at.asked(), picked, words));
        answer(at, step, new Input.Chose(step, chosen, ""), chosen(at, chosen));
    }

    /// What was chosen as one button shows it: the one option, or how many.
    private static String chosen(At at, List<String> chosen) {
        if (chosen.size() > 1) return at.inside().words().say("chosen_many", chosen.size());
        return at.asked().options().stream()
                .filter(one -> chosen.contains(one.id()))
                .map(Expects.Choice::button)
                .findFirst()
                .orElse("");
    }

    private void earlier(At at, StepId step) throws InterruptedException {
        var words = at.inside().words();
        var late = bot.hints().late(at.tapped().chat());
        teller.answer(at.tapped(), "");
        if (late.isEmpty()) {
            // what was taken as the next answer, or is still to come: the earlier one is opened
            var input = new Input.Commanded(Command.CHANGE, step.value());
            chat.turn(at.inside(), input, at.came().heard());
            return;
        }
        bot.hints().say(at.tapped().chat(), Notes.noted(words, "added"));
        new Writing(chat, bot, teller, doors)
                .append(at.inside(), step, late.get(), at.came().heard());
    }

    private void page(At at, StepId step, int page) {
        if (isOld(at, step)) return;
        teller.answer(at.tapped(), "");
        var telling = Telling.of(at.inside().view()).picking(picked(at));
        bot.edits().change(at.tapped().chat(), at.tapped().messageId(), Keyboard.of(telling, page));
        bot.postbox().done(at.came().heard());
    }

    /// The buttons of a message become one for each answer.
    private void changes(At at, StepId step, int page) {
        if (isOld(at, step)) return;
        var words = at.inside().words();
        teller.answer(at.tapped(), words.say("change_which"));
        var answers = bot.correspondence().changeable(at.inside().seat());
        bot.edits()
                .change(
                        at.tapped().chat(),
                        at.tapped().messageId(),
                        Changes.keyboard(step, answers, page, words));
        bot.postbox().done(at.came().heard());
    }

    private void upload(At at, StepId step) throws InterruptedException {
        if (isOld(at, step)) return;
        teller.answer(at.tapped(), "");
        var bubble = new Files(chat, bot, teller).link(at.inside(), step, "upload_here");
        teller.tell(at.came().heard(), at.came().pending().attempts(), bubble);
    }
}
