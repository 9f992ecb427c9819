// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests over a running installation whose dialog asks for files, with one conversation begun.
abstract class OnStacked {
    @TempDir Path folder;
    @AutoClose Stacked stacked;
    Running running;
    String token;

    @BeforeEach
    void open() throws Exception {
        stacked = new Stacked(folder);
        running = stacked.running;
        token = running.begun();
    }
}
