// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
/// The conversation in Telegram: private chats with the bot, by long polling or a webhook.
@NullMarked
package org.skizzenlotse.channel.telegram;

import org.jspecify.annotations.NullMarked;
