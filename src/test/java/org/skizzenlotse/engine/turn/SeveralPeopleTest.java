// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;

class SeveralPeopleTest {
    /// Ben began and Ayşe came; the first text is answered by Ben.
    static Scenario two() {
        return with(Dialogs.atChoice());
    }

    private static Scenario with(Scenario begun) {
        return begun.commands(Command.INVITE)
                .asks("_name")
                .says("Ben")
                .asks("_invite")
                .says("Aische")
                .as(2)
                .hears(new Input.Joined(2, "Ayşe"));
    }

    @Test
    void invitingAsksForBothNamesAndGivesALinkOnce() {
        var scenario = Dialogs.atChoice().commands(Command.INVITE).asks("_name");
        scenario.says("Ben").asks("_invite").says("Ayşe").asks("traeger");
        assertThat(scenario.last().effects()).contains(new Effect.Invite(2));
        assertThat(scenario.last().messages())
                .filteredOn(one -> one.kind() == Message.Kind.LINK)
                .hasSize(1)
                .allMatch(one -> one.text().contains(Message.SECRET))
                .noneMatch(one -> one.text().contains("Ayşe"));
        scenario.commands(Command.INVITE).asks("_invite").hearsNothingOf("Wie heißt ihr");
    }

    @Test
    void aNameIsOneShortLine() {
        var scenario = Dialogs.atChoice().commands(Command.INVITE);
        for (var none : new String[] {"", "  ", "123", "x".repeat(41)})
            scenario.says(none).isRefused().asks("_name");
        scenario.says("  Ben \n Bauer ").asks("_invite");
        assertThat(scenario.state().together().person(1).orElseThrow().name())
                .isEqualTo("Ben Bauer");
    }

    @Test
    void nobodyIsInvitedBeforeTheConsent() {
        Dialogs.fresh().doesNotOffer(Command.INVITE).commands(Command.INVITE).asks("ja_nein");
    }

    @Test
    void noMoreThanEightTakePart() {
        var scenario = Dialogs.atChoice().commands(Command.INVITE).says("Ben").says("A");
        for (int i = 0; i < 6; i++) scenario.commands(Command.INVITE).says("B" + i);
        scenario.doesNotOffer(Command.INVITE).commands(Command.INVITE).asks("traeger");
        scenario.hearsBack("Mehr Leute passen");
    }

    @Test
    void whoComesIsNamedAndGetsAKeyOfTheirOwn() {
        var scenario = two().hearsBack("Jetzt mit dabei: Ayşe").hearsBack("Rückkehr-Schlüssel");
        assertThat(scenario.last().effects()).contains(new Effect.GiveKey());
        assertThat(scenario.state().together().isShared()).isTrue();
        assertThat(scenario.history().toString()).doesNotContain("Ayşe");
    }

    @Test
    void answersShowByWhomOnlyWhereSeveralCouldBe() {
        Dialogs.atChoice()
                .commands(Command.OVERVIEW)
                .hearsBack("Zu wenig")
                .hearsNothingOf("Zu wenig (");
        var scenario = two().taps("verein").taps("yes").asks("_review");
        scenario.commands(Command.OVERVIEW).hearsBack("Zu wenig (Ben)").hearsBack("Verein (Ayşe)");
        scenario.commands(Command.CHANGE, "traeger").hearsBack("Bisher steht da: Verein (Ayşe)");
        assertThat(scenario.answer("traeger").provenance().by()).isEqualTo(Person.by(2));
    }

    @Test
    void whatBindsTheWholeIsForTheOneWhoIsResponsible() {
        var scenario = two().taps("verein").taps("yes").asks("_review");
        for (var command :
                new Command[] {
                    Command.ERASE,
                    Command.WITHDRAW,
                    Command.START_OVER,
                    Command.INVITE,
                    Command.RETRACT
                }) {
            scenario.doesNotOffer(command).commands(command).asks("_review");
            scenario.hearsBack("entscheidet hier allein: Ben");
        }
        scenario.taps("submit").asks("_review").hearsBack("entscheidet hier allein: Ben");
        assertThat(scenario.state().lifecycle()).isEqualTo(new Lifecycle.Draft());
        scenario.as(1).taps("submit").asks("_submitted");
    }

