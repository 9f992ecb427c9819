// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Many sketches in one table, for spreadsheets.
@NullMarked
package org.skizzenlotse.render.table;

import org.jspecify.annotations.NullMarked;
