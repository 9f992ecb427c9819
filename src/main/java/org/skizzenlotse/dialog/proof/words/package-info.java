// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0

/// How German texts of dialogs are written: readable, in the house's way of gendering, with words
/// that are explained.
@NullMarked
package org.skizzenlotse.dialog.proof.words;

import org.jspecify.annotations.NullMarked;
