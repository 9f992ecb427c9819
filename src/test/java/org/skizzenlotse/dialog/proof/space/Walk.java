// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Check.Severity;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.WithValue;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Goes a way through a dialog as the engine derives it, and answers at random what it leaves open.
record Walk(Dialog dialog, Way way, RandomGenerator chance) {
    private static final Answer.Provenance FROM =
            new Answer.Provenance("", "de", "test", "", Instant.EPOCH, "applicant");
    private static final int TRIES = 50;

    /// The journey at its end, or where a required consent was refused.
    Journey go() {
        var answers = new HashMap<StepId, Answer>();
        for (var placed : dialog.placed()) {
            var journey = journey(answers);
            if (journey.declined().isPresent()) break;
            if (!(placed.step() instanceof Question question)) continue;
            if (!journey.stop(question.id()).orElseThrow().applies()) continue;
            answer(question, journey, answers);
        }
        return journey(answers);
    }

    private Journey journey(Map<StepId, Answer> answers) {
        return Journey.of(dialog, answers, Scope.FULL, way.facts());
    }

    private void answer(Question question, Journey journey, Map<StepId, Answer> answers) {
        var picked = way.answers().get(question.id());
        if (picked != null) {
            if (picked instanceof Picked.Given(var value) && refused(question, journey, value))
                throw new AssertionError(question.id() + " does not take " + show(value));
            answers.put(question.id(), answer(picked));
            return;
        }
        for (int i = 0; i < TRIES; i++) {
            var any = any(question);
            if (any instanceof Picked.Given(var value) && refused(question, journey, value))
                continue;
            answers.put(question.id(), answer(any));
            return;
        }
        throw new AssertionError(question.id() + " takes nothing");
    }

    private static Answer answer(Picked picked) {
        return switch (picked) {
            case Picked.Given(var value) -> Answer.of(value, FROM);
            case Picked.Left(var status) -> Answer.open(status, FROM);
        };
    }

    static String show(Value value) {
        return switch (value) {
            case Value.Chosen(var option, _) -> option;
            case Value.ChosenMany(var options, _) -> options.toString();
            case Value.Decision(var yes) -> "" + yes;
            case Value.Text(var text) -> text;
            case Value.Contact _ -> "Kontakt";
            default -> value.size().toPlainString();
        };
    }

    private static boolean refused(Question question, Journey journey, Value value) {
        var readings = new WithValue(journey, value);
        return question.rules().checks().stream()
                .filter(check -> check.severity() == Severity.MUST)
                .anyMatch(check -> check.holds().judge(readings).isFalse());
    }

    private Picked any(Question question) {
        var all = new ArrayList<Picked>();
        for (var status : question.openAnswers()) all.add(new Picked.Left(status));
        for (var value : values(question)) all.add(new Picked.Given(value));
        return all.get(chance.nextInt(all.size()));
    }

    private List<Value> values(Question question) {
        return switch (question.type()) {
            case AnswerType.Choice(var options) ->
                    options.stream().map(one -> (Value) new Value.Chosen(one.id(), "")).toList();
            case AnswerType.Multi multi -> several(multi);
            case AnswerType.Consent _, AnswerType.Confirm _ ->
                    List.of(new Value.Decision(true), new Value.Decision(false));
            case AnswerType.Numeric(var range, _, _) -> numbers(range);
            default -> List.of(new Value.Text("Ein Beispiel"));
        };
    }

    private List<Value> numbers(AnswerType.Range range) {
        var all = new ArrayList<Value>();
        for (int i = -5; i < 30; i++) {
            var number = java.math.BigDecimal.valueOf(i);
            if (range.holds(number)) all.add(new Value.Quantity(number));
        }
        return all;
    }

    private List<Value> several(AnswerType.Multi multi) {
        var ids = new ArrayList<String>();
        for (var option : multi.options()) if (chance.nextBoolean()) ids.add(option.id());
        while (ids.size() > multi.max()) ids.removeLast();
        return ids.size() < multi.min() ? List.of() : List.of(new Value.ChosenMany(ids, Map.of()));
    }
}
