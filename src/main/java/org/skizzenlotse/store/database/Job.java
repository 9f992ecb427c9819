// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.database;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.vault.DataKey;

/// Something to write: keys that it needs or destroys, which become durable first, and its
/// statements, which may run several times and throw [Stale].
public record Job<T extends @Nullable Object>(
        List<DataKey> fresh, List<ConversationId> forgotten, Function<Handle, T> statements) {
    /// Copies the lists.
    public Job {
        fresh = List.copyOf(fresh);
        forgotten = List.copyOf(forgotten);
    }

    /// Statements that need no new key.
    public static <T extends @Nullable Object> Job<T> of(Function<Handle, T> statements) {
        return new Job<>(List.of(), List.of(), statements);
    }

    /// What a job throws when it was computed from something that is not the newest any more.
    public static final class Stale extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// Carries no trace: it is an answer, not a fault.
        public Stale() {
            super("stale", null, false, false);
        }
    }
}
