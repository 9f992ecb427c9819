// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Backups of an installation that runs, and bringing them back: data and keys apart.
@NullMarked
package org.skizzenlotse.store.backup;

import org.jspecify.annotations.NullMarked;
