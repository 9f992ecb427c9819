// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.AnswerType.Choice;
import org.skizzenlotse.dialog.AnswerType.Column;
import org.skizzenlotse.dialog.AnswerType.Multi;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.AnswerType.Range;
import org.skizzenlotse.dialog.Step.Question;

/// Whether a new version of a dialog explains itself, so that conversations go on with it at once:
/// other words, a new option, a new optional step, a relaxed check, and nothing else (DESIGN
/// section 5, "Versions"). The words of a consent are more than words.
public final class Compatibility {
    private final Dialog before;
    private final Dialog after;

    private Compatibility(Dialog before, Dialog after) {
        this.before = before;
        this.after = after;
    }

    /// Whether every answer given under `before` keeps its validity and meaning under `after`.
    public static boolean explainsItself(Dialog before, Dialog after) {
        var both = new Compatibility(before, after);
        return both.sameHead()
                && both.sameOrder()
                && both.everyQuestionStays()
                && both.newStepsAreOptional()
                && both.sameFacts()
                && both.sameOutcomes()
                && both.sameSketch();
    }

    private boolean sameHead() {
        var old = before.head();
        var now = after.head();
        return old.id().equals(now.id())
                && old.language().equals(now.language())
                && old.personal() == now.personal()
                && before.offersScope() == after.offersScope()
                && now.frames().keySet().containsAll(old.frames().keySet());
    }

    /// The questions that stay come in the order in which they came, in the groups in which they
    /// were.
    private boolean sameOrder() {
        return places(before, ids(after)).equals(places(after, ids(before)));
    }

    private static List<String> places(Dialog dialog, Set<StepId> kept) {
        var places = new ArrayList<String>();
        for (var one : dialog.placed())
            if (one.step() instanceof Question && kept.contains(one.step().id()))
                places.add(one.group().id() + "/" + one.step().id());
        return places;
    }

    private static Set<StepId> ids(Dialog dialog) {
        return dialog.questions().stream().map(Question::id).collect(Collectors.toSet());
    }

    private boolean everyQuestionStays() {
        return before.questions().stream()
                .allMatch(old ->
                        after.question(old.id()).filter(now -> sameQuestion(old, now)).isPresent());
    }

    private boolean newStepsAreOptional() {
        var known = ids(before);
        return after.questions().stream()
                .filter(question -> !known.contains(question.id()))
                .noneMatch(question ->
                        question.rules().neededToSubmit() || question.isRequiredConsent());
    }

    private static boolean sameQuestion(Question old, Question now) {
        return accepts(old.type(), now.type())
                && same(old.when(), now.when())
                && old.origin().equals(now.origin())
                && relaxed(old.rules(), now.rules())
                && (!(old.type() instanceof AnswerType.Consent)
                        || old.wording().hash().equals(now.wording().hash()));
    }

    private static boolean relaxed(Step.Rules old, Step.Rules now) {
        return (old.neededToSubmit() || !now.neededToSubmit())
                && now.open().containsAll(old.open())
                && old.core() == now.core()
                && old.privacy().equals(now.privacy())
                && now.checks().stream()
                        .allMatch(check ->
                                old.checks().stream().anyMatch(one -> sameCheck(one, check)));
    }

    private static boolean sameCheck(Step.Check old, Step.Check now) {
        return old.severity() == now.severity() && same(old.holds(), now.holds());
    }

    /// Whether every value of the old type is one of the new type, and means the same.
    private static boolean accepts(AnswerType old, AnswerType now) {
        return switch (old) {
            case AnswerType.Text(var length) ->
                    now instanceof AnswerType.Text(var longer) && longer >= length;
            case AnswerType.LongText(var length) ->
                    now instanceof AnswerType.LongText(var longer) && longer >= length;
            case Choice(var options) ->
                    now instanceof Choice(var more) && containsAll(more, options);
            case Multi(var options, var min, var max) ->
                    now instanceof Multi(var more, var less, var most)
                            && containsAll(more, options)
                            && less <= min
                            && most >= max;
            case AnswerType.Numeric(var range, var decimals, var unit) ->
                    now instanceof AnswerType.Numeric(var wider, var finer, var same)
                            && wider(wider, range)
                            && finer >= decimals
                            && same.equals(unit);
            case AnswerType.Money(var range) ->
                    now instanceof AnswerType.Money(var wider) && wider(wider, range);
            case AnswerType.Table(var columns, var min, var max) ->
                    now instanceof AnswerType.Table(var same, var less, var most)
                            && sameColumns(columns, same)
                            && less <= min
                            && most >= max;
            case AnswerType.File(var accept, var size, var files) ->
                    now instanceof AnswerType.File(var more, var bigger, var most)
                            && more.containsAll(accept)
                            && bigger >= size
                            && most >= files;
            case AnswerType.Date _, AnswerType.Period _, AnswerType.Contact _ -> old.equals(now);
            case AnswerType.Email _, AnswerType.Url _, AnswerType.Confirm _ -> old.equals(now);
            case AnswerType.Consent _ -> old.equals(now);
        };
    }

