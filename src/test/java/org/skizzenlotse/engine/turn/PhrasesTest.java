// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each phrase has German words that can be said.
class PhrasesTest {
    private static final Pattern FILLED = Pattern.compile("\\{[0-9]}");
    private static final Pattern FORMAL = Pattern.compile("\\b(Sie|Ihnen|Ihre[mnrs]?|du|dein)\\b");

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void eachPhraseHasGermanWordsInTheFormOfIhr(Phrase phrase) {
        var text = Scenario.phrases().say("de", phrase, List.of());
        assertThat(text).isNotBlank().doesNotContain("TODO", "...");
        assertThat(FORMAL.matcher(text).find()).as(text).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Phrase.class)
    void placeholdersAreCountedFromZero(Phrase phrase) {
        var text = Scenario.phrases().say("de", phrase, List.of());
        var count = FILLED.matcher(text).results().map(one -> one.group()).distinct().count();
        for (int i = 0; i < count; i++) assertThat(text).contains("{" + i + "}");
    }
}
