// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.List;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.Purge;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.audit.AuditStore;

/// An opened installation, as commands use it beside a running service: its conversations, a way to
/// send what is due, what has not left, what was done, a way to erase what is over, and its
/// closing.
public record Running(
        Conversations conversations,
        Published published,
        Runnable deliver,
        BacklogStore backlog,
        AuditStore audit,
        Purge purge,
        Runnable closing)
        implements AutoCloseable {
    /// The dialogs in force.
    public List<Dialog> dialogs() {
        return published.all();
    }

    @Override
    public void close() {
        closing.run();
    }
}
