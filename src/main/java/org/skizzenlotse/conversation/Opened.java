// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

/// A conversation that began: the token that finds it from then on, and what to show.
public record Opened(String token, View view) {
    @Override
    public String toString() {
        return "Opened[" + view + "]";
    }
}