    private static boolean containsAll(List<Option> more, List<Option> options) {
        return options.stream()
                .allMatch(old -> more.stream().anyMatch(now -> sameOption(old, now)));
    }

    private static boolean sameOption(Option old, Option now) {
        return old.id().equals(now.id())
                && (old.note() == now.note() || now.note() == Note.OPTIONAL);
    }

    private static boolean wider(Range wider, Range range) {
        return (wider.min() == null || (range.min() != null && wider.holds(range.min())))
                && (wider.max() == null || (range.max() != null && wider.holds(range.max())));
    }

    private static boolean sameColumns(List<Column> old, List<Column> now) {
        if (old.size() != now.size()) return false;
        for (int i = 0; i < old.size(); i++) {
            var one = old.get(i);
            var other = now.get(i);
            if (!one.id().equals(other.id())
                    || one.kind() != other.kind()
                    || other.maxLength() < one.maxLength()) return false;
        }
        return true;
    }

    private boolean sameFacts() {
        var computed = after.parts().computed();
        return before.parts().facts().entrySet().stream()
                        .allMatch(old -> sameFact(old, after.parts().facts()))
                && before.parts().computed().entrySet().stream()
                        .allMatch(old -> {
                            var now = computed.get(old.getKey());
                            return now != null && now.is().equals(old.getValue().is());
                        });
    }

    private static boolean sameFact(
            Map.Entry<String, Dialog.FactKind> old, Map<String, Dialog.FactKind> facts) {
        var now = facts.get(old.getKey());
        return now != null && now.type().equals(old.getValue().type());
    }

    private boolean sameOutcomes() {
        var old = before.parts().outcomes();
        var now = after.parts().outcomes();
        if (old.size() != now.size()) return false;
        for (int i = 0; i < old.size(); i++) {
            var rules = old.get(i).rules();
            var others = now.get(i).rules();
            if (!old.get(i).id().equals(now.get(i).id()) || rules.size() != others.size())
                return false;
            for (int j = 0; j < rules.size(); j++)
                if (!sameRule(rules.get(j), others.get(j))) return false;
        }
        return true;
    }

    private static boolean sameRule(Outcomes.Rule old, Outcomes.Rule now) {
        return old.id().equals(now.id())
                && old.criterion().equals(now.criterion())
                && old.light() == now.light()
                && same(old.when(), now.when());
    }

    /// Sections stay where they are; new steps may feed them, and new sections may come.
    private boolean sameSketch() {
        return before.parts().sketch().sections().stream()
                .allMatch(old ->
                        after.parts().sketch().sections().stream()
                                .anyMatch(now ->
                                        old.id().equals(now.id())
                                                && old.field().equals(now.field())
                                                && old.catalogue().equals(now.catalogue())
                                                && now.from().containsAll(old.from())));
    }

    /// Equal but for the words by which named conditions are explained; patterns by their text.
    private static boolean same(Condition old, Condition now) {
        return switch (old) {
            case Condition.And(var all) ->
                    now instanceof Condition.And(var also) && same(all, also);
            case Condition.Or(var any) -> now instanceof Condition.Or(var also) && same(any, also);
            case Condition.Not(var of) -> now instanceof Condition.Not(var also) && same(of, also);
            case Condition.Named(var name, _, var is) ->
                    now instanceof Condition.Named(var other, _, var also)
                            && name.equals(other)
                            && same(is, also);
            case Condition.Matches(var text, var pattern) ->
                    now instanceof Condition.Matches(var other, var also)
                            && text.equals(other)
                            && pattern.pattern().equals(also.pattern());
            case Condition.Equals _, Condition.In _, Condition.Contains _ ->
                    Objects.equals(old, now);
            case Condition.Compare _, Condition.Answered _, Condition.Open _ ->
                    Objects.equals(old, now);
            case Condition.Holds _ -> Objects.equals(old, now);
        };
    }

    private static boolean same(List<Condition> old, List<Condition> now) {
        if (old.size() != now.size()) return false;
        for (int i = 0; i < old.size(); i++) if (!same(old.get(i), now.get(i))) return false;
        return true;
    }
}
