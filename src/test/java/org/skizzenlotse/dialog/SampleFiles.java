// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;

/// Two files as an answer holds them: one with everything, one with what it must have.
public final class SampleFiles {
    private SampleFiles() {}

    public static Value.Files two() {
        return new Value.Files(
                List.of(
                        new Value.File(
                                "f1",
                                "Plan_1.pdf",
                                1_500_000,
                                "application/pdf",
                                "Der Plan",
                                "problem"),
                        new Value.File("f2", "b.png", 20, "image/png", "", "")));
    }
}
