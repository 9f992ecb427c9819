// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.proof.fit.Limits;

/// What dialogs are checked against is what this channel keeps to.
class TelegramLimitsTest {
    private static final StepId LONGEST = new StepId("s".repeat(40));

    @Test
    void theLimitsAreTheSame() {
        assertThat(Limits.TELEGRAM.textMax()).isEqualTo(Paper.LENGTH_MAX);
        assertThat(Limits.TELEGRAM.dataBytesMax()).isEqualTo(Button.DATA_BYTES_MAX);
        assertThat(Limits.TELEGRAM.buttonMax()).isEqualTo(Labels.LENGTH_MAX);
    }

    @Test
    void everyButtonOfTheLongestStepComesBack() {
        var mark = "m".repeat(Marks.LENGTH);
        for (var tap :
                List.of(
                        new Tap.Choice(LONGEST, mark),
                        new Tap.Toggle(LONGEST, mark),
                        new Tap.Open(LONGEST, OpenStatus.NOT_APPLICABLE),
                        new Tap.Page(LONGEST, 999),
                        new Tap.Changes(LONGEST, 999)))
            assertThat(tap.data().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(Limits.TELEGRAM.dataBytesMax());
    }
}
