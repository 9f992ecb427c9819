// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import org.skizzenlotse.conversation.Conversations;

/// An opened installation, as commands use it beside a running service: its conversations, a way to
/// send what is due, and its closing.
public record Running(Conversations conversations, Runnable deliver, Runnable closing)
        implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
    }
}
