// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.turn.Scenario;

/// What Telegram would make of messages: whether it takes them, and how they look.
final class Phone {
    private static final int LENGTH_MAX = 4096;
    private static final int BYTES_MAX = 32_768;
    private static final int BUTTONS_MAX = 100;
    private static final int ROW_MAX = 8;
    private static final Set<String> TAGS = Set.of("b", "i", "a");

    private Phone() {}

    /// What is told after the last turn.
    static Telling telling(Scenario scenario, String variant) {
        var asked = scenario.expects();
        return new Telling(
                scenario.last().messages(),
                asked,
                scenario.progress(),
                Telling.chosen(asked),
                variant,
                false,
                null,
                "");
    }

    /// Telegram takes all of these.
    static void takes(List<Bubble> bubbles) {
        for (var bubble : bubbles) {
            var seen = seen(bubble.html());
            assertThat(seen.strip()).isNotEmpty();
            assertThat(seen.length()).isLessThanOrEqualTo(LENGTH_MAX);
            assertThat(bubble.plain().length()).isLessThanOrEqualTo(LENGTH_MAX);
            assertThat(bubble.html().getBytes(UTF_8).length).isLessThanOrEqualTo(BYTES_MAX);
            assertThat(bubble.html()).isEqualTo(bubble.html().strip());
            assertThat(UTF_8.newEncoder().canEncode(bubble.html())).isTrue();
            assertThat(bubble.keyboard().stream().mapToInt(List::size).sum())
                    .isLessThanOrEqualTo(BUTTONS_MAX);
            for (var row : bubble.keyboard()) {
                assertThat(row.size()).isBetween(1, ROW_MAX);
                for (var button : row) {
                    assertThat(button.text()).isNotBlank();
                    assertThat(button.data().length()).isLessThanOrEqualTo(64);
                    if (button.url().isEmpty()) assertThat(Tap.read(button.data())).isPresent();
                }
            }
        }
    }

    /// The text as it is seen, read as strictly as Telegram does.
    ///
    /// @throws AssertionError for anything but `b`, `i`, `a` and the four entities
    static String seen(String html) {
        var seen = new StringBuilder();
        var open = new ArrayDeque<String>();
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                int end = html.indexOf('>', at);
                assertThat(end).as(html).isPositive();
                tag(html.substring(at + 1, end), open);
                at = end + 1;
            } else if (c == '&') {
                int end = html.indexOf(';', at);
                seen.append(entity(html.substring(at, end + 1)));
                at = end + 1;
            } else {
                assertThat(c).isNotEqualTo('>');
                seen.append(c);
                at++;
            }
        }
        assertThat(open).isEmpty();
        return seen.toString();
    }

    private static void tag(String tag, ArrayDeque<String> open) {
        if (tag.startsWith("/")) {
            assertThat(open.pop()).isEqualTo(tag.substring(1));
            return;
        }
        var name = tag.split(" ", 2)[0];
        assertThat(TAGS).contains(name);
        assertThat(tag).matches(name.equals("a") ? "a href=\"https?://[^\"<>]+\"" : name);
        open.push(name);
    }

    private static String entity(String entity) {
        return switch (entity) {
            case "&amp;" -> "&";
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&quot;" -> "\"";
            default -> throw new AssertionError("unknown to Telegram: " + entity);
        };
    }

    /// All that is to be read and tapped, line by line.
    static String screen(List<Bubble> bubbles) {
        return bubbles.stream()
                .map(bubble -> seen(bubble.html()) + "\n" + buttons(bubble))
                .collect(Collectors.joining("\n---\n"));
    }

    private static String buttons(Bubble bubble) {
        return bubble.keyboard().stream()
                .map(row ->
                        row.stream()
                                .map(one -> "[" + one.text() + "]")
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    /// The texts of all buttons.
    static List<String> texts(List<List<Button>> keyboard) {
        return keyboard.stream().flatMap(List::stream).map(Button::text).toList();
    }

    /// What a button with this text says.
    static Tap tap(List<List<Button>> keyboard, String text) {
        return keyboard.stream()
                .flatMap(List::stream)
                .filter(one -> one.text().equals(text))
                .map(one -> Tap.read(one.data()).orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
