// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.skizzenlotse.conversation.FileOverview;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.LanguageTag;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.web.Texts;

/// Makes the page of a view: one question, what was said just now, and the sketch where it belongs.
final class PageMaker {
    /// Offered for a table in which nothing stands yet.
    private static final int ROWS_AT_FIRST = 3;

    private static final Set<String> SHOW_THE_SKETCH = Set.of("_review", "_submitted", "_closed");

    private final Of of;
    private final Words words;

    private PageMaker(Of of) {
        this.of = of;
        this.words = new Words(of.texts());
    }

    /// What a page is made of. `returnAddress` is where one comes back by key. `errors` are this
    /// page's own; those of the turn are in the view. `elsewhere` is where it goes on in
    /// messengers.
    record Of(
            View view,
            String dialogTitle,
            String returnAddress,
            String csrf,
            Kept kept,
            boolean anotherRow,
            List<String> errors,
            Optional<Sketch> sketch,
            FileOverview files,
            Language language,
            Talk.Elsewhere elsewhere) {
        Of {
            errors = List.copyOf(errors);
        }

        /// The same with what was wrong, and one more row where that was wanted.
        Of with(boolean oneMoreRow, List<String> wrong) {
            return new Of(
                    view,
                    dialogTitle,
                    returnAddress,
                    csrf,
                    kept,
                    oneMoreRow,
                    wrong,
                    sketch,
                    files,
                    language,
                    elsewhere);
        }

        Texts texts() {
            return Texts.in(view.variant());
        }
    }

    static Page page(Of of) {
        return new PageMaker(of).page();
    }

    private Page page() {
        var view = of.view();
        var errors = new ArrayList<>(of.errors());
        texts(view, kind -> kind == Message.Kind.ERROR).map(DialogText::plain).forEach(errors::add);
        var question = question(view.expects());
        var frame =
                new Page.Frame(
                        of.texts(),
                        view.variant(),
                        view.dialog(),
                        of.dialogTitle(),
                        of.csrf(),
                        view.revision(),
                        isOver(view) ? "" : words.progress(view.progress()));
        var heading = DialogText.plain(Heading.of(view.expects(), words).text());
        var title = heading + " – " + of.dialogTitle();
        return new Page(
                frame,
                errors.isEmpty() ? title : of.texts().say("error_before", title),
                view.expects().variants(),
                said(view),
                KeyCard.of(view, of.returnAddress()),
                view.once().code().isEmpty() ? KeyCard.link(view, of.returnAddress()) : "",
                KeyCard.move(view, of.returnAddress(), of.elsewhere()),
                errors,
                question,
                commands(view),
                summary());
    }

    /// Whether the page of this view shows the sketch.
    static boolean showsSketch(View view) {
        return SHOW_THE_SKETCH.contains(view.expects().step().value());
    }

    /// Whether nothing is asked any more.
    private static boolean isOver(View view) {
        return view.expects().step().value().equals("_closed");
    }

    /// Whether the last answer could not be used.
    static boolean isRefused(View view) {
        return texts(view, kind -> kind == Message.Kind.ERROR).findAny().isPresent();
    }

    /// The question is the page itself; what the person said stands in the sketch.
    private static boolean isShown(Message.Kind kind, View view) {
        return switch (kind) {
            case NOTICE, REPLY, NOTED, REMINDER, LINK, MOVE -> true;
            case KEY -> view.key().isEmpty();
            case QUESTION, ERROR, SAID -> false;
        };
    }

    private static List<Page.Said> said(View view) {
        return messages(view, kind -> isShown(kind, view))
                .map(message -> {
                    var plain = message.lang().isEmpty() || message.lang().equals(view.variant());
                    var lang = plain ? null : LanguageTag.of(message.lang());
                    var html = DialogText.html(message.text());
                    return new Page.Said(html, lang);
                })
                .toList();
    }

    private static Stream<String> texts(View view, Predicate<Message.Kind> wanted) {
        return messages(view, wanted).map(Message::text);
    }

    /// What was said in the last turn.
    private static Stream<Message> messages(View view, Predicate<Message.Kind> wanted) {
        return view.lastTurn().stream()
                .map(View.Numbered::message)
                .filter(message -> wanted.test(message.kind()));
    }

