// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Expects.Choice;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Together;

/// Two people who answered the same question without having seen the other's answer: neither
/// replaces the other, both are shown, and somebody chooses. Nothing else stands still meanwhile.
final class BothSides {
    private static final int SHOWN_LENGTH_MAX = 600;
    private static final int OPTION_LENGTH_MAX = 120;

    private final Draft draft;

    BothSides(Draft draft) {
        this.draft = draft;
    }

    /// The answer by somebody else that the speaker has not seen, given to this step or proposed.
    Optional<Answer> unseen(StepId step) {
        if (!draft.given().unseen().contains(step)) return Optional.empty();
        return proposed(step)
                .filter(this::isByAnother)
                .or(() ->
                        draft.journey()
                                .stop(step)
                                .filter(Journey.Stop::isDealtWith)
                                .flatMap(stop -> draft.now().answer(step))
                                .filter(this::isByAnother));
    }

    private boolean isByAnother(Answer answer) {
        var numbers = Person.numbers(answer.provenance().by());
        return !numbers.isEmpty() && !numbers.equals(List.of(draft.given().speaker()));
    }

    private Optional<Answer> proposed(StepId step) {
        var proposed =
                switch (draft.now().position().aside()) {
                    case Aside.Noting(var of, var answer) when of.equals(step) -> answer;
                    case Aside.Impact(var of, var answer) when of.equals(step) -> answer;
                    case Aside.AskingBack back when back.step().equals(step) -> back.proposed();
                    case Aside.None _, Aside.Changing _, Aside.Choosing _, Aside.Noting _ -> null;
                    case Aside.Impact _, Aside.AskingBack _, Aside.Confirming _ -> null;
                    case Aside.Stopping _, Aside.Parting _, Aside.Removing _ -> null;
                };
        return Optional.ofNullable(proposed);
    }

    /// Keeps the second answer beside the first.
    void put(Question question, Answer one, Answer other) {
        if (one.saysTheSameAs(other)) {
            draft.noted(Phrase.UNCHANGED, label(question));
            return;
        }
        var all = new ArrayList<>(draft.now().together().sideBySide());
        all.add(new Together.SideBySide(question.id(), one, other));
        draft.note(new Happened.Beside(all));
    }

    /// What stands side by side at a step that is taken out goes with it.
    void forget(StepId step) {
        var all = new ArrayList<>(draft.now().together().sideBySide());
        if (all.removeIf(one -> one.step().equals(step))) draft.note(new Happened.Beside(all));
    }

    /// The first that is to be chosen from, of a question that is there and applies.
    Optional<Together.SideBySide> first() {
        return draft.now().together().sideBySide().stream()
                .filter(one ->
                        draft.journey().stop(one.step()).filter(Journey.Stop::applies).isPresent())
                .findFirst();
    }

    /// Both, with who said them.
    String text() {
        return first().map(one -> text(one, question(one))).orElse("");
    }

    private String text(Together.SideBySide both, Question question) {
        return draft.phrase(
                PeoplePhrase.BOTH_SIDES,
                label(question),
                line(question, both.one()),
                line(question, both.other()));
    }

    private String line(Question question, Answer answer) {
        var words = Display.brief(draft.shown(question, answer), SHOWN_LENGTH_MAX);
        return "**" + draft.names(answer) + "**: " + Display.escape(words);
    }

    /// Either of them, or both where they are texts that fit together.
    List<Choice> choices() {
        return first().map(one -> choices(one, question(one))).orElse(List.of());
    }

    private List<Choice> choices(Together.SideBySide both, Question question) {
        var choices = new ArrayList<Choice>();
        choices.add(choice("one", option(question, both.one())));
        choices.add(choice("other", option(question, both.other())));
        if (joined(question, both).isPresent())
            choices.add(choice("both", draft.phrase(PeoplePhrase.BOTH_TOGETHER)));
        return choices;
    }

    private String option(Question question, Answer answer) {
        var words = Display.brief(draft.shown(question, answer), OPTION_LENGTH_MAX);
        return draft.names(answer) + ": " + words;
    }

    private static Choice choice(String id, String text) {
        return new Choice(id, text, text, "none");
    }

    private Optional<Value> joined(Question question, Together.SideBySide both) {
        if (!(both.one().value() instanceof Value.Text(var one))
                || !(both.other().value() instanceof Value.Text(var other))
                || !question.type().isFreeText()) return Optional.empty();
        var value = new Value.Text(one + "\n\n" + other);
        return Optional.<Value>of(value).filter(it -> Fitting.fits(question.type(), it));
    }

    /// What holds.
    void choose(String option) {
        var found = first();
        if (found.isEmpty()) return;
        var both = found.get();
        var question = question(both);
        if (new Rights(draft).refuses(question)) return;
        var all = new ArrayList<>(draft.now().together().sideBySide());
        all.remove(both);
        draft.note(new Happened.Beside(all));
        switch (option) {
            case "one" -> new Keeping(draft).store(question, both.one());
            case "other" -> new Keeping(draft).store(question, both.other());
            default ->
                    joined(question, both)
                            .ifPresent(value ->
                                    new Keeping(draft).store(question, together(both, value)));
        }
    }

    private Answer together(Together.SideBySide both, Value value) {
        var question = question(both);
        var by = Person.by(both.one(), both.other());
        return Answer.of(value, draft.provenance(question).by(by));
    }

    private Question question(Together.SideBySide both) {
        return draft.dialog().question(both.step()).orElseThrow();
    }

    private String label(Question question) {
        return Display.escape(question.wording(draft.now().variant()).shortText());
    }
}
