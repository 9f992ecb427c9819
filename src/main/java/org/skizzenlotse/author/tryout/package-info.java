// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// A dialog tried out by those who write it: nothing of it is stored anywhere.
@NullMarked
package org.skizzenlotse.author.tryout;

import org.jspecify.annotations.NullMarked;
