// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is the ID of a step, and of a station.
class StepIdTest {
    @Test
    void lettersDigitsAndUnderscoresBehindALetterAreOne() {
        for (var id : List.of("a", "z", "a1", "f_", "a_0_z9", "a" + "b".repeat(39)))
            assertThat(StepId.isOne(id)).as(id).isTrue();
    }

    @Test
    void aStationIsLettersAndUnderscoresBehindAnUnderscoreAndALetter() {
        for (var id : List.of("_a", "_review", "_taken_over", "_" + "z".repeat(20)))
            assertThat(StepId.isOne(id)).as(id).isTrue();
        for (var id : List.of("_", "__", "__a", "_a1", "_A", "_" + "z".repeat(21)))
            assertThat(StepId.isOne(id)).as(id).isFalse();
    }

    @Test
    void anythingElseIsNone() {
        for (var id :
                List.of(
                        "",
                        "1",
                        "A",
                        "aB",
                        "ä",
                        "aä",
                        "a-b",
                        "a b",
                        " a",
                        "a\n",
                        "a" + "b".repeat(40))) assertThat(StepId.isOne(id)).as(id).isFalse();
        assertThatThrownBy(() -> new StepId("a-b")).isInstanceOf(IllegalArgumentException.class);
    }
}
