// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.engine.Display;

/// The reading copy of a dialog: everything that is said and asked, in the order of asking, as
/// Markdown to print, to fill in on paper or to discuss.
public final class Questions {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][a-z0-9_]*)\\}");

    private final Dialog dialog;
    private final String variant;
    private final List<String> blocks = new ArrayList<>();

    private Questions(Dialog dialog, String variant) {
        this.dialog = dialog;
        this.variant = variant;
    }

    /// The reading copy in one variant.
    public static String markdown(Dialog dialog, String variant) {
        return new Questions(dialog, variant).write();
    }

    private String write() {
        blocks.add("# " + DialogText.escaped(dialog.frame(variant).title()));
        for (var group : dialog.groups()) {
            var words = dialog.words(group, variant);
            blocks.add("## " + DialogText.escaped(words.title()));
            add("", words.intro());
            for (var step : group.steps()) step(step);
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private void step(Step step) {
        switch (step) {
            case Step.Notice notice -> {
                add("", notice.wording(variant).text());
                sometimes(notice.when());
            }
            case Step.Question question -> question(question, question.wording(variant));
        }
    }

    private void question(Step.Question question, Wording words) {
        blocks.add("### " + DialogText.escaped(words.shortText()) + catalogued(question));
        add("", words.text());
        add("", words.notice());
        sometimes(question.when());
        add("**Warum wir fragen:** ", words.why());
        add("**Hilfe:** ", words.help());
        add("**Zum Beispiel:** ", String.join("; ", words.examples()));
        answers(question, words);
    }

    private static String catalogued(Step.Question question) {
        return switch (question.origin()) {
            case Step.Origin.Catalogue(var id) -> " (" + id + ")";
            case Step.Origin.DetailOf _, Step.Origin.None _ -> "";
        };
    }

    private void sometimes(Condition when) {
        switch (when) {
            case Condition.Named(_, var means, _) when !means.isBlank() ->
                    blocks.add("*Nur wenn gilt: " + DialogText.escaped(means) + "*");
            case Condition.And(var all) when all.isEmpty() -> {}
            case Condition _ -> blocks.add("*Wird nicht immer gefragt.*");
        }
    }

    private void answers(Step.Question question, Wording words) {
        var lines = new ArrayList<String>();
        for (var option : question.type().options()) lines.add(option(option, words));
        if (question.type() instanceof AnswerType.Table(var columns, _, _)) {
            for (var column : columns) lines.add("- " + filled(words.option(column.id()).text()));
        }
        for (var open : question.rules().open()) {
            lines.add("- *" + DialogText.escaped(Display.open(words, open)) + "*");
        }
        if (!lines.isEmpty()) blocks.add(String.join("\n", lines));
    }

    private String option(AnswerType.Option option, Wording words) {
        var text = "- " + filled(words.option(option.id()).text());
        return switch (option.note()) {
            case NONE -> text;
            case OPTIONAL, REQUIRED -> text + " (mit eigenen Worten)";
        };
    }

    private void add(String label, String text) {
        if (!text.isBlank()) blocks.add(label + filled(text.strip()));
    }

    /// Placeholders become the short name of the answer or fact that will stand there.
    private String filled(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> {
                    var name = "…" + named(found.group(1)) + "…";
                    return Matcher.quoteReplacement(DialogText.escaped(name));
                });
    }

    private String named(String id) {
        var fact = dialog.parts().facts().get(id);
        if (fact != null) return fact.label();
        var computed = dialog.parts().computed().get(id);
        if (computed != null) return computed.label();
        return dialog.question(new StepId(id)).map(this::shortText).orElse(id);
    }

    private String shortText(Step.Question question) {
        return question.wording(variant).shortText();
    }
}
