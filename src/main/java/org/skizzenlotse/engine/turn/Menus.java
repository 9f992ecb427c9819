// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Expects.OpenChoice;
import org.skizzenlotse.engine.parse.Menu;

/// The options of questions and stations, in the order in which they are numbered.
final class Menus {
    private static final String NO_NOTE = "none";

    private final Draft draft;

    Menus(Draft draft) {
        this.draft = draft;
    }

    /// The options of a question; a decision has yes and no.
    List<Choice> options(Question question) {
        var wording = question.wording(draft.now().variant());
        if (question.type() instanceof AnswerType.Consent)
            return List.of(
                    choice("yes", Phrase.CONSENT_YES, Phrase.YES),
                    choice("no", Phrase.CONSENT_NO, Phrase.NO));
        if (question.type() instanceof AnswerType.Confirm) return yesNo();
        return question.type().options().stream()
                .map(option ->
                        new Choice(
                                option.id(),
                                wording.option(option.id()).text(),
                                wording.option(option.id()).button(),
                                option.note().name().toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    /// The text of the chosen option that words beside are waited for.
    String noting(Question question, Answer proposed) {
        var wording = question.wording(draft.now().variant());
        if (proposed.value() instanceof Value.Chosen(var option, _))
            return wording.option(option).text();
        if (!(proposed.value() instanceof Value.ChosenMany(var chosen, var notes))) return "";
        return question.type().options().stream()
                .filter(one -> one.note() == AnswerType.Note.REQUIRED)
                .map(AnswerType.Option::id)
                .filter(id -> chosen.contains(id) && !notes.containsKey(id))
                .map(id -> wording.option(id).text())
                .findFirst()
                .orElse("");
    }

    private List<Choice> yesNo() {
        return List.of(choice("yes", Phrase.YES), choice("no", Phrase.NO));
    }

    /// The open answers of a question.
    List<OpenChoice> open(Question question) {
        var wording = question.wording(draft.now().variant());
        return Open.to(question).stream()
                .map(status -> new OpenChoice(status, draft.display().open(wording, status)))
                .toList();
    }

    /// Everything that can be chosen at a question, numbered through. At a free-text step there are
    /// no numbers, since a number is a text there.
    Menu menu(Question question) {
        var wording = question.wording(draft.now().variant());
        var options = new ArrayList<Menu.Entry>();
        for (var choice : options(question)) {
            var labels = new ArrayList<>(List.of(choice.id(), choice.text(), choice.button()));
            labels.addAll(wording.option(choice.id()).also());
            var note = choice.note().equals(NO_NOTE) || choice.note().isEmpty();
            options.add(new Menu.Entry(choice.id(), false, !note, labels));
        }
        var open = new ArrayList<Menu.Entry>();
        for (var choice : open(question)) open.add(entry(choice.status(), choice.text()));
        var all = new ArrayList<>(question.rules().openFirst() ? open : options);
        all.addAll(question.rules().openFirst() ? options : open);
        return new Menu(all, draft.lexicon());
    }

    private static Menu.Entry entry(OpenStatus status, String text) {
        return new Menu.Entry(status.id(), true, false, List.of(text));
    }

    /// The options of a station, none where it only takes commands.
    List<Choice> options(StepId station) {
        if (station.equals(Stations.ARRIVAL)) return new Moving(draft).choices();
        if (station.equals(Stations.SCOPE)) return scope();
        if (station.equals(Stations.IMPACT))
            return List.of(choice("take", Phrase.TAKE), choice("keep", Phrase.KEEP));
        if (station.equals(Stations.TAKEN_OVER))
            return List.of(
                    choice("take", Phrase.TAKEN_OVER_TAKE), choice("anew", Phrase.TAKEN_OVER_ANEW));
        if (station.equals(Stations.CONFIRM) || station.equals(Stations.TYPO)) return yesNo();
        if (station.equals(Stations.REVIEW))
            return List.of(
                    choice("submit", Phrase.REVIEW_SUBMIT),
                    choice("change", Phrase.REVIEW_CHANGE),
                    choice("later", Phrase.REVIEW_LATER));
        if (station.equals(Stations.SUBMITTED)) return submitted();
        if (station.equals(Stations.MEETING)) return new Consulting(draft).times();
        if (station.equals(Stations.RESULT)) return result();
        if (station.equals(Stations.PERSON)) return person();
        if (station.equals(Stations.CLOSED)) return new GoingOn(draft).atTheEnd();
        if (station.equals(Stations.PAUSED)) return List.of(choice("resume", Phrase.RESUME));
        if (station.equals(Stations.PEOPLE)) return new Company(draft).choices();
        if (station.equals(Stations.HAND_OVER)) return new Company(draft).heirChoices();
        if (station.equals(Stations.SIDE_BY_SIDE)) return new BothSides(draft).choices();
        if (station.equals(Stations.STOP) && !new Rights(draft).isResponsible())
            return List.of(
                    choice("pause", Phrase.STOP_PAUSE),
                    choice("leave", PeoplePhrase.PEOPLE_LEAVE),
                    choice("continue", Phrase.STOP_CONTINUE));
        if (station.equals(Stations.STOP))
            return List.of(
                    choice("pause", Phrase.STOP_PAUSE),
                    choice("retract", Phrase.STOP_RETRACT),
                    choice("withdraw", Phrase.STOP_WITHDRAW),
                    choice("erase", Phrase.STOP_ERASE),
                    choice("continue", Phrase.STOP_CONTINUE));
        if (station.equals(Stations.CHANGE)) return changeable();
        if (station.equals(Stations.REMOVE)) return new Removing(draft).choices();
        if (station.equals(Stations.DEEPEN)) return groups();
        return station.equals(Stations.LANGUAGE) ? variants() : List.of();
    }

    private List<Choice> scope() {
        var frame = draft.dialog().frame(draft.now().variant());
        return List.of(
                choice("short", frame.scopeShort(), draft.phrase(Phrase.SCOPE_SHORT)),
                choice("full", frame.scopeFull(), draft.phrase(Phrase.SCOPE_FULL)));
    }

    private List<Choice> submitted() {
        var choices = new ArrayList<Choice>();
        if (!groups().isEmpty()) choices.add(choice("deepen", Phrase.SUBMITTED_DEEPEN));
        choices.add(choice("copy", Phrase.SUBMITTED_COPY));
        choices.add(choice("change", Phrase.SUBMITTED_CHANGE));
        choices.addAll(new GoingOn(draft).atTheEnd());
        choices.add(choice("done", Phrase.SUBMITTED_DONE));
        return choices;
    }

    private List<Choice> result() {
        var choices = new ArrayList<>(new GoingOn(draft).fromResult());
        choices.add(choice("points", Phrase.RESULT_POINTS));
        if (hasChangeable()) choices.add(choice("change", Phrase.REVIEW_CHANGE));
        return choices;
    }

    private List<Choice> person() {
        var choices = new ArrayList<>(new GoingOn(draft).atTheEnd());
        choices.add(choice("continue", Phrase.PERSON_CONTINUE));
        return choices;
    }

    /// The answers that can be changed, by step.
    List<Choice> changeable() {
        return draft.journey()
                .questions()
                .filter(Journey.Stop::isDealtWith)
                .map(stop -> stop.question().orElseThrow())
                .map(question -> {
                    var text = question.wording(draft.now().variant()).shortText();
                    return choice(question.id().value(), text, text);
                })
                .toList();
    }

    /// Whether there is an answer to change.
    boolean hasChangeable() {
        return draft.journey().questions().anyMatch(Journey.Stop::isDealtWith);
    }

    /// The groups in which something is left that is not in scope.
    List<Choice> groups() {
        var variant = draft.now().variant();
        var more = new LinkedHashMap<String, Choice>();
        for (var stop : draft.journey().stops()) {
            var group = stop.placed().group();
            if (stop.question().isEmpty() || stop.inScope() || more.containsKey(group.id()))
                continue;
            if (!stop.applies() || stop.answer() != null) continue;
            var title = draft.dialog().words(group, variant).title();
            more.put(group.id(), choice(group.id(), title, title));
        }
        return List.copyOf(more.values());
    }

    private List<Choice> variants() {
        return draft.variants().stream()
                .map(one -> choice(one.id(), one.name(), one.name()))
                .toList();
    }

    private Choice choice(String id, Sayable text) {
        return choice(id, text, text);
    }

    private Choice choice(String id, Sayable text, Sayable button) {
        return choice(id, draft.phrase(text), draft.phrase(button));
    }

    private static Choice choice(String id, String text, String button) {
        return new Choice(id, text, button, NO_NOTE);
    }

    /// The menu of a station.
    Menu menu(StepId station) {
        return new Menu(
                options(station).stream()
                        .map(one ->
                                new Menu.Entry(
                                        one.id(),
                                        false,
                                        false,
                                        List.of(
                                                one.id(),
                                                draft.naming(one.text()),
                                                draft.naming(one.button()))))
                        .toList(),
                draft.lexicon());
    }
}
