// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What can be asked: dialogs, their steps, conditions and outcomes, as checked data without I/O.
@NullMarked
package org.skizzenlotse.dialog;

import org.jspecify.annotations.NullMarked;
