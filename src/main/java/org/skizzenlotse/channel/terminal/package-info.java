// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The conversation in the terminal, line by line, from a keyboard or a pipe.
@NullMarked
package org.skizzenlotse.channel.terminal;

import org.jspecify.annotations.NullMarked;
