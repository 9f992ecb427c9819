// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;

/// One message to a chat: as Telegram's HTML, at most 4096 UTF-16 units after parsing; the same
/// without marks, should Telegram refuse the HTML; and the rows of buttons below it.
record Bubble(String html, String plain, List<List<Button>> keyboard) {
    /// Copies the rows.
    Bubble {
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    @Override
    public String toString() {
        return "Bubble";
    }
}
