// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.ForCall;

/// A call with a deadline (a Wednesday, 18:00 in Berlin), told on a virtual clock.
class CallingTest {
    private static final String STEPS =
            Scenario.CONSENT
                    + """
                    - ask: titel
                      type: text
                      text: Wie heißt es?
                      needed: submit
                    """;
    private static final Dialog WITH = dialog("call: true");
    private static final Dialog WITHOUT = dialog("call: false");
    private static final Instant UNTIL = berlin("2027-03-31T18:00");
    private static final Call CALL = new Call("Daten für alle", UNTIL, 10);
    private static final Instant BEFORE = UNTIL.minus(Duration.ofDays(3));
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Test
    void theDeadlineIsNamedBeforeAnythingIsAsked() {
        begun(BEFORE)
                .asks("ja_nein")
                .hearsBack("Aufruf **Daten für alle**")
                .hearsBack("Mittwoch, 31. März 2027, 18:00 Uhr (Zeit in Berlin)")
                .hearsBack("48 Stunden")
                .hearsBack("10 Plätze");
        assertThat(begun(BEFORE).last().messages().getFirst().text()).startsWith("Gerade läuft");
        review(BEFORE, BEFORE).hearsBack("Mittwoch, 31. März 2027, 18:00 Uhr (Zeit in Berlin)");
    }

    @Test
    void withoutACallNothingIsSaidOfOne() {
        var quiet = Scenario.of(WITH, BEFORE, null).hearsNothingOf("Aufruf");
        finished(quiet).hearsNothingOf("Aufruf").taps("submit").hearsNothingOf("Aufruf");
        assertThat(quiet.state().entry()).isNull();
    }

    @Test
    void aDialogThatTakesNoPartNeverClosesAndSaysNothing() {
        var late = Scenario.of(WITHOUT, UNTIL.plus(TWO_DAYS), CALL).hearsNothingOf("Aufruf");
        finished(late).hearsNothingOf("Aufruf").taps("submit").hearsNothingOf("Aufruf").isFine();
        assertThat(late.state().entry()).isNull();
    }

    @Test
    void theExactSecondOfTheDeadlineIsInTime() {
        submitted(UNTIL, UNTIL).hearsBack("zählt für den Aufruf");
        var late = UNTIL.plusMillis(1);
        begun(late).hearsBack("ist vorbei").hearsBack("zur Beratung");
        review(late, late).hearsBack("nicht für diesen Aufruf");
        submitted(late, late).isFine().hearsBack("zur Beratung eingereicht, nicht für den Aufruf");
    }

    @Test
    void whoBeganInTimeMayFinishForTwoDaysMore() {
        var end = UNTIL.plus(TWO_DAYS);
        review(UNTIL, UNTIL.plusSeconds(1))
                .hearsBack("vorher angefangen")
                .hearsBack("Freitag, 2. April 2027, 18:00 Uhr");
        assertThat(entry(submitted(UNTIL, end)).counts()).isTrue();
        assertThat(entry(submitted(UNTIL, end.plusMillis(1))).counts()).isFalse();
        assertThat(entry(submitted(UNTIL.plusMillis(1), end)).counts()).isFalse();
    }

    @Test
    void theEntrySaysWhenItWasBegunAndHandedIn() {
        var at = UNTIL.plusSeconds(7);
        assertThat(entry(submitted(BEFORE, at)))
                .isEqualTo(new ForCall("Daten für alle", UNTIL, BEFORE, at, true));
    }

    @Test
    void whatCountedOnceCountsForGood() {
        var later = UNTIL.plus(Duration.ofDays(30));
        var again =
                submitted(BEFORE, UNTIL).at(later).commands(Command.CHANGE, "titel").says("Neu");
        again.asks("_review").hearsBack("zählt schon").taps("submit").hearsBack("gehört zu eurer");
        assertThat(entry(again).counts()).isTrue();
        assertThat(entry(again).at()).isEqualTo(UNTIL);
        assertThat(again.state().lifecycle().revision()).isEqualTo(2);
    }

