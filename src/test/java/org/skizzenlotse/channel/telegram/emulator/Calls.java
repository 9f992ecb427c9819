// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/// All calls of the bot, in the order in which they came.
public final class Calls {
    private record Sent(String method, String chat, JsonNode parameters) {}

    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();

    Calls(Clock clock) {
        this.clock = clock;
    }

    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    public List<Call> of(String... methods) {
        var named = List.of(methods);
        return all().stream().filter(call -> named.contains(call.method())).toList();
    }

    public List<Call> to(long chat) {
        var written = Long.toString(chat);
        return all().stream().filter(call -> call.chat().equals(written)).toList();
    }

    public int count(String method) {
        return of(method).size();
    }

    /// The most calls of this kind that came within any span of this length, by the machine's
    /// clock.
    public int mostWithin(Duration span, Predicate<Call> wanted) {
        var window = new ArrayDeque<Long>();
        int most = 0;
        for (var call : all()) {
            if (!wanted.test(call)) continue;
            while (!window.isEmpty() && call.nanos() - window.getFirst() >= span.toNanos()) {
                window.removeFirst();
            }
            window.addLast(call.nanos());
            most = Math.max(most, window.size());
        }
        return most;
    }

    /// What was sent to a chat once more with the very same content.
    public List<Call> doubles() {
        var seen = new HashSet<Sent>();
        return of("sendMessage", "sendDocument").stream()
                .filter(Call::effect)
                .filter(call -> !seen.add(new Sent(call.method(), call.chat(), call.parameters())))
                .toList();
    }

    synchronized int begin(String method, String chat, JsonNode parameters) {
        int number = calls.size();
        calls.add(
                new Call(
                        number,
                        method,
                        chat,
                        clock.instant(),
                        System.nanoTime(),
                        Call.OPEN,
                        false,
                        parameters));
        return number;
    }

    synchronized void end(int number, int code, boolean effect) {
        calls.set(number, calls.get(number).answered(code, effect));
    }
}
