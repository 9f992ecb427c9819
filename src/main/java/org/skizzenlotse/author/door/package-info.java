// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The door of the authors: one key for all of them, and a name for each.
@NullMarked
package org.skizzenlotse.author.door;

import org.jspecify.annotations.NullMarked;
