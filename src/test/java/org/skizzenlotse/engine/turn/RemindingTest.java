// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect;

/// Reminders end with a word and come back with one.
class RemindingTest {
    private static final Instant FIRST = Instant.parse("2026-11-26T18:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-20T12:00:00Z");

    private static Scenario begun() {
        var timing = "personal: true\ntiming: {remind: [P3D, P10D], draft: P90D}\n";
        return Scenario.of(Scenario.inline(timing, Dialogs.LONGER)).says("ja").asks("problem");
    }

    private static Scenario reminded() {
        return begun().waits(Duration.ofDays(3)).wakes("remind_0");
    }

    @Test
    void aReminderSaysHowToEndThem() {
        reminded().hearsBack("Keine Erinnerungen mehr? Schreibt „stopp“.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopp", "Stopp!", "STOP", "keine Erinnerungen", "/keine erinnerungen"})
    void theWordEndsThemAndNothingElse(String word) {
        var scenario = begun();
        var left = new Left(scenario).says(NEXT_DAY, word);
        if (scenario.expects().step().value().equals("_typo")) scenario.says("ja");
        scenario.asks("problem").offers(Command.REMINDERS).doesNotOffer(Command.NO_REMINDERS);
        assertThat(left.until(LATER).times()).containsExactly(FIRST);
        assertThat(scenario.state().lifecycle().id()).isEqualTo("draft");
        scenario.says("Zu wenig").asks("traeger");
    }

    @Test
    void aReminderIsAMessageInTheConversationAndNoMail() {
        assertThat(reminded().last().effects())
                .isNotEmpty()
                .allMatch(one -> one instanceof Effect.Send || one instanceof Effect.WakeAt);
    }

    @Test
    void theAnswerSaysThatAllStaysAndHowTheyComeBack() {
        reminded().says("stopp").hearsBack("bleibt gespeichert").hearsBack("„erinnerungen“");
    }

    @Test
    void theEndOfTheDraftIsAnnouncedAllTheSame() {
        var left = new Left(begun()).says(NEXT_DAY, "stopp");
        left.until(NEXT_DAY.plus(Duration.ofDays(89)));
        assertThat(left.said().subList(1, left.said().size()))
                .hasSize(2)
                .allMatch(one -> one.text().contains("löschen wir"));
        assertThat(left.until(NEXT_DAY.plus(Duration.ofDays(91))).isErased()).isTrue();
    }

    @Test
    void theyComeAgainFromTheFirstOnWhenWanted() {
        var scenario = begun();
        var left = new Left(scenario).says(NEXT_DAY, "stopp").says(LATER, "/erinnerungen");
        scenario.hearsBack("wir erinnern euch wieder").offers(Command.NO_REMINDERS);
        left.until(LATER.plus(Duration.ofDays(30)));
        assertThat(left.times())
                .containsExactly(
                        FIRST, LATER.plus(Duration.ofDays(3)), LATER.plus(Duration.ofDays(10)));
    }

    @Test
    void beforeTheFirstReminderAndAfterTheLastTheWordMeansToStop() {
        begun().says("/stopp").asks("_stop");
        reminded().says("stopp").says("/stopp").asks("_stop");
        Dialogs.submitted().says("stopp").asks("_stop");
    }

    @Test
    void startingOverDoesNotBringThemBack() {
        var scenario = reminded().says("stopp").says("Zu wenig").says("/neu anfangen").taps("yes");
        scenario.says("ja").asks("problem");
        var left = new Left(scenario);
        assertThat(left.until(LATER).times()).isEmpty();
    }

    @Test
    void whereNothingRemindsNothingIsPromised() {
        var quiet = "personal: true\ntiming: {remind: [], draft: P90D}\n";
        var scenario = Scenario.of(Scenario.inline(quiet, Dialogs.LONGER)).says("ja");
        scenario.doesNotOffer(Command.REMINDERS, Command.NO_REMINDERS);
        scenario.says("/erinnerungen").hearsBack("nichts, woran");
        Dialogs.fresh().doesNotOffer(Command.NO_REMINDERS);
        Dialogs.submitted().doesNotOffer(Command.NO_REMINDERS);
    }

    @Test
    void aPauseGivesTheKeyAndSaysHowLongTheDraftStays() {
        var scenario = begun().says("/pause").asks("_paused").hearsBack("21. Februar 2027");
        assertThat(scenario.last().effects()).contains(new Effect.GiveKey());
        scenario.says("weiter").waits(Duration.ofDays(10)).says("/pause");
        scenario.hearsBack("3. März 2027").hearsBack("„schlüssel“");
        assertThat(scenario.last().effects()).doesNotContain(new Effect.GiveKey());
    }

    @Test
    void whereNothingIsKeptAPauseNamesNoDay() {
        assertThat(Dialogs.fresh().says("/pause").text())
                .contains("einen Tag")
                .doesNotContain("2027");
        assertThat(Dialogs.submitted().says("/pause").text()).doesNotContain("2027");
    }
}
