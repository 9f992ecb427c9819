// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

/// Somebody of the team, as rows and the audit trail name them: a random word that stays when the
/// name changes.
public record StaffId(String value) {}
