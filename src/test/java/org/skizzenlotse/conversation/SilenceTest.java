// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Lifecycle;

/// The one who is responsible never comes back.
class SilenceTest {
    @TempDir Path folder;
    @AutoClose private Running running;
    private String gone = "";
    private String there = "";

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        gone = running.answered("Initiative");
        there = running.joins(gone, "Xanthippe");
    }

    private void days(int days) throws Exception {
        for (int i = 0; i < days; i++) {
            running.waits(Duration.ofDays(1));
            try (var wakeUps =
                    WakeUps.start(running.conversations, running.database, running.clock())) {
                wakeUps.runDue();
            }
        }
    }

    @Test
    void whoWorksAlongHandsInOnceTheOtherWasSilent() throws Exception {
        running.taps(there, "_review", "submit");
        assertThat(running.view(there).lifecycle()).isEqualTo(new Lifecycle.Draft());
        running.commands(there, Command.HAND_OVER, "");
        running.taps(there, "_confirm", "yes");
        days(13);
        running.restart();
        running.taps(there, "_review", "submit");
        assertThat(running.view(there).lifecycle()).isEqualTo(new Lifecycle.Draft());
        days(2);
        running.taps(there, "_review", "submit");
        assertThat(running.view(gone).lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
    }

    @Test
    void whoComesBackInTimeStaysResponsible() throws Exception {
        running.commands(there, Command.HAND_OVER, "");
        running.taps(there, "_confirm", "yes");
        days(13);
        running.commands(gone, Command.OVERVIEW, "");
        days(20);
        running.taps(gone, "_review", "submit");
        assertThat(running.view(there).lifecycle()).isEqualTo(new Lifecycle.Submitted(1));
    }
}
