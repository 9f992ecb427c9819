// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped dialogs, broken at random, are found to be broken; what is not found is harmless in
/// a way that has a name.
class MutationTest {
    /// As many as the suite has time for; the bench breaks them all.
    private static final int MUTANTS = 50;

    private static final long SEED = 9;

    /// Somewhat below what is measured (0130): most of the rest are words and order.
    private static final double CAUGHT_MIN = 0.45;

    @TempDir Path folder;

    @Test
    void whatIsBrokenIsFoundOrHarmless() throws IOException {
        var run = MutationRun.of(folder).broken(MUTANTS, SEED);

        assertThat(run.unnamed()).as("neither found nor harmless").isEmpty();
        assertThat(run.caughtShare()).as("%s", run).isGreaterThan(CAUGHT_MIN);
    }
}
