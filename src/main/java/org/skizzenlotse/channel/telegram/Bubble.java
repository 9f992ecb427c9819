// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.util.List;

/// One message to a chat: Telegram's HTML, the same without marks for when that is refused, and the
/// rows of buttons below. Neither form is longer than [Paper#LENGTH_MAX].
record Bubble(String html, String plain, List<List<Button>> keyboard) {
    /// Copies the rows.
    Bubble {
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    /// The same with these buttons.
    Bubble with(List<List<Button>> rows) {
        return new Bubble(html, plain, rows);
    }

    @Override
    public String toString() {
        return "Bubble";
    }
}
