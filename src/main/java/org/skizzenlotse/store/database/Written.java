// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import org.jspecify.annotations.Nullable;

/// How it went with something that was to be written.
public sealed interface Written<T extends @Nullable Object> {

    /// It is durable.
    record Done<T extends @Nullable Object>(T value) implements Written<T> {}

    /// Somebody else changed the same in the meantime: nothing was written, compute it again.
    record Conflict<T extends @Nullable Object>() implements Written<T> {}

    /// It could not be made durable now. Rarely, when the machine fails in the middle of a commit,
    /// it turns out afterwards that it was.
    record Unavailable<T extends @Nullable Object>() implements Written<T> {}
}
