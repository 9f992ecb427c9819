// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Value;

/// What was picked at a step: a value, also as a representative of many that conditions do not tell
/// apart, or an open answer.
public sealed interface Picked {
    /// A value.
    record Given(Value value) implements Picked {}

    /// An open answer.
    record Left(OpenStatus status) implements Picked {}
}