    @Test
    void nobodyElseSaysYesToWhatOneWasAsked() {
        var scenario = two().as(1).commands(Command.ERASE).asks("_confirm");
        scenario.as(2).taps("yes").hearsBack("entscheidet hier allein: Ben").asks("_confirm");
        scenario.as(1).taps("no").asks("traeger");
    }

    @Test
    void consentsAreThoseOfTheOneWhoIsResponsible() {
        var scenario = two().commands(Command.CHANGE, "ja_nein").taps("no");
        scenario.hearsBack("entscheidet hier allein: Ben").has("ja_nein", "Ja");
    }

    @Test
    void twoAnswersAtOnceStandSideBySide() {
        var scenario = two().as(1).taps("verein").asks("satzung");
        scenario.asBlind(2, "traeger").tapsAt("traeger", "staat").asks("_side_by_side");
        scenario.hearsBack("**Ben**: Verein").hearsBack("**Ayşe**: Staat").has("traeger", "Verein");
        scenario.as(1).commands(Command.HELP).commands(Command.PAUSE).asks("_paused");
        scenario.commands(Command.CONTINUE).asks("_side_by_side").taps("other").asks("_impact");
        scenario.taps("take").asks("partner").has("traeger", "Staat");
        assertThat(scenario.answer("traeger").provenance().by()).isEqualTo(Person.by(2));
        assertThat(scenario.state().together().sideBySide()).isEmpty();
    }

    @Test
    void twoTextsMayBothHold() {
        var scenario = two().as(1).commands(Command.CHANGE, "problem").says("Viel zu wenig");
        scenario.asBlind(2, "problem");
        scenario.hears(new Input.Said(new org.skizzenlotse.dialog.StepId("problem"), "Zu teuer"));
        scenario.asks("_side_by_side").taps("both").asks("traeger");
        scenario.has("problem", "Viel zu wenig\n\nZu teuer");
        scenario.commands(Command.OVERVIEW).hearsBack("(Ben, Ayşe)");
    }

    @Test
    void whatIsOnlyProposedStandsBesideToo() {
        var scenario = two().as(1).taps("verein").taps("yes").asks("_review");
        scenario.commands(Command.CHANGE, "traeger").taps("staat").asks("_impact");
        scenario.asBlind(2, "traeger");
        scenario.hears(
                new Input.LeftOpen(
                        new org.skizzenlotse.dialog.StepId("traeger"), OpenStatus.UNKNOWN));
        scenario.asks("_impact").as(1).taps("keep").asks("_side_by_side");
        scenario.taps("one").asks("_impact").taps("take").has("traeger", "Staat");
    }

    @Test
    void theSameFromTwoIsNoQuestion() {
        var scenario = two().as(1).taps("verein").asks("satzung");
        scenario.asBlind(2, "traeger").tapsAt("traeger", "verein").asks("satzung");
    }

    @Test
    void whoHasSeenTheOtherAnswerChangesIt() {
        var scenario = two().as(1).taps("verein").as(2).commands(Command.CHANGE, "traeger");
        scenario.taps("staat").asks("_impact").taps("take").has("traeger", "Staat");
    }

    @Test
    void whoIsPartedWithHasNoNameAndTheAnswersStay() {
        var scenario = two().taps("verein").as(1).commands(Command.PEOPLE).asks("_people");
        scenario.hearsBack("**Ben**: verantwortlich").hearsBack("**Ayşe**");
        scenario.says("Nicht mehr dabei: Ayşe").asks("_confirm").hearsBack("Soll Ayşe");
        scenario.taps("yes").hearsBack("Der Zugang ist zu").has("traeger", "Verein");
        assertThat(scenario.last().effects()).contains(new Effect.PartWith(2));
        scenario.commands(Command.OVERVIEW).hearsBack("Verein (jemand, der nicht mehr mitmacht)");
        assertThat(scenario.state().together().isHere(2)).isFalse();
    }

