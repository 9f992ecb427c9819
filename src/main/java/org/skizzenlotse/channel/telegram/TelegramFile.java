// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

/// A file that Telegram keeps: by what it is fetched, what it is called (by us where its sender
/// gave no name), and its size, -1 where it is not known.
record TelegramFile(String fileId, String name, long bytes) {
    @Override
    public String toString() {
        return "TelegramFile[" + bytes + "]";
    }
}
