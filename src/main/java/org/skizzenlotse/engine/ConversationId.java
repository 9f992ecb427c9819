// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

/// The ID of a conversation: random, made before the first write, no secret.
public record ConversationId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
