// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Tests over a running installation with the small dialog.
abstract class OnRunning {
    @TempDir Path folder;
    @AutoClose Running running;

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
    }
}
