// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;

/// The homeserver, once it is there.
final class Reach {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Homeserver> now = new AtomicReference<>();

    /// Of those who say something until it is heard, so many at once.
    private final Semaphore insisting = new Semaphore(500);

    Semaphore insisting() {
        return insisting;
    }

    void set(@Nullable Homeserver homeserver) {
        now.set(homeserver);
    }

    /// The one that is there.
    ///
    /// @throws Failed NOT_NOW while none is
    Homeserver now() throws Failed {
        var one = now.get();
        if (one == null) throw new Failed(Failed.How.NOT_NOW, AGAIN, "away");
        return one;
    }

    /// Something that may fail without harm, such as that somebody is typing.
    interface Courtesy {
        void to(Homeserver homeserver) throws Failed;
    }

    /// Does that by the way.
    void politely(Courtesy courtesy) {
        Thread.ofVirtual()
                .name("matrix courtesy")
                .start(() -> {
                    try {
                        courtesy.to(now());
                    } catch (Failed noMatter) {
                        // nobody misses it
                    }
                });
    }
}