    private Page.Question question(Expects expects) {
        var step = expects.step().value();
        var heading = Heading.of(expects, words);
        var kept = kept(expects);
        return new Page.Question(
                step,
                expects.type(),
                Page.Control.of(expects),
                DialogText.inlineHtml(heading.text()),
                heading.body().isEmpty() ? "" : DialogText.html(heading.body()),
                hints(expects),
                expects.options().stream().map(one -> option(one, kept)).toList(),
                expects.open().stream().map(one -> open(one, kept)).toList(),
                expects.openFirst(),
                input(expects, kept),
                FileList.of(of, expects, kept));
    }

    private Kept kept(Expects expects) {
        return of.kept().equals(Kept.NOTHING)
                ? Kept.of(expects.currentValue(), of.language())
                : of.kept();
    }

    private Page.Hints hints(Expects expects) {
        var hints = expects.hints();
        return new Page.Hints(
                html(hints.why()),
                html(hints.help()),
                hints.examples(),
                html(hints.notice()),
                words.format(expects.type()),
                hints.sensitive());
    }

    private static String html(String text) {
        return text.isEmpty() ? "" : DialogText.html(text);
    }

    private static Page.Option option(Expects.Choice option, Kept kept) {
        return new Page.Option(
                option.id(),
                DialogText.inlineHtml(option.text()),
                kept.chosen().contains(option.id()),
                option.note().equals("none") ? "" : option.note(),
                kept.notes().getOrDefault(option.id(), ""),
                Set.of("erase", "withdraw", "retract").contains(option.id()));
    }

    private static Page.Option open(Expects.OpenChoice open, Kept kept) {
        var id = open.status().id();
        return new Page.Option(
                id,
                DialogText.inlineHtml(open.text()),
                kept.chosen().contains("open:" + id),
                "",
                "",
                false);
    }

    private Page.Input input(Expects expects, Kept kept) {
        var fields =
                expects.fields().stream()
                        .map(field ->
                                new Page.Field(
                                        field.name(),
                                        field.label(),
                                        field.type(),
                                        field.required(),
                                        kept.fields().getOrDefault(field.name(), "")))
                        .toList();
        var rows = new ArrayList<Map<String, String>>(kept.rows());
        if (of.anotherRow()) {
            rows.add(Map.of());
        }
        while (rows.size() < ROWS_AT_FIRST) {
            rows.add(Map.of());
        }
        return new Page.Input(kept.text(), expects.hints().maxLength(), fields, rows);
    }

    /// Beside a reminder the way to end reminders is in sight.
    private Page.Commands commands(View view) {
        var offered = view.expects().commands();
        var quick = new ArrayList<>(Words.QUICK);
        if (texts(view, kind -> kind == Message.Kind.REMINDER).findAny().isPresent()) {
            quick.add(Command.NO_REMINDERS);
        }
        quick.retainAll(offered);
        var more = offered.stream().filter(Words.MORE::contains).toList();
        return new Page.Commands(
                commands(quick),
                commands(more.stream().filter(one -> !quick.contains(one)).toList()));
    }

    private List<Page.Command> commands(Collection<Command> commands) {
        return commands.stream()
                .map(one -> new Page.Command(one.id(), words.command(one)))
                .toList();
    }

    private Page.Summary summary() {
        if (!showsSketch(of.view())) {
            return Page.Summary.NONE;
        }
        var answered = sections(Sketch.Status.ANSWERED);
        if (isOver(of.view()) && answered.isEmpty()) {
            return Page.Summary.NONE;
        }
        return new Page.Summary(
                of.view().reference(),
                of.sketch().isPresent(),
                of.view().expects().commands().contains(Command.CHANGE),
                of.view().meets(),
                answered,
                sections(Sketch.Status.OPEN));
    }

    private List<Page.Section> sections(Sketch.Status status) {
        return of.sketch().stream().flatMap(sketch -> sections(sketch, status).stream()).toList();
    }

    private List<Page.Section> sections(Sketch sketch, Sketch.Status status) {
        return sketch.sections().stream()
                .filter(section -> section.status() == status)
                .map(section ->
                        new Page.Section(
                                section.title(),
                                words.reason(section),
                                section.entries().stream()
                                        .map(one ->
                                                new Page.Entry(
                                                        one.step(),
                                                        one.label(),
                                                        one.display(),
                                                        sketch.names(one)))
                                        .toList()))
                .toList();
    }
}
