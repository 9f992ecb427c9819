// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.WakeUpStore;

class ComingBackTest extends OnRunning {
    private static final Input KEY = new Input.Commanded(Command.KEY, "");

    private ComingBack back(String key) {
        return running.conversations.comeBack(key);
    }

    private ComingBack.Here here(String key) {
        return (ComingBack.Here) back(key);
    }

    private static View done(Outcome outcome) {
        return ((Outcome.Done) outcome).view();
    }

    private static String told(View view) {
        return view.messages().stream()
                .map(View.Numbered::message)
                .filter(one -> one.kind() == Message.Kind.KEY)
                .map(Message::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aKeyLeadsBackFromAnotherDeviceAsOftenAsOneLikes() throws Exception {
        var token = running.begun();
        var key = running.commands(token, Command.PAUSE, "").key();
        running.restart();
        var first = here(key);
        var second = here(key.toLowerCase(java.util.Locale.ROOT));
        assertThat(first.view().expects().step().value()).isEqualTo("_paused");
        assertThat(first.token()).isNotEqualTo(token).isNotEqualTo(second.token());
        running.commands(second.token(), Command.CONTINUE, "");
        running.taps(second.token(), "traeger", "firma");
        for (var each : new String[] {token, first.token(), second.token()})
            assertThat(running.view(each).expects().step().value()).isEqualTo("partner");
    }

    @Test
    void aKeyIsToldInTheAnswerThatGivesItAndNeverAgain() throws Exception {
        var token = running.begun();
        var view = running.commands(token, Command.PAUSE, "");
        assertThat(told(view)).contains(view.key());
        assertThat(told(running.view(token))).contains("(einmal gezeigt)");
        assertThat(running.view(token).key()).isEmpty();
        assertThat(running.conversations.messagesAfter(token, 0))
                .noneMatch(one -> one.message().text().contains(view.key()));
        assertThat(running.everything(token)).doesNotContain(view.key());
        assertThat(filesWith(view.key())).isEmpty();
        assertThat(filesWith(view.key().replace("-", ""))).isEmpty();
    }

    @Test
    void aNewKeyReplacesTheEarlierOneAndPausingAgainDoesNot() {
        var token = running.begun();
        var first = running.commands(token, Command.PAUSE, "").key();
        running.commands(token, Command.CONTINUE, "");
        assertThat(running.commands(token, Command.PAUSE, "").key()).isEmpty();
        assertThat(back(first)).isInstanceOf(ComingBack.Here.class);
        var second = running.commands(token, Command.KEY, "").key();
        assertThat(back(first)).isEqualTo(new ComingBack.Unknown());
        assertThat(back(second)).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void whoNeverGotTheAnswerGetsAnotherKeyByRepeating() {
        var token = running.begun();
        var lost = done(running.turn(token, KEY, "k", "h")).key();
        running.waits(Duration.ofMinutes(1));
        var again = done(running.turn(token, KEY, "k", "h"));
        assertThat(told(again)).contains(again.key());
        assertThat(back(lost)).isEqualTo(new ComingBack.Unknown());
        assertThat(back(again.key())).isInstanceOf(ComingBack.Here.class);
        var third = done(running.turn(token, KEY, "k", "h")).key();
        assertThat(back(again.key())).isEqualTo(new ComingBack.Unknown());
        assertThat(back(third)).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void aLateRepetitionDoesNotReplaceANewerKey() {
        var token = running.begun();
        running.turn(token, KEY, "k", "h");
        running.waits(Duration.ofMinutes(1));
        var newer = running.commands(token, Command.KEY, "").key();
        var again = done(running.turn(token, KEY, "k", "h"));
        assertThat(again.key()).isEmpty();
        assertThat(told(again)).contains("(einmal gezeigt)");
        assertThat(back(newer)).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void handingInGivesAKeyToo() {
        var token = running.answered("Initiative");
        var view = running.taps(token, "_review", "submit");
        assertThat(here(view.key()).view().reference()).isEqualTo(view.reference());
    }

    @Test
    void slipsAndForeignKeysTellNothing() {
        running.commands(running.begun(), Command.KEY, "");
        assertThat(back("")).isEqualTo(new ComingBack.Mistyped());
        assertThat(back("12345-12345-12345-12345-12345")).isEqualTo(new ComingBack.Mistyped());
        assertThat(back(ReturnKey.fresh().text())).isEqualTo(new ComingBack.Unknown());
        for (var letter : "ABCDEFGHJK".split("", -1))
            assertThat(back(letter.repeat(9) + "7Q3XM" + letter.repeat(29)))
                    .isEqualTo(new ComingBack.Mistyped());
    }

    @Test
    void aTokenIsNoKeyAndAKeyIsNoToken() {
        var key = running.commands(running.begun(), Command.KEY, "").key();
        assertThat(running.conversations.view(key)).isEqualTo(new Outcome.Unknown());
        assertThat(running.conversations.view(key.replace("-", "")))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void endingOnOneDeviceLeavesTheOthers() {
        var token = running.begun();
        var key = running.commands(token, Command.KEY, "").key();
        var other = here(key).token();
        assertThat(running.conversations.leave(token)).isTrue();
        assertThat(running.conversations.leave(token)).isFalse();
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Unknown());
        assertThat(running.conversations.view(other)).isInstanceOf(Outcome.Done.class);
        assertThat(back(key)).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void ofTooManyDevicesTheOldestGoes() {
        var first = running.begun();
        var key = running.commands(first, Command.KEY, "").key();
        var tokens = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            running.waits(Duration.ofSeconds(1));
            tokens.add(here(key).token());
        }
        assertThat(running.conversations.view(first)).isEqualTo(new Outcome.Unknown());
        assertThat(tokens).allMatch(one -> running.conversations.view(one) instanceof Outcome.Done);
        running.waits(Duration.ofSeconds(1));
        here(key);
        assertThat(running.conversations.view(tokens.getFirst())).isEqualTo(new Outcome.Unknown());
        assertThat(running.conversations.view(tokens.get(1))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void afterErasingEveryTokenAndTheKeySayThatItIsGone() {
        var token = running.answered("Initiative");
        var key = running.taps(token, "_review", "submit").key();
        var other = here(key).token();
        running.commands(other, Command.ERASE, "");
        running.taps(other, "_confirm", "yes");
        assertThat(running.conversations.view(token)).isEqualTo(new Outcome.Gone());
        assertThat(running.conversations.view(other)).isEqualTo(new Outcome.Gone());
        assertThat(back(key)).isEqualTo(new ComingBack.Gone());
    }

    @Test
    void withoutConsentTheKeyIsGivenAndTheDaySaid() {
        var token = running.open();
        var view = running.commands(token, Command.PAUSE, "");
        assertThat(view.messages())
                .anyMatch(one -> one.message().text().contains("nur einen Tag lang"));
        assertThat(back(view.key())).isInstanceOf(ComingBack.Here.class);
    }

    @Test
    void comingBackIsASignOfLife() {
        var token = running.begun();
        var key = running.commands(token, Command.KEY, "").key();
        running.waits(Duration.ofDays(60));
        here(key);
        running.waits(Duration.ofDays(40));
        running.conversations.wake(
                new WakeUpStore(running.database)
                        .lease(running.now, Duration.ofMinutes(1), "me", 100).stream()
                                .filter(one -> one.kind().equals("draft"))
                                .findFirst()
                                .orElseThrow(),
                "me");
        assertThat(running.conversations.view(token)).isInstanceOf(Outcome.Done.class);
    }

    private java.util.List<Path> filesWith(String words) throws Exception {
        try (var files = Files.walk(running.data)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(words);
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }
}
