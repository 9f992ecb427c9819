// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// What the messengers share: dealing with what came in and sending what is to be said, chat by
/// chat, in their order; files; words of a channel.
@NullMarked
package org.skizzenlotse.channel.messenger;

import org.jspecify.annotations.NullMarked;
