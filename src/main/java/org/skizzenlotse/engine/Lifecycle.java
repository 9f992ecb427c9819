// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Set;
import org.skizzenlotse.dialog.StepId;

/// Where a conversation stands: draft → submitted(n) → reopened(steps) → submitted(n+1) → closed,
/// or withdrawn, or erased. `revision` counts submissions, 0 before the first.
public sealed interface Lifecycle {

    /// The number of submissions so far.
    int revision();

    /// Not handed in yet.
    record Draft() implements Lifecycle {
        @Override
        public int revision() {
            return 0;
        }
    }

    /// Handed in.
    record Submitted(int revision) implements Lifecycle {}

    /// Handed in, and being changed: these steps by staff's wish, or none by the applicant's.
    record Reopened(int revision, Set<StepId> steps) implements Lifecycle {
        /// Copies the set.
        public Reopened {
            steps = Set.copyOf(steps);
        }
    }

    /// Finished by staff.
    record Closed(int revision) implements Lifecycle {}

    /// Taken back by the applicant; nothing is processed any more.
    record Withdrawn(int revision) implements Lifecycle {}

    /// Erased; only a tombstone is left.
    record Erased(int revision) implements Lifecycle {}

    /// The name on the wire.
    default String id() {
        return switch (this) {
            case Draft _ -> "draft";
            case Submitted _ -> "submitted";
            case Reopened _ -> "reopened";
            case Closed _ -> "closed";
            case Withdrawn _ -> "withdrawn";
            case Erased _ -> "erased";
        };
    }

    /// Whether answers can still be given.
    default boolean isOpen() {
        return switch (this) {
            case Draft _, Submitted _, Reopened _ -> true;
            case Closed _, Withdrawn _, Erased _ -> false;
        };
    }
}
