// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

/// Updates that the library cannot decode, though a newer server might send such.
public enum Broken {
    SENDER_WITHOUT_IS_BOT,
    DATE_TOO_LARGE,
    CHAT_WITHOUT_TYPE,
    TEXT_AS_OBJECT
}
