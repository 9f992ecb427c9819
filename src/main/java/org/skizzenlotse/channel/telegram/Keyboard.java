// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;

/// The buttons below a question: the answers, what belongs to them, and one quiet row of commands.
final class Keyboard {
    /// Options on one page: more buttons cannot be surveyed on a phone; Telegram takes a hundred.
    static final int PAGE_MAX = 40;

    private static final String PICKED = "✓ ";

    private final Telling telling;
    private final Expects asked;
    private final ChatWords words;
    private final List<List<Button>> rows = new ArrayList<>();

    private Keyboard(Telling telling) {
        this.telling = telling;
        this.asked = telling.asked();
        this.words = ChatWords.in(telling.variant());
    }

    /// All buttons, with that page of the options.
    static List<List<Button>> of(Telling telling, int page) {
        return new Keyboard(telling).all(page);
    }

    /// The commands that are not in sight.
    static List<List<Button>> further(Expects asked, ChatWords words) {
        var buttons = new ArrayList<Button>();
        if (!asked.hints().notice().isEmpty())
            buttons.add(Button.of(words.say("notice"), new Tap.Notice(asked.step())));
        for (var command : further(asked)) buttons.add(button(words, command));
        return Labels.rows(buttons);
    }

    private List<List<Button>> all(int page) {
        if (!telling.link().isEmpty() && telling.link().startsWith("http"))
            row(Button.link(words.say("open_browser"), telling.link()));
        if (asked.hints().sensitive()) browser();
        if (asked.openFirst()) open();
        options(page);
        if (!asked.openFirst()) open();
        done();
        var earlier = telling.earlier();
        if (earlier != null) row(Button.of(words.say("earlier"), new Tap.Earlier(earlier)));
        if (asked.type().equals("consent")) {
            if (!asked.hints().notice().isEmpty())
                row(Button.of(words.say("notice"), new Tap.Notice(asked.step())));
            browser();
        }
        variants();
        if (telling.said().stream().anyMatch(one -> one.kind() == Message.Kind.REMINDER)
                && asked.commands().contains(Command.NO_REMINDERS))
            row(button(words, Command.NO_REMINDERS));
        quiet();
        return List.copyOf(rows);
    }

    private void row(Button... buttons) {
        rows.add(List.of(buttons));
    }

    private void browser() {
        if (asked.commands().contains(Command.MOVE))
            row(Button.of(words.say("browser"), new Tap.Commanded(Command.MOVE, "")));
    }

    private void options(int page) {
        var labels = Labels.of(asked.options().stream().map(Expects.Choice::button).toList());
        var buttons = new ArrayList<Button>();
        for (int i = 0; i < labels.size(); i++)
            buttons.add(option(asked.options().get(i), labels.get(i)));
        int pages = (buttons.size() + PAGE_MAX - 1) / PAGE_MAX;
        int shown = Math.clamp(page, 0, Math.max(0, pages - 1));
        int from = shown * PAGE_MAX;
        rows.addAll(Labels.rows(buttons.subList(from, Math.min(from + PAGE_MAX, buttons.size()))));
        if (pages > 1) turning(shown, pages);
    }

    private Button option(Expects.Choice option, String label) {
        var mark = Marks.of(asked, option.id());
        if (!asked.type().equals("multi"))
            return Button.of(label, new Tap.Choice(asked.step(), mark));
        var picked = telling.picked().contains(option.id()) ? PICKED : "";
        return Button.of(picked + label, new Tap.Toggle(asked.step(), mark));
    }

    private void turning(int page, int pages) {
        var turns = new ArrayList<Button>();
        if (page > 0)
            turns.add(
                    Button.of(
                            words.say("page_before", page, pages),
                            new Tap.Page(asked.step(), page - 1)));
        if (page + 1 < pages)
            turns.add(
                    Button.of(
                            words.say("page_next", page + 2, pages),
                            new Tap.Page(asked.step(), page + 1)));
        rows.add(turns);
    }

    private void open() {
        var labels = Labels.of(asked.open().stream().map(Expects.OpenChoice::text).toList());
        var buttons = new ArrayList<Button>();
        for (int i = 0; i < labels.size(); i++) {
            var status = asked.open().get(i).status();
            buttons.add(Button.of(labels.get(i), new Tap.Open(asked.step(), status)));
        }
        rows.addAll(Labels.rows(buttons));
    }

    private void done() {
        var done = new Tap.Done(asked.step());
        switch (asked.type()) {
            case "multi" -> {
                var known = new HashSet<>(telling.picked());
                known.retainAll(asked.options().stream().map(Expects.Choice::id).toList());
                row(
                        Button.of(
                                known.isEmpty()
                                        ? words.say("done")
                                        : words.say("done_picked", known.size()),
                                done));
            }
            case "long_text" -> row(Button.of(words.say("next"), done));
            case "file" -> {
                row(Button.of(words.say("upload"), new Tap.Upload(asked.step())));
                row(Button.of(words.say("done"), done));
            }
            default -> {}
        }
    }

    private void variants() {
        for (var other : asked.variants())
            if (!other.id().equals(telling.variant()))
                row(
                        Button.of(
                                Labels.cut(other.offer()),
                                new Tap.Commanded(Command.LANGUAGE, other.id())));
    }

    private void quiet() {
        var row = new ArrayList<Button>();
        for (var command : inSight(asked)) row.add(button(words, command));
        if (!further(asked).isEmpty())
            row.add(Button.of(words.command(Command.MORE), new Tap.More(asked.step())));
        if (!row.isEmpty()) rows.add(row);
    }

    /// Why, and the way back or on; on where no option says so.
    private static Set<Command> inSight(Expects asked) {
        var shown = EnumSet.of(Command.WHY, Command.BACK, Command.CONTINUE);
        shown.retainAll(asked.commands());
        var goesOn =
                asked.options().stream()
                        .anyMatch(one -> one.id().equals("resume") || one.id().equals("continue"));
        if (goesOn || shown.size() > 2) shown.remove(Command.CONTINUE);
        return shown;
    }

    private static List<Command> further(Expects asked) {
        var hidden = EnumSet.of(Command.OPEN, Command.MORE, Command.NAME);
        hidden.addAll(inSight(asked));
        return asked.commands().stream().filter(one -> !hidden.contains(one)).toList();
    }

    private static Button button(ChatWords words, Command command) {
        return Button.of(words.command(command), new Tap.Commanded(command, ""));
    }
}
