// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What is proven over all ways through a dialog, and how it is said to its author.
@NullMarked
package org.skizzenlotse.dialog.proof.reach;

import org.jspecify.annotations.NullMarked;
