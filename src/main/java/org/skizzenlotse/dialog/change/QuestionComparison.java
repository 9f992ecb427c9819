// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Wording;

/// Compares a question with what it was.
final class QuestionComparison {
    private final Question was;
    private final Question now;
    private final Renaming renaming;
    private final AnswerType oldType;
    private final StepId id;
    private final List<Change> changes = new ArrayList<>();

    QuestionComparison(Question was, Question now, Renaming renaming) {
        this.was = was;
        this.now = now;
        this.renaming = renaming;
        this.oldType = renaming.type(now.id(), was.type());
        this.id = now.id();
    }

    List<Change> changes() {
        options();
        type();
        rules();
        checks();
        if (!SameConditions.same(renaming.condition(was.when()), now.when()))
            changes.add(new Change.Relevance(id));
        if (!renaming.origin(was.origin()).equals(now.origin()))
            changes.add(new Change.Standing(id, Change.Standing.Of.CATALOGUE));
        words();
        return changes;
    }

    private void type() {
        var before = oldType.id();
        var after = now.type().id();
        if (!before.equals(after)) changes.add(new Change.Type(id, before, after));
        else if (!Types.accepts(oldType, now.type())) changes.add(new Change.Limits(id, true));
        else if (oldType.options().isEmpty() && !oldType.equals(now.type()))
            changes.add(new Change.Limits(id, false));
    }

    private void options() {
        if (!oldType.id().equals(now.type().id())) return;
        var fresh = new ArrayList<String>();
        for (var option : now.type().options())
            if (find(oldType, option.id()).isEmpty()) fresh.add(option.id());
        if (!fresh.isEmpty()) changes.add(new Change.OptionsNew(id, fresh));
        for (var option : oldType.options()) {
            var also = find(now.type(), option.id());
            if (also.isEmpty()) changes.add(new Change.OptionGone(id, option.id()));
            else if (also.get().note() != option.note())
                changes.add(
                        new Change.OptionNote(id, option.id(), also.get().note() != Note.OPTIONAL));
        }
    }

    private static Optional<Option> find(AnswerType type, String id) {
        return type.options().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private void rules() {
        var old = was.rules();
        var rules = now.rules();
        if (old.neededToSubmit() != rules.neededToSubmit())
            changes.add(new Change.Needed(id, rules.neededToSubmit()));
        if (!new HashSet<>(old.open()).equals(new HashSet<>(rules.open())))
            changes.add(new Change.OpenAnswers(id, !rules.open().containsAll(old.open())));
        if (old.core() != rules.core())
            changes.add(new Change.Standing(id, Change.Standing.Of.SHORT_FORM));
        if (!old.privacy().equals(rules.privacy()))
            changes.add(new Change.Standing(id, Change.Standing.Of.PRIVACY));
    }

    private void checks() {
        var old = was.rules().checks();
        var checks = now.rules().checks();
        var known = checks.stream().allMatch(one -> old.stream().anyMatch(it -> isSame(it, one)));
        if (!known) changes.add(new Change.Checked(id, true));
        else if (checks.size() < old.size()) changes.add(new Change.Checked(id, false));
    }

    private boolean isSame(Step.Check old, Step.Check check) {
        return old.severity() == check.severity()
                && SameConditions.same(renaming.condition(old.holds()), check.holds());
    }

    private void words() {
        var old = was.wording();
        var words = now.wording();
        var consent = was.type() instanceof AnswerType.Consent;
        if (consent && !old.hash().equals(words.hash())) changes.add(new Change.ConsentWords(id));
        var fields = fields(old, words);
        if (!was.variants().equals(now.variants())) fields.add(Change.Field.VARIANTS);
        if (!fields.isEmpty()) changes.add(new Change.Words(id, fields));
    }

    private EnumSet<Change.Field> fields(Wording old, Wording words) {
        var fields = EnumSet.noneOf(Change.Field.class);
        if (!old.text().equals(words.text())) fields.add(Change.Field.TEXT);
        if (!old.shortText().equals(words.shortText())) fields.add(Change.Field.SHORT);
        if (!old.why().equals(words.why())) fields.add(Change.Field.WHY);
        if (!old.help().equals(words.help())) fields.add(Change.Field.HELP);
        if (!old.examples().equals(words.examples())) fields.add(Change.Field.EXAMPLES);
        if (!old.notice().equals(words.notice())) fields.add(Change.Field.NOTICE);
        if (!old.openTexts().equals(words.openTexts())) fields.add(Change.Field.OPEN);
        if (!old.checkTexts().equals(words.checkTexts())
                && old.checkTexts().size() == words.checkTexts().size())
            fields.add(Change.Field.CHECKS);
        if (isOtherwiseWorded(old, words)) fields.add(Change.Field.OPTIONS);
        return fields;
    }

    /// Of options that stay.
    private boolean isOtherwiseWorded(Wording old, Wording words) {
        return was.type().options().stream()
                .map(Option::id)
                .filter(one -> find(now.type(), renaming.option(id, one)).isPresent())
                .anyMatch(one -> !old.option(one).equals(words.option(renaming.option(id, one))));
    }
}
