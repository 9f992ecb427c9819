// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Expects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Expects.Hints;

/// Says what is asked next, with what stands before it, and describes it for surfaces.
final class Prompter {
    /// Before the group of a heading in the set of what was shown.
    private static final String GROUP = "group:";

    /// Before a variant in the set of what was shown.
    private static final String BORROWED = "borrowed:";

    private final Draft draft;
    private final Set<String> again = new HashSet<>();

    Prompter(Draft draft) {
        this.draft = draft;
    }

    /// Says the notices up to the place at hand that were not said yet, then asks.
    void ask() {
        var place = draft.place();
        if (draft.speaksAnew()) sayAgain(place);
        var fresh = new HashSet<String>();
        if (place instanceof Place.Asking(var question, var again) && !again)
            notices(question.id(), fresh);
        if (place.id().equals(Stations.REVIEW) || place.id().equals(Stations.RESULT))
            notices(null, fresh);
        if (place instanceof Place.Asking(var question, _)) borrowed(question, fresh);
        if (!fresh.isEmpty()) draft.shown(fresh);
        if (place.id().equals(Stations.CLOSED)) return;
        var text = draft.fill(text(place));
        draft.ask(place.id(), text.text(), text.quotes() || isQuoting(place));
    }

    /// Once in a variant: that it does not say everything itself.
    private void borrowed(Question question, Set<String> fresh) {
        var variant = draft.now().variant();
        if (!question.wording(variant).marks().borrowed()) return;
        if (draft.now().shown().contains(BORROWED + variant) || !fresh.add(BORROWED + variant))
            return;
        var own = draft.dialog().head().language();
        for (var one : draft.variants())
            if (one.id().equals(own))
                draft.say(Message.Kind.NOTICE, draft.phrase(WordPhrase.TEXT_BORROWED, one.name()));
    }

    /// Headings, notices and results before a step, or all of them (null).
    private void notices(@org.jspecify.annotations.Nullable StepId before, Set<String> fresh) {
        var stops = draft.journey().stops();
        var ends = ends();
        for (int i = 0; i < stops.size(); i++) {
            var stop = stops.get(i);
            if (stop.id().equals(before)) {
                heading(stop, fresh);
                return;
            }
            if (stop.placed().step() instanceof Step.Notice notice
                    && stop.applies()
                    && !isShown(notice.id().value())
                    && leadsToQuestion(stops, i)) {
                heading(stop, fresh);
                fresh.add(notice.id().value());
                say(notice.wording(draft.now().variant()).text());
            }
            for (var outcomes : ends.getOrDefault(stop.id(), List.of())) outcome(outcomes, fresh);
        }
    }

    /// The decision tables by the step behind which their result is told.
    private Map<StepId, List<Outcomes>> ends() {
        var ends = new HashMap<StepId, List<Outcomes>>();
        for (var outcomes : draft.dialog().parts().outcomes())
            draft.dialog()
                    .group(outcomes.after())
                    .map(group -> group.steps().getLast().id())
                    .ifPresent(last ->
                            ends.computeIfAbsent(last, _ -> new ArrayList<>()).add(outcomes));
        return ends;
    }

    /// A notice belongs to the questions behind it, up to the next notice; one at the end of its
    /// group to those before it. It is said only where one of them is asked.
    private static boolean leadsToQuestion(List<Journey.Stop> stops, int at) {
        var group = stops.get(at).placed().group();
        int first = at + 1;
        while (isIn(stops, first, group) && stops.get(first).question().isEmpty()) first++;
        if (!isIn(stops, first, group)) return isAskedBefore(stops, at, group);
        for (int i = first; isIn(stops, i, group) && stops.get(i).question().isPresent(); i++)
            if (isAsked(stops.get(i))) return true;
        return false;
    }

    private static boolean isAskedBefore(List<Journey.Stop> stops, int at, Dialog.Group group) {
        for (int i = at - 1; i >= 0 && isIn(stops, i, group); i--)
            if (stops.get(i).question().isPresent() && isAsked(stops.get(i))) return true;
        return at == 0 || !isIn(stops, at - 1, group);
    }

    private static boolean isIn(List<Journey.Stop> stops, int i, Dialog.Group group) {
        return i < stops.size() && stops.get(i).placed().group().id().equals(group.id());
    }

    private static boolean isAsked(Journey.Stop stop) {
        return stop.applies() && stop.inScope();
    }

    private void heading(Journey.Stop stop, Set<String> fresh) {
        var group = stop.placed().group();
        if (isShown(GROUP + group.id()) || !fresh.add(GROUP + group.id())) return;
        var words = draft.dialog().words(group, draft.now().variant());
        var intro = words.intro().isBlank() ? "" : "\n\n" + words.intro();
        say("**" + Display.escape(words.title()) + "**" + intro);
    }

    private void say(String text) {
        var filled = draft.fill(text);
        if (filled.quotes()) draft.quote(Message.Kind.NOTICE, filled.text());
        else draft.say(Message.Kind.NOTICE, filled.text());
    }

