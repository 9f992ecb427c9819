// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What is different between two versions of a dialog, in terms of the subject, and what becomes of
/// answers that were given to the earlier one: as checked data without I/O.
@NullMarked
package org.skizzenlotse.dialog.change;

import org.jspecify.annotations.NullMarked;
