// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

/// A button below a message: it sends its data (at most 64 bytes) or opens its link; the other of
/// the two is empty.
record Button(String text, String data, String url) {
    @Override
    public String toString() {
        return "Button";
    }
}
