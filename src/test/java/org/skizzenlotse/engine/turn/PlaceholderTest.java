// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was said appears in later texts, as plain words whatever it is.
class PlaceholderTest {
    private static final String STEPS =
            """
            - ask: a
              type: text
              text: A?
            - ask: b
              type: text
              text: "Ihr sagtet {a}. Und?"
            """;

    @Test
    void anEarlierAnswerIsShownAndTheMessageSaysThatItQuotes() {
        var scenario = Scenario.of(STEPS).says("Hallo").hearsBack("Ihr sagtet Hallo. Und?");
        assertThat(scenario.expects().text()).isEqualTo("Ihr sagtet Hallo. Und?");
        assertThat(scenario.last().messages().getLast().quotes()).isTrue();
    }

    @Test
    void anOpenAnswerIsSaidToBeOpen() {
        Scenario.of(STEPS).says("/später").hearsBack("Ihr sagtet \\(noch offen\\). Und?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*fett*", "[x](javascript:a)", "{a}", "{b}", "$1", "<b>", "\\"})
    void aHostileAnswerIsOnlyWords(String said) {
        var text = Scenario.of(STEPS).says(said).expects().text();
        assertThat(text).isEqualTo("Ihr sagtet " + Display.escape(said) + ". Und?");
    }
}
