// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.staff.StaffId;

/// How it went with a change.
public sealed interface Changed {

    /// It is done; the row has this version now.
    record Done(int version) implements Changed {}

    /// Somebody changed the row since it was shown: nothing was done. Who it was, if that is known.
    record Collided(@Nullable StaffId by) implements Changed {}

    /// There is no such row any more.
    record NotThere() implements Changed {}
}
