// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.nio.charset.StandardCharsets;

/// A button below a message: what is on it, and either what comes back when it is tapped (at most
/// 64 bytes) or an address that it opens, the other one empty.
record Button(String text, String data, String url) {
    /// What Telegram gives back of a button.
    static final int DATA_BYTES_MAX = 64;

    /// @throws IllegalArgumentException when Telegram would refuse it
    Button {
        if (text.isBlank()) throw new IllegalArgumentException("a button without words");
        if (data.isEmpty() == url.isEmpty())
            throw new IllegalArgumentException("a button does one thing");
        if (data.getBytes(StandardCharsets.UTF_8).length > DATA_BYTES_MAX)
            throw new IllegalArgumentException("too much for a button");
    }

    /// One that comes back.
    static Button of(String text, Tap tap) {
        return new Button(text, tap.data(), "");
    }

    /// One that opens an address.
    static Button link(String text, String url) {
        return new Button(text, "", url);
    }

    @Override
    public String toString() {
        return "Button";
    }
}
