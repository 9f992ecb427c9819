// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.PlainSketch;
import org.skizzenlotse.channel.matrix.synapse.Message;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;
import org.skizzenlotse.channel.terminal.Terminal;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Meeting;

/// The whole sketch in an encrypted room, as a client that is not ours shows it: it says the same
/// as one that is written line by line, and its people take a copy with them.
@InFull
@Timeout(240)
class MatrixSketchTest {
    private static final Duration BURST = Duration.ofMillis(300);
    private static final int LINES_MAX = 200;

    /// Where the talk is written as the person saw it (`-Dmatrix.transcript=FILE`); nowhere where
    /// it is empty.
    private static final String TRANSCRIPT = System.getProperty("matrix.transcript", "");

    private static InMatrix in;

    @BeforeAll
    static void begin() throws Exception {
        in = new InMatrix(Synapse.shared(), BURST);
    }

    @AfterAll
    static void end() throws Exception {
        if (in != null) in.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "short"})
    void theSketchIsTheSameAsLineByLineAndItsCopyComesAsAnEncryptedFile(String scope)
            throws Exception {
        var kim = in.agreed(true);
        kim.say(number(scope));
        in.leave(kim, "_scope");
        in.upTo(kim, view -> isAt(view, "_submitted"));

        var token = in.seat(kim).orElseThrow().token();
        var sketch = in.served.conversations().sketch(token).orElseThrow();
        assertThat(PlainSketch.of(sketch)).isEqualTo(written(scope));
        assertThat(sketch.reference()).startsWith("SK-");
        kim.expect(sketch.reference());
        asksNothingTwice(kim);
        takesACopy(kim, sketch.reference());
        isAskedBack(kim);
        if (scope.equals("full") && !TRANSCRIPT.isEmpty())
            Files.writeString(Path.of(TRANSCRIPT), read(kim));
    }

    /// Staff ask in the room, and the answer is theirs.
    private static void isAskedBack(Peer kim) throws IOException {
        var seat = in.seat(kim).orElseThrow();
        var view = in.served.conversations().view(seat.token());
        var id = ((Outcome.Done) view).view().id();
        var desk = in.served.conversations().desk();
        desk.ask(id, "Wer pflegt die Liste?", "staff-kim");
        assertThat(kim.expect("Wer pflegt die Liste?").decrypted()).isTrue();
        in.awaitAnswered(kim.say("Zwei Leute, immer samstags."));
        kim.expect("Eure Antwort ist beim Team");
        assertThat(desk.exchange(id).getLast().remark().text())
                .isEqualTo("Zwei Leute, immer samstags.");

        var times = List.of(java.time.Instant.parse("2037-03-01T10:00:00Z"));
        desk.propose(id, Meeting.proposed(times, 30, "Video"), "staff-kim");
        kim.expect("Keine dieser Zeiten passt");
        in.awaitAnswered(kim.say("1"));
        kim.expect("Abgemacht");
        in.awaitAnswered(kim.say("kopie"));
        kim.expect(".ics");
    }

    private static void takesACopy(Peer kim, String reference) throws IOException {
        in.awaitAnswered(kim.say("kopie"));
        var copy = kim.expect(reference + ".txt");
        assertThat(copy.decrypted()).isTrue();
        assertThat(copy.content().path("file").path("key").path("alg").asText())
                .isEqualTo("A256CTR");
        assertThat(copy.content().has("url")).isFalse();
        var file = copy.file().orElseThrow();
        assertThat(file.wrong()).isEmpty();
        assertThat(file.mime()).isEqualTo("text/plain");
        assertThat(Files.readString(file.path())).contains(reference, InMatrix.WORDS);
    }

    /// No message of the bot came a second time, and all that came could be read.
    private static void asksNothingTwice(Peer kim) {
        var said = kim.messages();
        assertThat(said).extracting(Message::body).doesNotHaveDuplicates();
        assertThat(said).allMatch(Message::decrypted);
        for (var kind : List.of("unreadable", "bad", "broken"))
            assertThat(kim.seen(kind)).as(kind).isEmpty();
    }

    /// The same answers line by line, as the terminal takes them.
    private static String written(String scope) {
        var conversations = in.served.conversations();
        var opened = conversations.open("skizze", "de", Terminal.CHANNEL);
        var view = opened.view();
        var before = view.expects().step();
        for (int i = 0; i < LINES_MAX && !isAt(view, "_submitted"); i++) {
            var asked = view.expects();
            var line = i > 0 && asked.step().equals(before) ? InMatrix.WORDS : line(asked, scope);
            before = asked.step();
            var said = new Input.Said(before, line);
            var request = new TurnRequest(said, Terminal.CHANNEL, "", "", view.revision());
            view = ((Outcome.Done) conversations.turn(opened.token(), request)).view();
        }
        assertThat(isAt(view, "_submitted")).isTrue();
        return PlainSketch.of(conversations.sketch(opened.token()).orElseThrow());
    }

    private static String line(Expects asked, String scope) {
        return asked.step().value().equals("_scope") ? number(scope) : InMatrix.words(asked);
    }

    private static String number(String scope) {
        return scope.equals("short") ? "1" : "2";
    }

    private static boolean isAt(View view, String step) {
        return view.expects().step().value().equals(step);
    }

    /// All that stands in the room, as somebody would read it.
    private static String read(Peer kim) {
        var lines = new StringBuilder();
        for (var past : kim.history()) {
            if (!past.kind().equals("message")) continue;
            var message = past.message();
            lines.append(message.sender().equals(in.bot) ? "🤖 " : "🙂 ");
            lines.append(message.body()).append("\n\n");
        }
        return lines.toString();
    }
}
