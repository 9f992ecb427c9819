// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;

/// One device makes a moving code, another shows it.
class MovesTest extends OnRunning {
    private String token = "";

    private View.Once made() {
        token = running.begun();
        return running.commands(token, Command.MOVE, "").once();
    }

    private static String secret(View.Once once) {
        return once.link().substring(once.link().lastIndexOf('/') + 1);
    }

    private ComingBack.Waiting shown(String typed) {
        return (ComingBack.Waiting) running.conversations.comeBack(typed);
    }

    private ComingBack arrival(ComingBack.Waiting waiting) {
        return running.conversations.arrival(waiting.token());
    }

    @Test
    void aDeviceThatShowsTheCodeWaitsAndComesInOnceTheOtherSaysYes() {
        var waiting = shown(made().code());
        assertThat(arrival(waiting)).isEqualTo(waiting);
        assertThat(running.view(token).expects().text()).contains("**" + waiting.number() + "**");
        running.taps(token, "_arrival", "yes");
        var here = (ComingBack.Here) arrival(waiting);
        assertThat(here.view().expects().step().value()).isEqualTo("traeger");
        running.taps(here.token(), "traeger", "firma");
        assertThat(running.view(token).expects().step().value()).isEqualTo("partner");
    }

    @Test
    void theTokenOfADeviceThatWaitsIsWorthNothing() {
        var waiting = shown(made().code());
        assertThat(running.conversations.view(waiting.token())).isEqualTo(new Outcome.Unknown());
        assertThat(running.conversations.messagesAfter(waiting.token(), 0)).isEmpty();
        assertThat(running.turn(waiting.token(), new Input.Commanded(Command.HELP, ""), "", ""))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aNoKeepsItOutAndTheCodeIsUsedUp() {
        var once = made();
        var waiting = shown(once.code());
        running.taps(token, "_arrival", "no");
        assertThat(arrival(waiting)).isEqualTo(new ComingBack.Unknown());
        assertThat(running.conversations.comeBack(once.code())).isEqualTo(new ComingBack.Unknown());
        assertThat(running.view(token).expects().step().value()).isEqualTo("traeger");
    }

    @Test
    void linkAndCodeAreOneAndGoodOnceForAQuarterOfAnHour() {
        var once = made();
        assertThat(running.conversations.isMove(secret(once))).isTrue();
        shown(once.code());
        assertThat(running.conversations.isMove(secret(once))).isFalse();
        assertThat(running.conversations.move(secret(once))).isEqualTo(new ComingBack.Unknown());

        var late = running.commands(token, Command.MOVE, "").once();
        running.waits(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(running.conversations.isMove(secret(late))).isTrue();
        running.waits(Duration.ofSeconds(1));
        assertThat(running.conversations.isMove(secret(late))).isFalse();
        assertThat(running.conversations.comeBack(late.code())).isEqualTo(new ComingBack.Unknown());
    }

    @Test
    void anotherCodeTakesThePlaceOfTheFirst() {
        var first = made();
        var second = running.commands(token, Command.MOVE, "").once();
        assertThat(running.conversations.comeBack(first.code()))
                .isEqualTo(new ComingBack.Unknown());
        shown(second.link().replace("/umzug/", "https://lotse.example/umzug/"));
    }

    @Test
    void aLinkIsALinkAlsoWhereItsLettersWouldMakeAKey() {
        var link = "https://lotse.example/umzug/HZ0Fyr0MJRNN9N72pGpI-w";
        assertThat(ReturnKey.read(link)).isPresent();
        assertThat(Entering.isKey(link)).isFalse();
        assertThat(Entering.isKey(ReturnKey.fresh().text())).isTrue();
    }

    @Test
    void whoWaitsTooLongIsOut() {
        var waiting = shown(made().code());
        running.waits(Duration.ofMinutes(15));
        assertThat(arrival(waiting)).isEqualTo(new ComingBack.Unknown());
        assertThat(running.view(token).expects().step().value()).isEqualTo("traeger");
    }

    @Test
    void erasingLetsNobodyIn() {
        var waiting = shown(made().code());
        running.commands(token, Command.ERASE, "");
        running.taps(token, "_arrival", "yes");
        running.taps(token, "_confirm", "yes");
        assertThat(arrival(waiting)).isEqualTo(new ComingBack.Gone());
    }

    @Test
    void whoeverLostTheAnswerWithTheCodeGetsAnotherByRepeating() {
        token = running.begun();
        var move = new Input.Commanded(Command.MOVE, "");
        var lost = ((Outcome.Done) running.turn(token, move, "k", "h")).view().once();
        var again = ((Outcome.Done) running.turn(token, move, "k", "h")).view().once();
        assertThat(running.conversations.comeBack(lost.code())).isEqualTo(new ComingBack.Unknown());
        running.waits(Duration.ofMinutes(14));
        shown(again.code());
    }

    @Test
    void neitherCodeNorLinkIsWrittenOrToldAgain() throws IOException {
        var once = made();
        assertThat(running.everything(token)).doesNotContain(once.code(), secret(once));
        assertThat(running.view(token).once()).isEqualTo(View.Once.NOTHING);
        var letters = once.code().replace("-", "");
        try (var files = Files.walk(running.data)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertThat(Files.readString(file, ISO_8859_1))
                        .doesNotContain(once.code(), letters, secret(once));
        }
    }

    @Test
    void itSurvivesARestart() throws IOException {
        var waiting = shown(made().code());
        running.restart();
        assertThat(arrival(waiting)).isEqualTo(waiting);
        running.taps(token, "_arrival", "yes");
        running.restart();
        assertThat(arrival(waiting)).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void whoComesAlongMovesAsThemselves() {
        token = running.begun();
        running.commands(token, Command.INVITE, "");
        running.says(token, "_name", "Benedikta");
        var link = running.says(token, "_invite", "Xanthippe").link();
        var secret = link.substring(link.lastIndexOf('/') + 1);
        var theirs = (ComingBack.Here) running.conversations.accept(secret, "Xanthippe", "web");
        var waiting = shown(running.commands(theirs.token(), Command.MOVE, "").once().code());
        assertThat(running.view(token).expects().step().value()).isEqualTo("traeger");
        running.taps(theirs.token(), "_arrival", "yes");
        assertThat(((ComingBack.Here) arrival(waiting)).view().person()).isEqualTo(2);
    }

    @Test
    void aSlipIsSaidAndNothingIsLookedUp() {
        var code = made().code();
        var slipped = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);
        assertThat(running.conversations.comeBack(slipped)).isEqualTo(new ComingBack.Mistyped());
    }
}