    @Test
    void onesOwnWayOutIsOpenToEverybodyButTheOneWhoIsResponsible() {
        var scenario = two().commands(Command.STOP).asks("_stop").taps("leave").asks("_confirm");
        scenario.taps("yes").hearsBack("Ihr macht hier nicht mehr mit");
        assertThat(scenario.last().effects()).contains(new Effect.PartWith(2));
        var other = two().as(1).commands(Command.PEOPLE);
        assertThat(other.expects().options()).noneMatch(one -> one.id().equals("leave"));
    }

    @Test
    void theResponsibilityGoesOverOnceBothSaidYes() {
        var scenario = two().as(1).commands(Command.HAND_OVER).asks("_hand_over");
        scenario.says("Ayşe").hearsBack("angeboten: Ayşe").asks("traeger");
        assertThat(scenario.state().together().responsible()).isEqualTo(1);
        scenario.as(2).offers(Command.HAND_OVER).commands(Command.HAND_OVER).asks("_confirm");
        scenario.as(1).taps("yes").asks("_confirm");
        scenario.as(2).taps("yes").hearsBack("Ab jetzt verantwortlich: Ayşe");
        scenario.offers(Command.ERASE, Command.INVITE);
        scenario.as(1).doesNotOffer(Command.ERASE, Command.INVITE, Command.HAND_OVER);
    }

    @Test
    void whoComesAlongTakesOutWhatIsTheirsAlone() {
        var scenario = two().taps("verein").offers(Command.REDACT).commands(Command.REDACT);
        scenario.asks("_remove").hearsBack("was allein von euch ist").hearsBack("nur Ben");
        assertThat(scenario.expects().options()).map(one -> one.id()).containsExactly("traeger");
        scenario.taps("traeger").asks("_confirm").taps("yes").hearsBack("Entfernt");
        assertThat(scenario.answer("traeger").status()).isEqualTo(Answer.Status.REMOVED);
        assertThat(scenario.last().effects())
                .filteredOn(Effect.Remove.class::isInstance)
                .allMatch(one -> ((Effect.Remove) one).whose() == 2);
        scenario.doesNotOffer(Command.REDACT).as(1).offers(Command.REDACT);
    }

    @Test
    void whatIsOfAnotherOrOfBothIsTakenOutByTheOneWhoIsResponsible() {
        var scenario = two().commands(Command.REDACT, "problem").asks("traeger");
        scenario.hearsBack("entscheidet hier allein: Ben");
        scenario.as(1).commands(Command.CHANGE, "problem").says("Viel zu wenig");
        scenario.asBlind(2, "problem");
        scenario.hears(new Input.Said(new org.skizzenlotse.dialog.StepId("problem"), "Zu teuer"));
        scenario.commands(Command.REDACT, "problem").hearsBack("entscheidet hier allein: Ben");
        scenario.asks("_side_by_side").taps("both").as(2).doesNotOffer(Command.REDACT);
        scenario.commands(Command.REDACT, "problem").hearsBack("entscheidet hier allein: Ben");
        scenario.as(1).commands(Command.REDACT, "problem").asks("_confirm");
        scenario.as(2).taps("yes").hearsBack("entscheidet hier allein: Ben").asks("_confirm");
        scenario.as(1).taps("yes");
        assertThat(scenario.answer("problem").status()).isEqualTo(Answer.Status.REMOVED);
        assertThat(scenario.last().effects())
                .filteredOn(Effect.Remove.class::isInstance)
                .allMatch(one -> ((Effect.Remove) one).whose() == 0);
    }
}
