// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Texts of dialogs, changed where they stand: in the files, whose structure, comments and order
/// stay as they are.
@NullMarked
package org.skizzenlotse.author.text;

import org.jspecify.annotations.NullMarked;
