// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;

/// The shipped dialogs are complete in English: nobody who chose it meets German in their words.
class ShippedInEnglishTest {
    /// Words that are in nearly every German sentence and in no English one.
    private static final Pattern GERMAN =
            Pattern.compile(
                    "(?i)\\b(und|oder|nicht|ihr|euch|eure|wir|das|ist|ein|eine|mit|für|auf|den)\\b"
                            + "|[äöüß]");

    private static List<String> words(Step step) {
        var wording = step.wording("en");
        var words = new ArrayList<String>();
        words.addAll(List.of(wording.text(), wording.shortText(), wording.why(), wording.help()));
        words.add(wording.notice());
        words.addAll(wording.examples());
        words.addAll(wording.openTexts().values());
        words.addAll(wording.checkTexts());
        if (step instanceof Question question)
            for (var option : question.type().options()) {
                words.add(wording.option(option.id()).text());
                words.add(wording.option(option.id()).button());
            }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vorpruefung", "skizze", "sprechstunde"})
    void everyStepIsSaidInEnglish(String id) {
        var dialog = Scenario.shippedDialog(id);
        assertThat(dialog.variants()).contains("en");
        for (var placed : dialog.placed())
            assertThat(words(placed.step()))
                    .as(placed.step().id().value())
                    .noneMatch(one -> GERMAN.matcher(one).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vorpruefung", "skizze", "sprechstunde"})
    void whatStandsAroundTheStepsIsSaidInEnglish(String id) {
        var dialog = Scenario.shippedDialog(id);
        var frame = dialog.frame("en");
        assertThat(List.of(frame.title(), frame.scopeShort(), frame.scopeFull()))
                .allSatisfy(one -> assertThat(one).doesNotContainPattern(GERMAN));
        assertThat(List.of(frame.review(), frame.submit(), frame.done()))
                .allSatisfy(one -> assertThat(one).doesNotContainPattern(GERMAN));
        for (var group : dialog.groups()) {
            var words = requireNonNull(group.words().get("en"));
            assertThat(words.title() + "\n" + words.intro()).doesNotContainPattern(GERMAN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vorpruefung", "skizze", "sprechstunde"})
    void everyStepHasEverythingThatItHasInGerman(String id) {
        for (var question : Scenario.shippedDialog(id).questions()) {
            var own = question.wording();
            var english = question.wording("en");
            assertThat(english.options().keySet()).isEqualTo(own.options().keySet());
            assertThat(english.openTexts().keySet()).isEqualTo(own.openTexts().keySet());
            assertThat(english.examples()).hasSameSizeAs(own.examples());
            assertThat(english.checkTexts()).hasSameSizeAs(own.checkTexts());
            assertThat(english.hash()).isNotEqualTo(own.hash());
        }
    }

    @Test
    void everyReasonEveryLightAndEveryCriterionIsSaidInEnglish() {
        var dialog = PreScreening.DIALOG;
        var english = dialog.translation("en");
        for (var rule : PreScreening.TABLE.rules())
            assertThat(english.say(rule)).as(rule.id()).doesNotContainPattern(GERMAN);
        PreScreening.TABLE
                .lights()
                .forEach((light, words) ->
                        assertThat(english.text(light, words)).doesNotContainPattern(GERMAN));
        for (var criterion : dialog.parts().catalogue().criteria())
            assertThat(english.title(criterion)).doesNotContainPattern(GERMAN);
        for (var offer : dialog.parts().catalogue().offers())
            assertThat(english.offer(offer).text()).doesNotContainPattern(GERMAN);
    }
}
