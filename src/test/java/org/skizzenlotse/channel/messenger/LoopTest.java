// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopTest {
    @Test
    void whatWasFoundWhileTheSameChatWasBusyIsNotDoneTwice() throws Exception {
        var waiting = new CopyOnWriteArrayList<>(List.of("a question"));
        var done = new CopyOnWriteArrayList<String>();
        var looks = new AtomicInteger();
        var found = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var quiet = new CountDownLatch(5);
        Loop.Look look =
                self -> {
                    var all = List.copyOf(waiting);
                    if (looks.incrementAndGet() == 2) {
                        found.countDown();
                        over.await();
                        // the first work has left by now
                        Thread.sleep(100);
                    }
                    for (var one : all)
                        self.with(
                                "chat",
                                () -> {
                                    found.await();
                                    done.add(one);
                                    waiting.remove(one);
                                    over.countDown();
                                });
                    quiet.countDown();
                    return Duration.ofMillis(50);
                };
        try (var _ = Loop.start("test", look)) {
            assertThat(quiet.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(done).containsExactly("a question");
    }

    @Test
    void whatFailedWaitsForTheNextLook() throws Exception {
        var tries = new AtomicInteger();
        var looks = new CountDownLatch(4);
        Loop.Look look =
                self -> {
                    self.with(
                            "chat",
                            () -> {
                                tries.incrementAndGet();
                                throw new IllegalStateException("always");
                            });
                    looks.countDown();
                    return Duration.ofMillis(200);
                };
        try (var _ = Loop.start("test", look)) {
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(tries).hasValueLessThanOrEqualTo(4);
    }
}
