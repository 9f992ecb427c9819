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
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;

/// Makes the page of a view: one question, what was said just now, and the sketch where it belongs.
final class PageMaker {
    /// Offered for a table in which nothing stands yet.
    private static final int ROWS_AT_FIRST = 3;

    private static final Set<String> SHOW_THE_SKETCH = Set.of("_review", "_submitted", "_closed");

    private PageMaker() {}

    /// What a page is made of. `returnAddress` is where one comes back by key. `errors` are this
    /// page's own; those of the turn are in the view.
    record Of(
            View view,
            String dialogTitle,
            String returnAddress,
            String csrf,
            Kept kept,
            boolean anotherRow,
            List<String> errors,
            Optional<Sketch> sketch) {
        Of {
            errors = List.copyOf(errors);
        }
    }

    static Page page(Of of) {
        var view = of.view();
        var errors = new ArrayList<>(of.errors());
        texts(view, kind -> kind == Message.Kind.ERROR).map(DialogText::plain).forEach(errors::add);
        var question = question(view.expects(), of);
        var frame =
                new Page.Frame(
                        view.dialog(),
                        of.dialogTitle(),
                        of.csrf(),
                        view.revision(),
                        isOver(view) ? "" : Words.progress(view.progress()));
        var title =
                (errors.isEmpty() ? "" : "Fehler: ")
                        + DialogText.plain(split(view.expects()).heading())
                        + " – "
                        + of.dialogTitle();
        return new Page(
                frame,
                title,
                texts(view, kind -> isShown(kind, view)).map(DialogText::html).toList(),
                KeyCard.of(view, of.returnAddress()),
                errors,
                question,
                commands(view),
                summary(of));
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
            case NOTICE, REPLY, NOTED, REMINDER -> true;
            case KEY -> view.key().isEmpty();
            case QUESTION, ERROR, SAID -> false;
        };
    }

    /// What was said in the last turn.
    private static Stream<String> texts(View view, Predicate<Message.Kind> wanted) {
        return view.lastTurn().stream()
                .map(View.Numbered::message)
                .filter(message -> wanted.test(message.kind()))
                .map(Message::text);
    }

    private static Page.Question question(Expects expects, Of of) {
        var step = expects.step().value();
        var split = split(expects);
        var kept = kept(expects, of);
        return new Page.Question(
                step,
                expects.type(),
                control(expects),
                DialogText.inlineHtml(split.heading()),
                split.body().isEmpty() ? "" : DialogText.html(split.body()),
                hints(expects),
                expects.options().stream().map(one -> option(one, kept)).toList(),
                expects.open().stream().map(one -> open(one, kept)).toList(),
                expects.openFirst(),
                input(expects, of, kept));
    }

    private record Split(String heading, String body) {}

    /// The question is the heading, unless a station or a consent has a shorter one.
    private static Split split(Expects expects) {
        var station = Words.station(expects.step().value());
        if (!station.isEmpty()) {
            boolean listsTheSketch = expects.step().value().equals("_review");
            return new Split(station, listsTheSketch ? withoutList(expects) : expects.text());
        }
        if (expects.type().equals("consent") && !expects.hints().shortText().isEmpty()) {
            return new Split(expects.hints().shortText(), expects.text());
        }
        return aroundQuestion(paragraphs(expects));
    }

    /// Where the text ends with its question, that is the heading: before it may stand what was
    /// said earlier. Otherwise the text begins with it.
    private static Split aroundQuestion(List<String> paragraphs) {
        var heading =
                paragraphs.getLast().contains("?") ? paragraphs.getLast() : paragraphs.getFirst();
        var body = new ArrayList<>(paragraphs);
        body.remove(heading);
        return new Split(heading, String.join("\n\n", body));
    }

    private static List<String> paragraphs(Expects expects) {
        return List.of(expects.text().strip().split("\\n\\s*\\n", -1));
    }

    /// The words around the list of answers, which pages show as a summary of their own.
    private static String withoutList(Expects expects) {
        var paragraphs = paragraphs(expects);
        var lists = paragraphs.stream().filter(one -> one.startsWith("- ")).toList();
        if (lists.isEmpty()) {
            return expects.text();
        }
        var kept = new ArrayList<>(paragraphs.subList(0, paragraphs.indexOf(lists.getFirst())));
        kept.addAll(
                paragraphs.subList(paragraphs.lastIndexOf(lists.getLast()) + 1, paragraphs.size()));
        return String.join("\n\n", kept);
    }

    private static Kept kept(Expects expects, Of of) {
        return of.kept().equals(Kept.NOTHING) ? Kept.of(expects.currentValue()) : of.kept();
    }

    private static Page.Control control(Expects expects) {
        if (expects.step().value().startsWith("_") || expects.type().equals("consent")) {
            return Page.Control.BUTTONS;
        }
        return switch (expects.type()) {
            case "long_text" -> Page.Control.LINES;
            case "choice", "confirm" -> Page.Control.RADIOS;
            case "multi" -> Page.Control.CHECKBOXES;
            case "contact", "period" -> Page.Control.FIELDS;
            case "table" -> Page.Control.ROWS;
            default -> Page.Control.LINE;
        };
    }

    private static Page.Hints hints(Expects expects) {
        var hints = expects.hints();
        return new Page.Hints(
                html(hints.why()),
                html(hints.help()),
                hints.examples(),
                html(hints.notice()),
                Words.format(expects.type()),
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

    private static Page.Input input(Expects expects, Of of, Kept kept) {
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
    private static Page.Commands commands(View view) {
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

    private static List<Page.Command> commands(Collection<Command> commands) {
        return commands.stream()
                .map(one -> new Page.Command(one.id(), Words.command(one)))
                .toList();
    }

    private static Page.Summary summary(Of of) {
        if (!showsSketch(of.view())) {
            return Page.Summary.NONE;
        }
        var sections = of.sketch().map(Sketch::sections).orElse(List.of());
        var answered = sections(sections, Sketch.Status.ANSWERED);
        if (isOver(of.view()) && answered.isEmpty()) {
            return Page.Summary.NONE;
        }
        return new Page.Summary(
                of.view().reference(),
                of.sketch().isPresent(),
                of.view().expects().commands().contains(Command.CHANGE),
                answered,
                sections(sections, Sketch.Status.OPEN));
    }

    private static List<Page.Section> sections(
            List<Sketch.Section> sections, Sketch.Status status) {
        return sections.stream()
                .filter(section -> section.status() == status)
                .map(section ->
                        new Page.Section(
                                section.title(),
                                Words.reason(section),
                                section.entries().stream()
                                        .map(one ->
                                                new Page.Entry(
                                                        one.step(), one.label(), one.display()))
                                        .toList()))
                .toList();
    }
}
