// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.inbox.signin.StaffTexts;

/// Days and times in words, where the team is.
public record Days(ZoneId zone, InstantSource clock) {
    /// Whoever promises something for a day has until its evening.
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /// As in "23. November 2026".
    public String day(@Nullable Instant at, StaffTexts texts) {
        return at == null ? "" : written(at, texts, texts.say("day_pattern"));
    }

    /// As in "23. November 2026, 14:05 Uhr".
    public String time(Instant at, StaffTexts texts) {
        return written(at, texts, texts.say("time_pattern"));
    }

    private String written(Instant at, StaffTexts texts, String pattern) {
        var locale = Locale.forLanguageTag(texts.language());
        return DateTimeFormatter.ofPattern(pattern, locale).format(at.atZone(zone));
    }

    /// As a field of a form has it; empty for none.
    public String field(@Nullable Instant at) {
        return at == null ? "" : at.atZone(zone).toLocalDate().toString();
    }

    /// The evening of a day that a form sent; none where it is no day.
    public Optional<Instant> evening(String field) {
        try {
            return Optional.of(LocalDate.parse(field).atTime(EVENING).atZone(zone).toInstant());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// The morning so many days from today.
    public Instant morningIn(int days) {
        var today = clock.instant().atZone(zone).toLocalDate();
        return today.plusDays(days).atTime(8, 0).atZone(zone).toInstant();
    }

    /// How long ago, by days: "heute", "gestern", "vor 5 Tagen".
    public String age(Instant at, StaffTexts texts) {
        long days = between(at, clock.instant());
        if (days <= 0) return texts.say("today");
        if (days == 1) return texts.say("yesterday");
        return days < 60 ? texts.say("days_ago", days) : texts.say("months_ago", days / 30);
    }

    /// How far away a day is: "heute", "morgen", "in 5 Tagen", "seit 2 Tagen vorbei".
    public String until(Instant at, StaffTexts texts) {
        long days = between(clock.instant(), at);
        if (days == 0) return texts.say("today");
        if (days == 1) return texts.say("tomorrow");
        return days > 0 ? texts.say("in_days", days) : texts.say("days_over", -days);
    }

    /// Whether that time is over.
    public boolean isOver(@Nullable Instant at) {
        return at != null && at.isBefore(clock.instant());
    }

    private long between(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }
}
