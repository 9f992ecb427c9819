// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.talk.Coverage.Measure;
import org.skizzenlotse.dialog.talk.Coverage.Point;

/// Everything in a dialog that talks can touch, named in German.
public final class Points {
    private Points() {}

    static List<Point> of(Dialog dialog) {
        var points = new ArrayList<Point>();
        for (var question : dialog.questions()) {
            points.add(new Point(Measure.STEPS, question.id().value(), name(question)));
            options(question, points);
            for (var one : question.openAnswers()) {
                var text = question.wording().openTexts().getOrDefault(one, one.id());
                add(points, Measure.OPEN, question.id() + "." + one.id(), at(question, text));
            }
            for (var check : question.rules().checks())
                add(points, Measure.CHECKS, check(question, check), at(question, words(check)));
        }
        for (var one : Judgements.of(dialog)) {
            add(points, Measure.CONDITIONS, one.id(Truth.TRUE), one.words() + " trifft zu");
            add(points, Measure.CONDITIONS, one.id(Truth.FALSE), one.words() + " trifft nicht zu");
        }
        for (var table : dialog.parts().outcomes())
            for (var rule : table.rules())
                add(
                        points,
                        Measure.RULES,
                        table.id() + "." + rule.id(),
                        "Regel " + rule.id() + " greift");
        return points;
    }

    private static void options(Question question, List<Point> points) {
        var id = question.id() + ".";
        for (var one : question.type().options()) {
            var text = question.wording().option(one.id()).text();
            add(points, Measure.OPTIONS, id + one.id(), at(question, text));
        }
        if (question.type() instanceof AnswerType.Consent
                || question.type() instanceof AnswerType.Confirm) {
            add(points, Measure.OPTIONS, id + "yes", at(question, "Ja"));
            add(points, Measure.OPTIONS, id + "no", at(question, "Nein"));
        }
    }

    private static void add(List<Point> points, Measure measure, String id, String words) {
        points.add(new Point(measure, id, words));
    }

    /// The ID of a check: `stunden.should.0`.
    public static String check(Question question, Check check) {
        var severity = check.severity().name().toLowerCase(Locale.ROOT);
        return question.id() + "." + severity + "." + check.index();
    }

    private static String words(Check check) {
        return switch (check.severity()) {
            case MUST -> "weist eine Antwort zurück";
            case SHOULD -> "fragt einmal nach";
        };
    }

    private static String at(Question question, String text) {
        return name(question) + ": " + text;
    }

    static String name(Question question) {
        return "„" + question.wording().shortText() + "“";
    }
}
