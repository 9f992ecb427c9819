// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Effect.Write.About;

/// What is said by itself is written, too, to whoever gave an address for it, and to nobody else.
class AddressingTest {
    private static final String POST =
            """
            - ask: post
              type: email
              text: Wohin?
              core: true
              open: [refused]
              privacy: {personal: true, purpose: probe, keep: P1Y}
            """;

    private static Scenario asked(String mailTo) {
        var head = "personal: true\ntiming: {remind: [P3D], draft: P90D" + mailTo + "}\n";
        var dialog =
                Scenario.inline(
                        head, Scenario.CONSENT + POST + "- ask: rest\n  type: text\n  text: Was?");
        return Scenario.of(dialog).says("ja");
    }

    private static List<Effect> written(Scenario scenario) {
        return scenario.last().effects().stream().filter(Effect.Write.class::isInstance).toList();
    }

    @Test
    void whoGaveAnAddressGetsWhatIsSaidAndWhoGaveNoneGetsNothing() {
        var scenario = asked(", mail_to: post").says("wir@garten.example");
        var at = Instant.parse("2026-11-26T18:00:00Z");
        scenario.at(at).wakes("remind_0");
        int day = (int) LocalDate.parse("2026-11-26").toEpochDay();
        assertThat(written(scenario))
                .containsExactly(new Effect.Write("wir@garten.example", About.REMINDER, "", day));
        scenario.at(Instant.parse("2027-02-08T12:00:00Z")).wakes("draft");
        assertThat(written(scenario))
                .extracting(one -> ((Effect.Write) one).day())
                .containsExactly("21. Februar 2027");

        var none = asked(", mail_to: post").says("Möchten wir nicht sagen");
        assertThat(written(none.at(at).wakes("remind_0"))).isEmpty();
        var unasked = asked("").says("wir@garten.example");
        assertThat(written(unasked.at(at).wakes("remind_0"))).isEmpty();
        assertThat(unasked.last().messages()).as("it is said all the same").hasSize(1);
    }

    @Test
    void noMoreIsWrittenThanIsSaidAndNothingAfterStopping() {
        var scenario =
                asked(", mail_to: post").says("wir@garten.example").says("/keine erinnerungen");
        scenario.at(Instant.parse("2026-11-26T18:00:00Z")).wakes("remind_0");
        assertThat(written(scenario)).isEmpty();
    }

    @Test
    void theEndOfWhatWasHandedInIsWrittenAndOfWhatWasTakenBackIsNot() {
        var sent = asked(", mail_to: post").says("wir@garten.example").says("Alles").taps("submit");
        sent.at(Instant.parse("2028-11-01T12:00:00Z")).wakes("kept");
        assertThat(written(sent))
                .extracting(one -> ((Effect.Write) one).about())
                .containsExactly(About.SUBMITTED_ENDS);
        assertThat(sent.last().effects().toString()).doesNotContain("@");
        var back = asked(", mail_to: post").says("wir@garten.example").says("Alles").taps("submit");
        back.says("/widerruf").taps("yes").at(Instant.parse("2026-12-21T12:00:00Z")).wakes("kept");
        assertThat(back.last().messages()).hasSize(1);
        assertThat(written(back)).isEmpty();
    }
}
