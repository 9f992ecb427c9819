// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.io.IOException;
import org.skizzenlotse.store.chat.ChannelSecrets;

/// What must outlive the crypto store, kept with the installation's keys.
record Kept(ChannelSecrets secrets) implements Homeserver.Keeping {
    @Override
    public String get(String name) {
        return secrets.get(name);
    }

    @Override
    public void put(String name, String value) throws IOException {
        secrets.put(name, value);
    }
}
