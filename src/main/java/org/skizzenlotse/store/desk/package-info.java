// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What staff see and change about what was handed in: rows in plain columns to filter by, sealed
/// text to search, and notes that stay among them.
@NullMarked
package org.skizzenlotse.store.desk;

import org.jspecify.annotations.NullMarked;
