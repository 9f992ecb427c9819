// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import java.util.List;

/// What rows have at present, to choose from.
public record InUse(
        List<String> statuses,
        List<String> topics,
        List<String> dialogs,
        List<String> channels,
        List<String> labels) {
    /// Copies the lists.
    public InUse {
        statuses = List.copyOf(statuses);
        topics = List.copyOf(topics);
        dialogs = List.copyOf(dialogs);
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
    }
}
