// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The dialogs as they stand in their folder now, whether they are in force or not.
@NullMarked
package org.skizzenlotse.author.shelf;

import org.jspecify.annotations.NullMarked;
