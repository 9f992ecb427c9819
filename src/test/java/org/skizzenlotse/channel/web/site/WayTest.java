// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Call;

/// What the start page says of a call.
class WayTest {
    private static final Instant UNTIL = Instant.parse("2026-12-01T22:59:00Z");

    private static String said(@Nullable Call call, Instant now) {
        var zone = ZoneId.of("Europe/Berlin");
        return Way.call(new Operator(Map.of(), Operator.Legal.NONE, true, call, zone), now);
    }

    @Test
    void aCallIsAnnouncedWithItsTimeUntilItIsOver() {
        var call = new Call("Daten für alle", UNTIL, 2);

        assertThat(said(call, UNTIL))
                .startsWith("Gerade läuft der Aufruf „Daten für alle“")
                .contains("1. Dezember 2026, 23:59 Uhr (Zeit in Berlin)");
        assertThat(said(call, UNTIL.plusMillis(1)))
                .contains("ging bis zum 1. Dezember 2026", "nehmen wir immer an")
                .doesNotContain("Gerade");
    }

    @Test
    void withoutACallNothingIsSaid() {
        assertThat(said(null, UNTIL)).isEmpty();
    }
}
