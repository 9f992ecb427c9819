// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skizzenlotse.channel.PlainSketch;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.terminal.Terminal;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// The whole sketch over Telegram's wire, by buttons only, by text only and mixed: it says the same
/// as one that is written line by line.
@Timeout(120)
class TelegramSketchTest {
    private static final int LINES_MAX = 200;

    private static Talking talking;

    @BeforeAll
    static void begin() throws IOException {
        talking = new Talking();
    }

    @AfterAll
    static void end() throws IOException {
        talking.close();
    }

    @ParameterizedTest
    @CsvSource({"full, MIXED", "full, BUTTONS", "full, TEXT", "short, BUTTONS"})
    void theSketchIsTheSameHoweverItIsAnswered(String scope, Driver.Way way) {
        var kim = talking.agreed("Kim");
        talking.tap(kim, "_scope", scope);
        new Driver(talking, kim, way).leave("_scope");
        new Driver(talking, kim, way).upTo(view -> isAt(view, "_submitted"));

        assertThat(sketch(talking.seat(kim).token())).isEqualTo(sketch(written(scope)));
        assertThat(Talking.said(kim).getLast()).contains("SK-");
        assertThat(questionsAskedTwice(kim)).isZero();
    }

    /// The same answers line by line, as the terminal takes them; the token.
    private static String written(String scope) {
        var conversations = talking.served.conversations();
        var opened = conversations.open("skizze", "de", Terminal.CHANNEL);
        var view = opened.view();
        var before = view.expects().step();
        for (int i = 0; i < LINES_MAX && !isAt(view, "_submitted"); i++) {
            var asked = view.expects();
            var line = i > 0 && asked.step().equals(before) ? Driver.WORDS : line(asked, scope);
            before = asked.step();
            var said = new Input.Said(before, line);
            var request = new TurnRequest(said, Terminal.CHANNEL, "", "", view.revision());
            view = ((Outcome.Done) conversations.turn(opened.token(), request)).view();
        }
        assertThat(view.expects().step().value()).isEqualTo("_submitted");
        return opened.token();
    }

    private static String line(Expects asked, String scope) {
        if (!asked.step().value().equals("_scope")) return Driver.words(asked);
        return scope.equals("short") ? "1" : "2";
    }

    private static boolean isAt(View view, String step) {
        return view.expects().step().value().equals(step);
    }

    private static String sketch(String token) {
        return PlainSketch.of(talking.served.conversations().sketch(token).orElseThrow());
    }

    /// How many messages of the bot came a second time, word by word.
    private static long questionsAskedTwice(Person person) {
        var said = Talking.said(person);
        return said.size() - said.stream().distinct().count();
    }
}
