// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The pages on which dialogs are read, tried out and worded by those who write them.
@NullMarked
package org.skizzenlotse.author;

import org.jspecify.annotations.NullMarked;
