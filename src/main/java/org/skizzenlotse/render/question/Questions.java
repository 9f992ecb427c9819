// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.FactWords;
import org.skizzenlotse.render.DialogText;

/// Makes the sheet of a dialog: to read before, to print, to fill in on paper or to discuss.
public final class Questions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

    private final Dialog dialog;
    private final Display display;
    private final String variant;
    private final Map<String, Value> facts;

    private Questions(Dialog dialog, Display display, Map<String, Value> facts) {
        this.dialog = dialog;
        this.display = display;
        this.variant = display.variant();
        this.facts = facts;
    }

    /// The sheet in the variant in which `display` shows answers. What texts quote of the
    /// installation is taken from `facts`; what is not there, and what they quote of answers,
    /// stands as its short name.
    public static QuestionSheet sheet(Dialog dialog, Display display, Map<String, Value> facts) {
        return new Questions(dialog, display, facts).sheet();
    }

    /// The reading copy of everything in the dialog's files, as Markdown.
    public static String markdown(Dialog dialog, Display display) {
        return QuestionsMarkdown.whole(sheet(dialog, display, Map.of()));
    }

    private QuestionSheet sheet() {
        var groups = new ArrayList<QuestionSheet.Group>();
        for (var group : dialog.groups()) {
            var words = dialog.words(group, variant);
            groups.add(
                    new QuestionSheet.Group(
                            group.id(),
                            words.title(),
                            filled(words.intro()),
                            group.steps().stream().map(this::item).toList()));
        }
        return new QuestionSheet(dialog.frame(variant).title(), dialog.offersScope(), groups);
    }

    private QuestionSheet.Item item(Step step) {
        return switch (step) {
            case Step.Notice notice ->
                    new QuestionSheet.Said(
                            filled(notice.wording(variant).text()), onlyIf(notice.when()));
            case Step.Question question -> asked(question, question.wording(variant));
        };
    }

    private QuestionSheet.Asked asked(Step.Question question, Wording words) {
        return new QuestionSheet.Asked(
                question.id().value(),
                catalogued(question),
                question.type().id(),
                question.rules().core(),
                onlyIf(question.when()),
                new QuestionSheet.Words(
                        words.shortText(),
                        filled(words.text()),
                        filled(words.notice()),
                        filled(words.why()),
                        filled(words.help()),
                        words.examples().stream().map(this::filled).toList()),
                choices(question, words),
                question.rules().open().stream().map(one -> display.open(words, one)).toList());
    }

    private static String catalogued(Step.Question question) {
        return switch (question.origin()) {
            case Step.Origin.Catalogue(var id) -> id;
            case Step.Origin.DetailOf _, Step.Origin.None _ -> "";
        };
    }

    private static String onlyIf(Condition when) {
        return switch (when) {
            case Condition.Named(_, var means, _) when !means.isBlank() ->
                    "Nur wenn gilt: " + means;
            case Condition.And(var all) when all.isEmpty() -> "";
            case Condition _ -> "Wird nicht immer gefragt.";
        };
    }

    private List<String> choices(Step.Question question, Wording words) {
        var choices = new ArrayList<String>();
        for (var option : question.type().options()) choices.add(option(option, words));
        if (question.type() instanceof AnswerType.Table(var columns, _, _)) {
            for (var column : columns) choices.add(filled(words.option(column.id()).text()));
        }
        return choices;
    }

    private String option(AnswerType.Option option, Wording words) {
        var text = filled(words.option(option.id()).text());
        return switch (option.note()) {
            case NONE -> text;
            case OPTIONAL, REQUIRED -> text + " (mit eigenen Worten)";
        };
    }

    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text.strip())
                .replaceAll(found ->
                        Matcher.quoteReplacement(DialogText.escaped(named(found.group(1)))));
    }

    private String named(String id) {
        var value = FactWords.of(facts, id, variant);
        if (value.isPresent()) return display.fact(value.get());
        var fact = dialog.parts().facts().get(id);
        if (fact != null) return "…" + fact.label() + "…";
        var computed = dialog.parts().computed().get(id);
        if (computed != null) return "…" + computed.label() + "…";
        return "…" + dialog.question(new StepId(id)).map(this::brief).orElse(id) + "…";
    }

    private String brief(Step.Question question) {
        return question.wording(variant).shortText();
    }
}
