// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What a file is: its name made harmless, its kind by its content, what is packed inside.
@NullMarked
package org.skizzenlotse.conversation.file;

import org.jspecify.annotations.NullMarked;
