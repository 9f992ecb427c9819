// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;

class TogetherTest extends OnRunning {
    /// Invites somebody; gives the secret of the link.
    private String invited(String token, String name) {
        if (running.commands(token, Command.INVITE, "").expects().step().value().equals("_name"))
            running.says(token, "_name", "Benedikta");
        var link = running.says(token, "_invite", name).link();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private ComingBack.Here joined(String token, String name) {
        var secret = invited(token, name);
        return (ComingBack.Here) running.conversations.accept(secret, name, "web");
    }

    private View saysHavingSeen(String token, int seen, String step, String words) {
        var said = new Input.Said(new StepId(step), words);
        var request = new TurnRequest(said, "web", "", "", seen);
        return ((Outcome.Done) running.conversations.turn(token, request)).view();
    }

    private static String told(View view) {
        var all = new StringBuilder();
        for (var one : view.messages()) all.append(one.message().text()).append('\n');
        return all.toString();
    }

    private boolean isWritten(String words) throws IOException {
        try (var files = Files.walk(running.data)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                if (new String(
                                Files.readAllBytes(file),
                                java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains(
                                new String(
                                        words.getBytes(UTF_8),
                                        java.nio.charset.StandardCharsets.ISO_8859_1))) return true;
        }
        return false;
    }

    @Test
    void aLinkTellsToWhatOneIsInvitedAndNothingThatWasSaid() {
        var token = running.answered("Geheimpartner");
        var secret = invited(token, "Xanthippe");
        var invitation = running.conversations.invitation(secret).orElseThrow();
        assertThat(invitation.inviter()).isEqualTo("Benedikta");
        assertThat(invitation.name()).isEqualTo("Xanthippe");
        assertThat(invitation.words()).contains("speichern").doesNotContain("Geheimpartner");
        assertThat(running.conversations.invitation(secret)).isPresent();
        assertThat(running.conversations.invitation("x" + secret)).isEmpty();
    }

    @Test
    void aLinkIsGoodOnceAndForSevenDays() {
        var token = running.begun();
        var secret = invited(token, "Xanthippe");
        running.waits(Duration.ofDays(7).minusMinutes(1));
        assertThat(running.conversations.accept(secret, "X", "web"))
                .isInstanceOf(ComingBack.Here.class);
        assertThat(running.conversations.accept(secret, "X", "web"))
                .isEqualTo(new ComingBack.Unknown());
        var late = invited(token, "Yolanthe");
        running.waits(Duration.ofDays(7));
        assertThat(running.conversations.invitation(late)).isEmpty();
        assertThat(running.conversations.accept(late, "Y", "web"))
                .isEqualTo(new ComingBack.Unknown());
    }

    @Test
    void aLinkIsToldToTheOneWhoInvitesAndNeverAgain() throws Exception {
        var token = running.begun();
        var secret = invited(token, "Xanthippe");
        assertThat(told(running.view(token))).contains("(einmal gezeigt)").doesNotContain(secret);
        assertThat(isWritten(secret)).isFalse();
    }

    @Test
    void whoeverLostTheAnswerWithTheLinkGetsAnotherByRepeating() {
        var token = running.begun();
        running.commands(token, Command.INVITE, "");
        running.says(token, "_name", "Benedikta");
        var invite = new Input.Said(new StepId("_invite"), "Xanthippe");
        var lost = ((Outcome.Done) running.turn(token, invite, "k", "h")).view().link();
        var again = ((Outcome.Done) running.turn(token, invite, "k", "h")).view().link();
        assertThat(again).isNotEqualTo(lost);
        assertThat(running.conversations.invitation(lost.substring("/mitmachen/".length())))
                .isEmpty();
        assertThat(running.conversations.invitation(again.substring("/mitmachen/".length())))
                .isPresent();
    }

    @Test
    void bothSeeTheSameTalkAndEachHasAKey() {
        var token = running.begun();
        var mine = running.commands(token, Command.KEY, "").key();
        var other = joined(token, "Xanthippe");
        assertThat(other.view().key()).isNotEmpty();
        running.taps(other.token(), "traeger", "firma");
        assertThat(running.view(token).expects().step().value()).isEqualTo("partner");
        assertThat(told(running.view(token))).contains("Xanthippe: ");
        for (var key : new String[] {mine, other.view().key()})
            assertThat(running.conversations.comeBack(key)).isInstanceOf(ComingBack.Here.class);
        var theirs = (ComingBack.Here) running.conversations.comeBack(other.view().key());
        assertThat(theirs.view().person()).isEqualTo(2);
        running.says(theirs.token(), "partner", "Wir");
        var answer = running.stored(token).conversation().answer(new StepId("partner"));
        assertThat(answer.orElseThrow().provenance().by()).isEqualTo(Person.by(2));
    }

    @Test
    void namesLieSealedAndGoWithTheirPerson() throws Exception {
        var token = running.begun();
        var other = joined(token, "Xanthippe");
        running.taps(other.token(), "traeger", "firma");
        assertThat(running.everything(token)).contains("Xanthippe");
        assertThat(isWritten("Xanthippe")).isFalse();
        running.commands(token, Command.PEOPLE, "");
        running.says(token, "_people", "Nicht mehr dabei: Xanthippe");
        running.taps(token, "_confirm", "yes");
        assertThat(running.everything(token)).doesNotContain("Xanthippe").contains("Benedikta");
        assertThat(told(running.view(token)))
                .contains("jemand, der nicht mehr mitmacht")
                .doesNotContain("Xanthippe");
        assertThat(running.history(token)).isNotEmpty();
    }

    @Test
    void whoIsPartedWithIsOutAtOnceByEveryWay() throws Exception {
        var token = running.begun();
        var other = joined(token, "Xanthippe");
        var nudged = new boolean[1];
        try (var _ = running.conversations.listen(other.token(), () -> nudged[0] = true)) {
            running.commands(token, Command.PEOPLE, "");
            running.says(token, "_people", "Nicht mehr dabei: Xanthippe");
            running.taps(token, "_confirm", "yes");
        }
        assertThat(nudged[0]).isTrue();
        assertThat(running.conversations.knows(other.token())).isFalse();
        assertThat(running.conversations.view(other.token())).isEqualTo(new Outcome.Revoked());
        assertThat(running.turn(other.token(), new Input.Said(null, "Hallo"), "", ""))
                .isEqualTo(new Outcome.Revoked());
        assertThat(running.conversations.comeBack(other.view().key()))
                .isEqualTo(new ComingBack.Revoked());
        assertThat(running.conversations.messagesAfter(other.token(), 0)).isEmpty();
        running.commands(token, Command.HELP, "");
    }

    @Test
    void aPendingInvitationCanBeTakenBack() {
        var token = running.begun();
        var secret = invited(token, "Xanthippe");
        running.commands(token, Command.PEOPLE, "");
        running.says(token, "_people", "Nicht mehr dabei: Xanthippe");
        running.taps(token, "_confirm", "yes");
        assertThat(running.conversations.invitation(secret)).isEmpty();
        assertThat(running.conversations.accept(secret, "X", "web"))
                .isEqualTo(new ComingBack.Unknown());
    }

    @Test
    void whatTwoSayToTheSameQuestionAtOnceIsPutSideBySide() {
        var token = running.begun();
        var other = joined(token, "Xanthippe");
        running.taps(token, "traeger", "firma");
        int seen = running.view(other.token()).revision();
        running.says(token, "partner", "Nachbarn");
        var view = saysHavingSeen(other.token(), seen, "partner", "Freunde");
        assertThat(view.expects().step().value()).isEqualTo("_side_by_side");
        assertThat(view.expects().text())
                .contains("**Benedikta**: Nachbarn")
                .contains("**Xanthippe**: Freunde");
        assertThat(view.expects().options().getFirst().text()).isEqualTo("Benedikta: Nachbarn");
        running.taps(token, "_side_by_side", "both");
        assertThat(told(running.commands(token, Command.OVERVIEW, "")))
                .contains("Freunde")
                .contains("(Benedikta, Xanthippe)");
    }

    @Test
    void whoSawTheOtherAnswerSimplyChangesIt() {
        var token = running.begun();
        var other = joined(token, "Xanthippe");
        running.taps(token, "traeger", "firma");
        running.says(token, "partner", "Nachbarn");
        running.commands(other.token(), Command.CHANGE, "partner");
        int seen = running.view(other.token()).revision();
        var view = saysHavingSeen(other.token(), seen, "partner", "Freunde");
        assertThat(view.expects().step().value()).isEqualTo("ziele");
    }

    @Test
    void whoComesAlongTakesNothingElsewhere() {
        var token = running.answered("Nachbarn");
        var other = joined(token, "Xanthippe");
        var from = new Conversations.Beginning("probe", "de", "web", other.token());
        var opened = running.conversations.open(from);
        assertThat(running.stored(opened.token()).conversation().origin()).isNull();
    }

    @Test
    void erasingEndsItForEverybody() throws Exception {
        var token = running.begun();
        var other = joined(token, "Xanthippe");
        running.commands(token, Command.ERASE, "");
        running.taps(other.token(), "_confirm", "yes");
        assertThat(running.view(token).lifecycle()).isEqualTo(new Lifecycle.Draft());
        running.taps(token, "_confirm", "yes");
        for (var each : new String[] {token, other.token()})
            assertThat(running.conversations.view(each)).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.comeBack(other.view().key()))
                .isEqualTo(new ComingBack.Gone());
    }

    @Test
    void whatWasAgreedToIsInTheHistory() {
        var token = running.begun();
        joined(token, "Xanthippe");
        assertThat(running.everything(token)).contains("Dafür speichern wir euren Namen");
        assertThat(running.view(token).messages())
                .noneMatch(one -> one.message().text().contains(Message.name(2)));
    }
}
