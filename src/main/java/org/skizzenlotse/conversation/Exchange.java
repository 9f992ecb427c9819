// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.Remark;

/// Something that staff and applicants said to each other; of what staff said, how it gets to them.
public record Exchange(Remark remark, Delivery delivery, String why) {
    /// How something gets to the applicants.
    public enum Delivery {
        /// It is theirs.
        FROM_THEM,
        /// It lies there for when they come; nobody tells them.
        LIES_THERE,
        /// It waits to be sent.
        WAITING,
        /// It is sent.
        SENT,
        /// It cannot be delivered.
        FAILED
    }

    @Override
    public String toString() {
        return "Exchange[" + remark + " " + delivery + "]";
    }
}
