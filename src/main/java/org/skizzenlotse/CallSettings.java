// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Call;

/// The settings of a call for sketches. A time of day that comes twice when the clocks are put back
/// means the second one: nobody is too late because of the clock.
final class CallSettings {
    /// It stands in sentences and in the subject of mails.
    private static final int NAME_LENGTH_MAX = 80;

    private static final int PLACES_MAX = 10_000;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                    .withResolverStyle(ResolverStyle.STRICT);

    private CallSettings() {}

    /// The call, if the settings announce one; what is wrong is noted, one line each.
    static Optional<Call> read(Config config, ZoneId zone, List<String> problems) {
        var name = config.get(Setting.CALL);
        var until = config.get(Setting.CALL_UNTIL);
        var places = config.get(Setting.CALL_PLACES);
        if (name.isEmpty()) {
            if (!until.isEmpty() || !places.isEmpty())
                problems.add("CALL: zu CALL_UNTIL und CALL_PLACES fehlt der Name des Aufrufs.");
            return Optional.empty();
        }
        if (name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl))
            problems.add("CALL: ein Name in einer Zeile, höchstens 80 Zeichen.");
        var deadline = time(until);
        if (deadline == null || zone.getRules().getValidOffsets(deadline).isEmpty()) {
            problems.add(
                    "CALL_UNTIL: eine Zeit, die es gibt, etwa 2027-03-31T18:00 (Tag, T, Uhrzeit).");
            return Optional.empty();
        }
        var instant = deadline.atZone(zone).withLaterOffsetAtOverlap().toInstant();
        return Optional.of(new Call(name, instant, places(places, problems)));
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, MINUTE);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int places(String text, List<String> problems) {
        if (text.isEmpty()) return 0;
        try {
            var places = Integer.parseInt(text);
            if (places > 0 && places <= PLACES_MAX) return places;
        } catch (NumberFormatException _) {
            // said below
        }
        problems.add("CALL_PLACES: eine Zahl von 1 bis %d.".formatted(PLACES_MAX));
        return 0;
    }
}
