// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import org.skizzenlotse.dialog.change.Migration;

/// A migration that was read, and the form in which it is stored beside the version it leads to.
public record LoadedMigration(Migration migration, String json) {}
