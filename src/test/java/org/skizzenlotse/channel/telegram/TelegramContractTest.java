// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.skizzenlotse.channel.ChannelContract;
import org.skizzenlotse.channel.Speaker;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.telegram.emulator.Seen;
import org.skizzenlotse.channel.web.Served;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;

/// Telegram keeps what every channel keeps: by its buttons where there are any, else in words.
class TelegramContractTest extends ChannelContract {
    private static Talking talking;

    @BeforeAll
    static void begin() throws IOException {
        talking = new Talking();
    }

    @AfterAll
    static void end() throws IOException {
        talking.close();
    }

    @Override
    protected Served served() {
        return talking.served;
    }

    @Override
    protected Speaker begins(String dialog, String variant) {
        var person = talking.server.person("Kim", variant);
        person.start(dialog);
        talking.awaitQuiet();
        return new Chatting(person, talking.seat(person).token());
    }

    /// Somebody in a private chat.
    private record Chatting(Person person, String token) implements Speaker {
        @Override
        public void writes(Expects asked, String text) {
            person.write(text);
            if (asked.type().equals("long_text")) tap(new Tap.Done(asked.step()));
            talking.awaitQuiet();
        }

        @Override
        public boolean taps(Expects asked, Input input) {
            var taps = taps(asked, input, new ArrayList<>());
            if (taps.isEmpty() || !taps.stream().allMatch(this::isThere)) return false;
            for (var tap : taps) {
                tap(tap);
                talking.awaitQuiet();
            }
            return true;
        }

        private static List<Tap> taps(Expects asked, Input input, List<Tap> taps) {
            switch (input) {
                case Input.Chose(var step, var options, _) when asked.type().equals("multi") -> {
                    for (var option : toggled(asked, options))
                        taps.add(new Tap.Toggle(step, Marks.of(asked, option)));
                    taps.add(new Tap.Done(step));
                }
                case Input.Chose(var step, var options, var note) when note.isEmpty() ->
                        taps.add(new Tap.Choice(step, Marks.of(asked, options.getFirst())));
                case Input.LeftOpen(var step, var status) -> taps.add(new Tap.Open(step, status));
                case Input.Commanded(var command, var target) ->
                        taps.add(new Tap.Commanded(command, target));
                default -> {}
            }
            return taps;
        }

        /// What differs from the check marks that stand there.
        private static List<String> toggled(Expects asked, List<String> options) {
            var before = Telling.chosen(asked);
            return asked.options().stream()
                    .map(Expects.Choice::id)
                    .filter(id -> before.contains(id) != options.contains(id))
                    .toList();
        }

        private void tap(Tap tap) {
            person.tapData(newest().id(), tap.data());
        }

        private boolean isThere(Tap tap) {
            return newest().keyboard().stream()
                    .flatMap(List::stream)
                    .anyMatch(one -> one.data().equals(tap.data()));
        }

        /// The question that is asked now.
        private Seen newest() {
            return person.messages().stream()
                    .filter(seen -> seen.fromBot() && !seen.keyboard().isEmpty())
                    .reduce((_, later) -> later)
                    .orElseGet(person::last);
        }

        @Override
        public void close() {
            talking.awaitQuiet();
        }
    }
}
