// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

/// One message of ours: as plain text, and as the HTML that clients show (Matrix client-server API,
/// `org.matrix.custom.html`).
record Said(String plain, String html) {
    @Override
    public String toString() {
        return "Said";
    }
}
