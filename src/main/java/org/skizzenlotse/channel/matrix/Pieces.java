// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.chat.ReceivedStore.Pending;

/// What came together and belongs together, and what came behind it; null where nothing did that
/// can be read now.
record Pieces(List<Came> all, @Nullable Came next) {
    /// The first, and those behind it for which `belongs` holds; not more is opened than that
    /// takes.
    static Pieces of(Bot bot, Came first, List<Pending> behind, Predicate<Came> belongs) {
        var all = new ArrayList<Came>(List.of(first));
        try {
            for (var pending : behind) {
                var came = Came.of(pending, bot.reach().now());
                if (!belongs.test(came)) return new Pieces(all, came);
                all.add(came);
            }
        } catch (Failed notYet) {
            // it is the next to be dealt with, and waits
        }
        return new Pieces(all, null);
    }

    /// Copies the list.
    Pieces {
        all = List.copyOf(all);
    }

    /// Whether one more may come at that time.
    boolean isOpen(Instant now, Duration burst) {
        return next == null && complete(burst).isAfter(now);
    }

    /// When nobody waits for one more.
    Instant complete(Duration burst) {
        return all.getLast().pending().at().plus(burst);
    }

    Heard heard() {
        return Heard.of(all.stream().map(Came::update).toList());
    }
}
