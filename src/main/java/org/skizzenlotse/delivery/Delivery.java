// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import java.time.Duration;

/// A way on which mails leave: a mail server, or a folder while none is set.
public interface Delivery {
    /// Sends a mail, on the caller's thread and within the time that the way allows itself; the
    /// same mail may come again.
    SendOutcome send(Letter letter);

    /// Within this time sending has ended, one way or the other.
    Duration takesAtMost();
}
