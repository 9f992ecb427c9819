// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Wording;
import org.skizzenlotse.dialog.Wording.OptionWords;

/// The shipped dialogs are complete in Einfache Sprache, and who types a German word there is
/// understood.
class ShippedSimplyTest {
    private static final String SIMPLE = "de-einfach";

    private static Stream<Arguments> questions() {
        return Stream.of("vorpruefung", "sprechstunde", "skizze")
                .flatMap(id ->
                        Scenario.shippedDialog(id).questions().stream()
                                .map(one -> Arguments.of(id + "/" + one.id().value(), one)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everythingIsThereInOtherWords(String name, Question question) {
        var own = question.wording();
        var simple = question.wording(SIMPLE);
        assertThat(simple.hash()).isNotEqualTo(own.hash());
        assertThat(simple.options().keySet()).isEqualTo(own.options().keySet());
        assertThat(simple.openTexts().keySet()).isEqualTo(own.openTexts().keySet());
        assertThat(simple.examples()).hasSameSizeAs(own.examples());
        assertThat(simple.checkTexts()).hasSameSizeAs(own.checkTexts());
    }

    /// "Unternehmen" means the company there, though its button says "Firma".
    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void theGermanWordOfAnOptionIsUnderstood(String name, Question question) {
        var own = question.wording();
        var simple = question.wording(SIMPLE);
        for (var option : question.type().options()) {
            var known = new HashSet<>(words(simple.option(option.id())));
            known.addAll(ofOthers(simple, own.option(option.id())));
            assertThat(known).as(option.id()).containsAll(typed(own.option(option.id())));
        }
    }

    /// Words that several options have in simple words tell none of them.
    private static Set<String> ofOthers(Wording simple, OptionWords own) {
        var others = new HashSet<String>();
        for (var one : simple.options().values())
            if (words(one).stream().anyMatch(typed(own)::contains)) others.addAll(words(one));
        return others;
    }

    private static Set<String> words(OptionWords option) {
        var words = new HashSet<>(typed(option));
        words.add(lower(option.text()));
        return words;
    }

    private static Set<String> typed(OptionWords option) {
        var words = new HashSet<String>();
        for (var also : option.also()) words.add(lower(also));
        if (isWord(option.button())) words.add(lower(option.button()));
        return words;
    }

    /// A button with an ellipsis or a comma is nothing that anybody types.
    private static boolean isWord(String button) {
        return Stream.of("…", ",").noneMatch(button::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.GERMAN);
    }
}
