// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

/// Somebody of the team who is signed in: how others see them, what they may do, the language of
/// their pages, and whether single keys are shortcuts there.
public record Member(StaffId id, String name, Role role, String language, boolean shortcuts) {
    /// With shortcuts, as it is until somebody switches them off.
    public Member(StaffId id, String name, Role role, String language) {
        this(id, name, role, language, true);
    }
}
