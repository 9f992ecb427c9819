// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.tryout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The conversations that authors try out just now. They end with the service, and the oldest one
/// makes room for a new one.
final class TryOuts {
    /// A whole team that tries out at once; a conversation weighs some kilobytes.
    private static final int KEPT_MAX = 30;

    private final Map<String, TryOut> kept = new LinkedHashMap<>();

    /// Keeps one, and gives the name by which it is found.
    synchronized String keep(TryOut one) {
        if (kept.size() >= KEPT_MAX) kept.remove(kept.keySet().iterator().next());
        var name = UUID.randomUUID().toString();
        kept.put(name, one);
        return name;
    }

    synchronized Optional<TryOut> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }
}
