// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Reading;
import org.skizzenlotse.dialog.Readings;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Verdict;

/// What is relevant, answered, open and next: derived from the answers in one pass over the steps,
/// never stored. Conditions read earlier steps only, so one pass is enough.
public final class Journey implements Readings {
    private final List<Stop> stops;
    private final List<Stop> requiredConsents = new ArrayList<>();
    private final Map<StepId, Stop> byStep;
    private final Map<String, Value> facts;
    private final Scope scope;

    /// A step on the way: whether it applies, whether it is in scope, and its answer (null: none).
    public record Stop(
            Dialog.Placed placed, Verdict relevance, boolean inScope, @Nullable Answer answer) {
        /// The ID of the step.
        public StepId id() {
            return placed.step().id();
        }

        /// Whether it certainly applies.
        public boolean applies() {
            return relevance.isTrue();
        }

        /// Whether it has an answer that counts.
        public boolean isDealtWith() {
            return applies() && answer != null;
        }

        /// Whether it is asked for and has no answer yet.
        public boolean isDue() {
            return applies() && inScope && answer == null;
        }

        /// Whether it has an answer that does not count at present.
        public boolean isParked() {
            return answer != null && !applies();
        }

        /// The question, if it is one.
        public Optional<Question> question() {
            return placed.step() instanceof Question question
                    ? Optional.of(question)
                    : Optional.empty();
        }
    }

    private Journey(int steps, Map<String, Value> facts, Scope scope) {
        this.stops = new ArrayList<>(steps);
        this.byStep = HashMap.newHashMap(steps);
        this.facts = facts;
        this.scope = scope;
    }

    /// The journey of these answers.
    public static Journey of(
            Dialog dialog, Map<StepId, Answer> answers, Scope scope, Map<String, Value> facts) {
        var journey = new Journey(dialog.placed().size(), facts, scope);
        for (var placed : dialog.placed()) {
            var core =
                    !(placed.step() instanceof Question question)
                            || question.rules().core()
                            || question.rules().neededToSubmit();
            var stop =
                    new Stop(
                            placed,
                            placed.step().when().judge(journey),
                            scope.asks(placed.group().id(), core),
                            answers.get(placed.step().id()));
            journey.add(stop);
        }
        return journey;
    }

    private void add(Stop stop) {
        stops.add(stop);
        byStep.put(stop.id(), stop);
        if (stop.placed().step() instanceof Question question && question.isRequiredConsent())
            requiredConsents.add(stop);
    }

    /// All steps in the order of asking.
    public List<Stop> stops() {
        return Collections.unmodifiableList(stops);
    }

    /// All questions in the order of asking.
    public Stream<Stop> questions() {
        return stops.stream().filter(stop -> stop.placed().step() instanceof Question);
    }

    /// The step of that ID.
    public Optional<Stop> stop(StepId step) {
        return Optional.ofNullable(byStep.get(step));
    }

    /// The next question to ask, if any is left.
    public Optional<Question> next() {
        for (var stop : stops)
            if (stop.isDue() && stop.placed().step() instanceof Question question)
                return Optional.of(question);
        return Optional.empty();
    }

    /// A required consent that was answered no: nothing goes on behind it.
    public Optional<Question> declined() {
        return requiredConsents.stream()
                .filter(Stop::isDealtWith)
                .filter(stop -> !isYes(stop.answer()))
                .findFirst()
                .flatMap(Stop::question);
    }

    /// Whether every required consent that applies was answered yes; also where none is asked for.
    public boolean isConsented() {
        return requiredConsents.stream().filter(Stop::applies).allMatch(one -> isYes(one.answer()));
    }

    /// Whether a required consent is asked for at all.
    public boolean asksConsent() {
        return !requiredConsents.isEmpty();
    }

    private static boolean isYes(@Nullable Answer answer) {
        return answer != null && new Value.Decision(true).equals(answer.value());
    }

    /// The questions that are needed to submit and are not dealt with.
    public List<Question> missing() {
        return questions()
                .filter(Stop::applies)
                .filter(Journey::isUnsaid)
                .flatMap(stop -> stop.question().stream())
                .filter(question -> question.rules().neededToSubmit())
                .toList();
    }

    /// Without an answer, or with one that was taken out, or a consent without a yes.
    private static boolean isUnsaid(Stop stop) {
        var consent =
                stop.question().filter(one -> one.type() instanceof AnswerType.Consent).isPresent();
        var answer = stop.answer();
        return consent
                ? !isYes(answer)
                : answer == null || answer.status() == Answer.Status.REMOVED;
    }

    /// The honest range of what is to come, overall and in one group (null: no group). Before a
    /// scope is chosen the short form is the least and the full one the most.
    public Progress progress(Dialog.@Nullable Group group, String title) {
        int answered = 0;
        var all = new Range();
        var here = new Range();
        var coming = new HashSet<String>();
        for (var stop : stops) {
            if (stop.question().isEmpty()) continue;
            if (stop.isDealtWith() && stop.inScope()) answered++;
            if (!mayCome(stop, coming)) continue;
            coming.add(stop.id().value());
            var certain = stop.isDue();
            all.count(certain);
            if (group != null && stop.placed().group().id().equals(group.id())) here.count(certain);
        }
        return new Progress(answered, all.least, all.most, title, here.least, here.most);
    }

    /// Whether it has no answer and is asked still, or may be after a question that comes before.
    private boolean mayCome(Stop stop, Set<String> coming) {
        if (stop.answer() != null || (!stop.inScope() && scope.chosen())) return false;
        return switch (stop.relevance().truth()) {
            case TRUE -> true;
            case FALSE -> false;
            case UNKNOWN ->
                    stop.relevance().causes().stream()
                            .anyMatch(cause -> coming.contains(cause.of()));
        };
    }

    private static final class Range {
        private int least;
        private int most;

        void count(boolean certain) {
            if (certain) least++;
            most++;
        }
    }

    @Override
    public Reading answer(StepId step) {
        var stop = byStep.get(step);
        if (stop == null) return Reading.missing(step.value(), Verdict.Why.NOT_ASKED);
        if (stop.relevance().isFalse())
            return Reading.missing(step.value(), Verdict.Why.NOT_APPLICABLE);
        if (stop.relevance().isUnknown()) return new Reading.Missing(stop.relevance().causes());
        var answer = stop.answer();
        if (answer == null) return Reading.missing(step.value(), Verdict.Why.NOT_ASKED);
        var value = answer.value();
        return value == null
                ? Reading.missing(step.value(), Verdict.Why.OPEN)
                : new Reading.Known(value);
    }

    @Override
    public boolean open(StepId step) {
        var stop = byStep.get(step);
        return stop != null
                && stop.isDealtWith()
                && stop.answer() != null
                && stop.answer().isOpen();
    }

    @Override
    public Reading fact(String fact) {
        var value = facts.get(fact);
        return value == null
                ? Reading.missing(fact, Verdict.Why.NOT_ASKED)
                : new Reading.Known(value);
    }
}
