// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Reads dialogs/*.yaml into dialogs, with every mistake at its place in its file.
@NullMarked
package org.skizzenlotse.dialog.file;

import org.jspecify.annotations.NullMarked;
