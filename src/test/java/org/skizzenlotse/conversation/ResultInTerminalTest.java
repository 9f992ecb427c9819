// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.terminal.Terminal;
import org.skizzenlotse.engine.turn.PreScreening;
import org.skizzenlotse.render.DialogText;

/// The pre-screening in the terminal, to its result and on from there.
class ResultInTerminalTest {
    @TempDir Path folder;
    @AutoClose private Running running;
    private final List<String> kept = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        running = new Running(folder);
        running.publishShipped();
    }

    private String talk(PreScreening.Sample sample, String more) throws IOException {
        var lines = new StringBuilder();
        for (var options : sample.answers().values())
            lines.append(options.isEmpty() ? "weiß nicht" : String.join(", ", options))
                    .append('\n');
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, UTF_8);
        var in = new BufferedReader(new StringReader(lines + more));
        var begun = running.conversations.open("vorpruefung", "de", Terminal.CHANNEL);
        new Terminal(running.conversations, in, out, true)
                .talk(begun.token(), begun.view(), kept::add);
        return bytes.toString(UTF_8);
    }

    @Test
    void theTerminalSaysWhatTheEngineSays() throws Exception {
        for (var sample : PreScreening.samples(8))
            assertThat(talk(sample, "")).contains(DialogText.plain(sample.result()).strip());
    }

    @Test
    void goingOnIsTheSameTalk() throws Exception {
        var said = talk(PreScreening.samples(1).getFirst(), "skizze\nja\n1\n");
        assertThat(said)
                .contains("weiter geht es bei „Eure Projektskizze“")
                .contains("Das habt ihr vorhin schon beantwortet")
                .contains("Wie ausführlich mögt ihr erzählen?");
        assertThat(kept).hasSize(1);
        assertThat(running.view(kept.getFirst()).dialog()).isEqualTo("skizze");
    }
}
