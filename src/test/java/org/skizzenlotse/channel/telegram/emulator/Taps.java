// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The callback queries of tapped buttons: each may be answered once, and not for ever.
final class Taps {
    /// The documentation names no time; tests end it by hand where they need that.
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(15);

    private static final int TEXT_LENGTH_MAX = 200;
    private static final long FIRST_ID = 4_382_911_000_000_001L;

    private record Tap(long person, Instant since) {}

    private final Clock clock;
    private final Map<String, Tap> open = new HashMap<>();
    private final Map<Long, List<Toast>> shown = new HashMap<>();
    private long next = FIRST_ID;

    Taps(Clock clock) {
        this.clock = clock;
    }

    synchronized String tapped(long person) {
        var id = Long.toString(next++);
        open.put(id, new Tap(person, clock.instant()));
        return id;
    }

    synchronized void answer(Request request) {
        var id = request.text("callback_query_id").orElse("");
        var tap = open.remove(id);
        if (tap == null || tap.since.plus(ANSWERED_WITHIN).isBefore(clock.instant())) {
            throw Refusal.badRequest(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        var text = request.text("text").orElse("");
        if (text.length() > TEXT_LENGTH_MAX) throw Refusal.badRequest("MESSAGE_TOO_LONG");
        shown.computeIfAbsent(tap.person, person -> new ArrayList<>())
                .add(new Toast(id, text, request.flag("show_alert")));
    }

    synchronized List<Toast> shown(long person) {
        return List.copyOf(shown.getOrDefault(person, List.of()));
    }

    /// How many buttons still show that something is going on.
    synchronized int unanswered(long person) {
        return (int) open.values().stream().filter(tap -> tap.person == person).count();
    }

    synchronized void expire() {
        open.clear();
    }
}
