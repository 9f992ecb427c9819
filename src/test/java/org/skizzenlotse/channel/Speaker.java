// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel;

import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// Somebody who talks over a channel. Each call comes back when its turn is taken and answered.
public interface Speaker extends AutoCloseable {
    /// What opens the conversation.
    String token();

    /// Writes this.
    void writes(Expects asked, String text);

    /// Says the same by buttons; false where the channel has none for it.
    boolean taps(Expects asked, Input input);

    @Override
    void close();
}
