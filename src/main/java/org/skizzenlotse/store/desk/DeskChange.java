// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.staff.StaffId;

/// One thing that staff change about a row.
public sealed interface DeskChange {

    /// Something is said to its people now, in a word for the audit; where it `answers` them, what
    /// was promised is kept.
    record Told(String what, boolean answers) implements DeskChange {}

    /// Who looks after it; nobody for none.
    record Assigned(@Nullable StaffId to) implements DeskChange {}

    /// A label is put on it.
    record Labelled(String label) implements DeskChange {}

    /// A label is taken off.
    record Unlabelled(String label) implements DeskChange {}

    /// When staff want to be reminded; nothing for never.
    record Reminding(@Nullable Instant at) implements DeskChange {}

    /// By when its people were promised an answer; nothing for no promise.
    record Promising(@Nullable Instant at) implements DeskChange {}

    /// The word for the audit: what was changed, never a name or what somebody said.
    default String word() {
        return switch (this) {
            case Told(var what, _) -> what;
            case Assigned(var to) -> to == null ? "unassigned" : "assigned " + to.value();
            case Labelled _ -> "labelled";
            case Unlabelled _ -> "unlabelled";
            case Reminding(var at) -> at == null ? "no reminder" : "reminder";
            case Promising(var at) -> at == null ? "no promise" : "promised";
        };
    }
}