    @Test
    void whatCameTooLateIsLookedAtAnewForTheNextCall() {
        var next = new Call("Zweiter Aufruf", UNTIL.plus(Duration.ofDays(90)), 0);
        var again =
                submitted(BEFORE, UNTIL.plus(Duration.ofDays(3)))
                        .during(next)
                        .commands(Command.CHANGE, "titel")
                        .says("Neu");
        again.asks("_review").taps("submit").hearsBack("zählt für den Aufruf **Zweiter Aufruf**");
        assertThat(entry(again).call()).isEqualTo("Zweiter Aufruf");
    }

    @Test
    void aConversationThatBeganBeforeTheCallWasAnnouncedCounts() {
        var scenario = finished(Scenario.of(WITH, BEFORE, null)).during(CALL).at(UNTIL);
        scenario.taps("submit").hearsBack("zählt für den Aufruf");
    }

    @Test
    void aCallThatIsOverAndTakenAwayIsNotAskedForAgain() {
        var scenario = submitted(BEFORE, UNTIL).during(null);
        scenario.commands(Command.CHANGE, "titel").says("Neu").hearsBack("zählt schon");
        assertThat(entry(scenario.taps("submit")).counts()).isTrue();
    }

    @Test
    void aNewDraftInTheSameConversationBeginsAnew() {
        var scenario = finished(begun(BEFORE)).at(UNTIL.plusSeconds(1));
        scenario.commands(Command.START_OVER).taps("yes").hearsBack("ist vorbei");
        assertThat(entry(finished(scenario).taps("submit")).counts()).isFalse();
    }

    @Test
    void theHoursToFinishAreHoursAlsoWhenTheClocksChange() {
        var until = berlin("2027-03-27T18:00");
        var call = new Call("Frühling", until, 0);
        var inTime = finished(Scenario.of(WITH, until, call)).at(until.plus(TWO_DAYS));
        inTime.commands(Command.OVERVIEW).hearsBack("29. März 2027, 19:00 Uhr");
        assertThat(entry(inTime.taps("submit")).counts()).isTrue();
        var late = finished(Scenario.of(WITH, until, call)).at(until.plus(TWO_DAYS).plusMillis(1));
        assertThat(entry(late.taps("submit")).counts()).isFalse();
    }

    @Test
    void aReminderNamesTheDeadlineWhileThereIsOne() {
        finished(begun(BEFORE)).at(BEFORE.plus(TWO_DAYS)).wakes("remind_0").hearsBack("31. März");
        finished(begun(BEFORE))
                .at(UNTIL.plus(Duration.ofDays(9)))
                .wakes("remind_0")
                .hearsBack("wartet auf euch")
                .hearsNothingOf("Aufruf");
    }

    private static Scenario begun(Instant at) {
        return Scenario.of(WITH, at, CALL);
    }

    private static Scenario finished(Scenario begun) {
        return begun.says("ja").says("Barrieren-Karte").asks("_review");
    }

    private static Scenario review(Instant begun, Instant at) {
        return begun(begun).at(at).says("ja").says("Barrieren-Karte").asks("_review");
    }

    private static Scenario submitted(Instant begun, Instant at) {
        return finished(begun(begun)).at(at).taps("submit").asks("_submitted");
    }

    private static ForCall entry(Scenario scenario) {
        @Nullable ForCall entry = scenario.state().entry();
        assertThat(entry).isNotNull();
        return java.util.Objects.requireNonNull(entry);
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(Scenario.BERLIN).toInstant();
    }

    private static Dialog dialog(String call) {
        var sketch =
                """
                schema: probe-1
                sections: [{id: t, title: Titel, field: /titel, from: [titel]}]
                internal: [ja_nein]
                """;
        return Scenario.inline(
                call + "\npersonal: true\ntiming: {remind: [P2D]}",
                Map.of("eins", STEPS),
                Map.of("probe/sketch.yaml", sketch));
    }
}