    private boolean isShown(String id) {
        return draft.now().shown().contains(id) && !again.contains(id);
    }

    /// What stands between the last answer and the question at hand is said once more.
    private void sayAgain(Place place) {
        for (var stop : draft.journey().stops()) {
            if (stop.isDealtWith()) again.clear();
            else again.add(GROUP + stop.placed().group().id());
            if (stop.id().equals(place.id())) return;
            if (stop.placed().step() instanceof Step.Notice) again.add(stop.id().value());
        }
        again.clear();
    }

    private void outcome(Outcomes outcomes, Set<String> fresh) {
        if (isShown(Lights.SHOWN + outcomes.id()) || !fresh.add(Lights.SHOWN + outcomes.id()))
            return;
        if (!draft.dialog().endsInResult()) say(new Explaining(draft).outcome(outcomes));
    }

    private boolean isQuoting(Place place) {
        return place.id().equals(Stations.REVIEW)
                || place.id().equals(Stations.RESULT)
                || place.id().equals(Stations.TAKEN_OVER)
                || place.id().equals(Stations.TYPO)
                || place.id().equals(Stations.ASKED)
                || place.id().equals(Stations.SIDE_BY_SIDE)
                || place.id().equals(Stations.IMPACT)
                || draft.now().position().aside() instanceof Aside.Removing;
    }

    /// The words of the place, with placeholders.
    private String text(Place place) {
        return switch (place) {
            case Place.Asking(var question, _) -> {
                var text = question.wording(draft.now().variant()).text();
                yield question.type() instanceof AnswerType.File file
                        ? text + "\n\n" + new AttachedFiles(draft).limits(file)
                        : new Renewing(draft).text(question, text);
            }
            case Place.Noting(var question, var proposed) ->
                    draft.phrase(
                            Phrase.NOTE_PLEASE,
                            Display.escape(new Menus(draft).noting(question, proposed)));
            case Place.At(var station) -> new StationTexts(draft).text(station);
        };
    }

    /// What the place waits for.
    Expects expects() {
        var place = draft.place();
        var text = draft.fill(text(place)).text();
        return switch (place) {
            case Place.Asking(var question, _) -> expects(question, text);
            case Place.Noting(var question, _) ->
                    new Expects(
                            question.id(),
                            "text",
                            text,
                            List.of(),
                            List.of(),
                            false,
                            commands(question),
                            List.of(),
                            hints(question),
                            null,
                            variants());
            case Place.At(var station) ->
                    new Expects(
                            station,
                            type(station),
                            text,
                            new Menus(draft).options(station),
                            List.of(),
                            false,
                            Offered.at(draft),
                            List.of(),
                            Hints.NONE,
                            null,
                            variants());
        };
    }

    private static String type(StepId station) {
        if (station.equals(Stations.ASKED)) return "long_text";
        return Company.asksWords(station) ? "text" : "choice";
    }

    private Expects expects(Question question, String text) {
        var menus = new Menus(draft);
        return new Expects(
                question.id(),
                question.type().id(),
                text,
                menus.options(question),
                menus.open(question),
                question.rules().openFirst(),
                commands(question),
                new Fields(draft).of(question),
                hints(question),
                draft.inForce().get(question.id()),
                variants());
    }

    private List<Expects.Variant> variants() {
        var offered = draft.now().answers().isEmpty() && draft.now().lifecycle().isOpen();
        return offered ? draft.variants() : List.of();
    }

    private List<Command> commands(Question question) {
        var commands = new ArrayList<Command>();
        commands.add(Command.WHY);
        if (!Open.to(question).isEmpty()) commands.add(Command.OPEN);
        for (var command : Offered.at(draft))
            if (!commands.contains(command)) commands.add(command);
        return commands;
    }

    private Hints hints(Question question) {
        var variant = draft.now().variant();
        var wording = question.wording(variant);
        var group = draft.dialog().groupOf(question.id()).orElseThrow();
        var limit =
                switch (question.type()) {
                    case AnswerType.Text(var max) -> max;
                    case AnswerType.LongText(var max) -> max;
                    case AnswerType.Choice _, AnswerType.Multi _, AnswerType.Numeric _ -> 0;
                    case AnswerType.Money _, AnswerType.Date _, AnswerType.Period _ -> 0;
                    case AnswerType.Contact _, AnswerType.Email _, AnswerType.Url _ -> 0;
                    case AnswerType.File _, AnswerType.Consent _, AnswerType.Confirm _ -> 0;
                    case AnswerType.Table _ -> 0;
                };
        return new Hints(
                draft.dialog().words(group, variant).title(),
                wording.shortText(),
                draft.fill(wording.why()).text(),
                new Terms(draft).help(question),
                wording.examples(),
                draft.fill(wording.notice()).text(),
                limit,
                question.rules().sensitive(),
                question.type() instanceof AnswerType.File file ? Expects.Uploads.of(file) : null);
    }
}
