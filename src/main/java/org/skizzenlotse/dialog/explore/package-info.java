// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Exploration: looks for ways to everything in a dialog, plays them, and writes a small set of
/// them as talks; and tries the ways out in every state that can be reached.
@NullMarked
package org.skizzenlotse.dialog.explore;

import org.jspecify.annotations.NullMarked;
