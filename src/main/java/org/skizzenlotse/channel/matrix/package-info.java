// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// Matrix: a bot in direct chats, encrypted where the room is. [Homeserver] is all that the rest
/// sees of the library, which one Kotlin file calls.
@NullMarked
package org.skizzenlotse.channel.matrix;

import org.jspecify.annotations.NullMarked;
