// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.change.Entry;
import org.skizzenlotse.dialog.change.Said;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Carry;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Upgrade;

/// Brings a conversation to the version in force: answers go where the migrations say, what does
/// not hold any more is asked again, and the person is told what changed. What was handed in stays
/// as it is, and nothing reopens by itself.
final class Migrating {
    /// An answer that is said once more is said up to here.
    private static final int ANSWER_LENGTH_MAX = 300;

    private final Draft draft;
    private final Conversation before;
    private final List<Carry> carried = new ArrayList<>();
    private final Set<StepId> again = new LinkedHashSet<>();
    private final Map<StepId, Said> reasons = new HashMap<>();
    private final Map<StepId, StepId> origins = new LinkedHashMap<>();
    private final Set<StepId> erased = new LinkedHashSet<>();

    Migrating(Draft draft) {
        this.draft = draft;
        this.before = draft.now();
    }

    /// What is to be heard of this input afterwards; nothing where it belongs to what is not asked
    /// any more.
    Optional<Input> bring(Input input) {
        if (before.dialogHash().equals(draft.dialog().hash())) return Optional.of(input);
        var way = draft.given().upgrade();
        if (way == null) {
            draft.note(new Happened.Upgraded(draft.dialog().hash()));
            return Optional.of(input);
        }
        var heard = new Outdated(draft, way).translated(input);
        for (var migration : way.migrations()) for (var entry : migration.entries()) take(entry);
        askForWhatDoesNotFit();
        draft.note(new Happened.Migrated(draft.dialog().hash(), carried));
        erase();
        if (before.lifecycle() instanceof Lifecycle.Erased) return Optional.of(input);
        tell(way);
        var fits = heard.filter(one -> new Outdated(draft, way).isSafe(one, isTouched()));
        if (fits.isEmpty()) draft.say(Message.Kind.NOTICE, draft.phrase(Phrase.MIGRATED_UNHEARD));
        return fits;
    }

    private boolean isTouched() {
        return !before.answers().equals(draft.now().answers());
    }

    private Map<StepId, Answer> answers() {
        return Carry.answers(before.answers(), carried);
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.Rename(var from, var to) -> {
                carry(new Carry.Renamed(from, to));
                stems(to, from);
            }
            case Entry.Options(var step, var map, var anew, var because) -> {
                reasons.put(step, because);
                if (isOneOf(answers().get(step), anew)) askAgain(step);
                else carry(new Carry.Mapped(step, map));
                stems(step, step);
            }
            case Entry.Reask(var step, var unfit, var because) -> {
                reasons.put(step, because);
                if (unfit) stems(step, step);
                else if (!isConsent(step)) askAgain(step);
            }
            case Entry.Drop(var step, var erase) -> {
                if (!erase || !answers().containsKey(step)) return;
                erased.add(step);
                carry(new Carry.Dropped(step));
            }
            case Entry.Split(var from, var to, var into, var because) -> {
                to.forEach(step -> reasons.put(step, because));
                var first = into.isEmpty() ? to.getFirst() : into.getFirst();
                carry(new Carry.Renamed(from, first));
                stems(first, from);
                if (into.isEmpty()) askAgain(first);
            }
            case Entry.Merge(var from, var to, var because) -> {
                reasons.put(to, because);
                var type = draft.dialog().question(to).map(Question::type).orElse(null);
                carry(new Carry.Joined(from, to, type instanceof AnswerType.Multi));
                stems(to, from.getFirst());
            }
            case Entry.Keep _ -> {}
        }
    }

    private void carry(Carry one) {
        if (one.touched().stream().anyMatch(answers()::containsKey)) carried.add(one);
    }

    /// Where an answer came from, which must be looked at in its new place.
    private void stems(StepId now, StepId from) {
        var first = origins.getOrDefault(from, from);
        origins.put(now, first);
    }

    private static boolean isOneOf(@Nullable Answer answer, Set<String> options) {
        return switch (answer == null ? null : answer.value()) {
            case Value.Chosen(var option, _) -> options.contains(option);
            case Value.ChosenMany(var all, _) -> all.stream().anyMatch(options::contains);
            case null, default -> false;
        };
    }

    private boolean isConsent(StepId step) {
        return draft.dialog()
                .question(step)
                .filter(one -> one.type() instanceof AnswerType.Consent)
                .isPresent();
    }

    private void askAgain(StepId step) {
        if (!answers().containsKey(step)) return;
        carry(new Carry.Dropped(step));
        again.add(step);
    }

    private void askForWhatDoesNotFit() {
        for (var step : origins.keySet()) {
            var answer = answers().get(step);
            var question = draft.dialog().question(step);
            if (answer != null && question.isPresent() && !fits(question.get(), answer))
                askAgain(step);
        }
    }

    private boolean fits(Question question, Answer answer) {
        var value = answer.value();
        if (value == null)
            return answer.status() == Answer.Status.REMOVED
                    || Open.to(question).stream()
                            .anyMatch(one -> Answer.Status.of(one) == answer.status());
        return switch (question.type()) {
            case AnswerType.File _ -> value instanceof Value.Files;
            case AnswerType.Table _ -> value instanceof Value.Table;
            case AnswerType.Consent _ -> value instanceof Value.Decision;
            default ->
                    Fitting.fits(question.type(), value)
                            && new Checks(draft).refused(question, value).isEmpty();
        };
    }

    /// What was handed in stays; what was only told goes from everything that is stored.
    private void erase() {
        if (draft.now().lifecycle().revision() > 0) return;
        var day = draft.given().now().atZone(draft.given().zone()).toLocalDate();
        for (var step : erased)
            draft.effect(new Effect.Remove(step, Set.of(), draft.display().removed(day), 0));
    }

    private void tell(Upgrade way) {
        var text = new StringBuilder(draft.phrase(Phrase.MIGRATED));
        for (var migration : way.migrations()) {
            var told = migration.tell().in(before.variant());
            if (!told.isEmpty()) text.append(' ').append(told);
        }
        var left = new HashSet<>(before.answers().keySet());
        left.retainAll(draft.now().answers().keySet());
        if (!left.isEmpty() && isTouched())
            text.append("\n\n").append(draft.phrase(Phrase.MIGRATED_KEPT));
        if (draft.now().lifecycle().revision() > 0)
            text.append("\n\n").append(draft.phrase(Phrase.MIGRATED_SENT));
        draft.say(Message.Kind.NOTICE, text.toString());
        for (var step : again) tellAgain(step, way);
    }

    private void tellAgain(StepId step, Upgrade way) {
        var question = draft.dialog().question(step);
        if (question.isEmpty()) return;
        var label = question.get().wording(before.variant()).shortText();
        var text = new StringBuilder(draft.phrase(Phrase.MIGRATED_AGAIN, Display.escape(label)));
        var why = reasons.getOrDefault(step, Said.NOTHING).in(before.variant());
        if (!why.isEmpty()) text.append(' ').append(why);
        var origin = origins.getOrDefault(step, step);
        var old = way.before().question(origin);
        var said = before.answer(origin).filter(one -> one.value() != null);
        if (said.isEmpty() || old.isEmpty()) {
            draft.say(Message.Kind.NOTICE, text.toString());
            return;
        }
        var shown = Display.escape(cut(draft.shown(old.get(), said.get())));
        text.append("\n\n").append(draft.phrase(Phrase.MIGRATED_BEFORE, shown));
        draft.quote(Message.Kind.NOTICE, text.toString());
    }

    private static String cut(String text) {
        return text.length() <= ANSWER_LENGTH_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, ANSWER_LENGTH_MAX / 2)) + "…";
    }
}
