// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel;

/// A person's place on a channel: there we reach them, and from there they write. The value is the
/// channel's own, such as the number of a chat.
public record Address(String channel, String value) {
    @Override
    public String toString() {
        return "Address[" + channel + "]";
    }
}
