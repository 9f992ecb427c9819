// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.engine.Command;

/// Who sends is told as soon as there is something to send, and only then.
class ErrandsTest {
    @TempDir Path folder;
    @AutoClose private Running running;
    private final List<Integer> waiting = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.conversations.whenErrands(() -> waiting.add(waiting()));
    }

    @Test
    void itIsToldAfterTheCommitThatLeavesSomethingToSend() {
        var token = running.answered("Initiative");
        assertThat(waiting).isEmpty();

        running.taps(token, "_review", "submit");
        assertThat(waiting).containsExactly(1);

        running.commands(token, Command.HELP, "");
        assertThat(waiting).hasSize(1);
    }

    @Test
    void whatIsTakenBackByErasingIsToldAtOnceToo() {
        var token = running.answered("Initiative");
        running.taps(token, "_review", "submit");
        running.commands(token, Command.ERASE, "");
        running.taps(token, "_confirm", "yes");

        assertThat(waiting).containsExactly(1, 1);
    }

    private int waiting() {
        return running.database.read(handle ->
                handle.createQuery("select count(*) from outbox").mapTo(Integer.class).one());
    }
}
