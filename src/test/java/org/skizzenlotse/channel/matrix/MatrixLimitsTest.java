// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.proof.fit.Limits;

/// What dialogs are checked against is what this channel keeps to.
class MatrixLimitsTest {
    @Test
    void theLimitsAreTheSame() {
        assertThat(Limits.MATRIX.textBytesMax()).isEqualTo(Composer.BYTES_MAX);
    }
}
