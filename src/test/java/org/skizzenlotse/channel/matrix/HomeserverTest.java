// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.InFull;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// The account of the bot at a real homeserver, with a client that is not ours at the other end.
@InFull
class HomeserverTest {
    @TempDir Path folder;
    private Synapse synapse;

    @BeforeEach
    void homeserver() throws Exception {
        synapse = Synapse.shared();
    }

    @Test
    void aRestartIsTheSameDeviceAndItIsSigned() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            bot.listen();
            var device = bot.device();
            awaitSigned(peer, bot);
            bot.stop();
            bot.listen();
            TestAccount.await("connection", () -> bot.server().isConnected());
            assertThat(bot.device()).isEqualTo(device);
            assertThat(devices(bot)).containsExactly(device);
            assertThat(peer.keys(bot.user()).signed()).containsExactly(device);
        }
    }

    @Test
    void aLostStoreIsAnotherDeviceSignedByTheSameKey() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            bot.listen();
            awaitSigned(peer, bot);
            peer.direct(bot.user(), true);
            peer.say("Erstens");
            awaitSaid(bot, "Erstens");
            var device = bot.device();
            var master = masterKey(bot);
            bot.stop();
            Files.delete(bot.folder().resolve("store.mv.db"));
            bot.listen();
            assertThat(bot.device()).isNotEqualTo(device);
            awaitSigned(peer, bot);
            assertThat(masterKey(bot)).isEqualTo(master);
            assertThat(devices(bot)).containsExactly(bot.device());
            var second = peer.say("Zweitens");
            TestAccount.await("event", () -> bot.isKnown(second));
            assertThat(bot.opened(event(bot, second)).json()).contains("Zweitens");
        }
    }

    @Test
    void aStoreThatDoesNotOpenIsLost() throws Exception {
        try (var bot = account()) {
            bot.open().close();
            var device = bot.device();
            bot.put("store", "a".repeat(64) + " " + "b".repeat(64));
            bot.open();
            assertThat(devices(bot)).containsExactly(bot.device()).doesNotContain(device);
        }
    }

    @Test
    void aCrashAroundTheFirstLoginEndsAtOneDevice() throws Exception {
        for (var step : List.of("token", "store", "made")) {
            try (var bot = account();
                    var peer = peer()) {
                bot.unkept = step;
                assertThat(failure(bot::open).how()).isEqualTo(Failed.How.NOT_NOW);
                var device = bot.device();
                bot.unkept = "";
                bot.listen();
                assertThat(bot.device()).isEqualTo(device);
                assertThat(devices(bot)).as(step).containsExactly(device);
                peer.direct(bot.user(), true);
                peer.say("Hallo");
                awaitSaid(bot, "Hallo");
            }
        }
    }

    @Test
    void whatIsSaidGoesBothWaysEncrypted() throws Exception {
        talk(true);
    }

    @Test
    void whatIsSaidGoesBothWaysInThePlain() throws Exception {
        talk(false);
    }

    private void talk(boolean encrypted) throws Exception {
        try (var bot = account();
                var peer = peer()) {
            var server = bot.listen();
            var room = peer.direct(bot.user(), encrypted);
            assertThat(server.room(room).members()).contains(bot.user(), peer.user());
            assertThat(server.room(room).encrypted()).isEqualTo(encrypted);
            var first = peer.say("Guten Tag");
            var edit = peer.edit(first, "Guten Abend");
            peer.sayInThread("Im Faden", first);
            awaitSaid(bot, "Guten Tag", "* Guten Abend", "Im Faden");
            var edited = bot.opened(event(bot, edit));
            assertThat(edited.encrypted()).isEqualTo(encrypted);
            var content = Calls.parsed(edited.json()).path("content");
            assertThat(content.at("/m.new_content/body").asText()).isEqualTo("Guten Abend");
            assertThat(content.at("/m.relates_to/event_id").asText()).isEqualTo(first);
            var said =
                    server.send(
                            room,
                            "t1",
                            "m.room.message",
                            """
                            {"msgtype": "m.notice", "body": "Ja?", "m.relates_to":
                            {"rel_type": "m.thread", "event_id": "%s"}}\
                            """
                                    .formatted(first));
            var heard = peer.expect("Ja?");
            assertThat(heard.decrypted()).isEqualTo(encrypted);
            assertThat(heard.thread()).contains(first);
            server.typing(room, true);
            peer.awaitTyping(bot.user());
            server.typing(room, false);
            server.read(room, first);
            peer.awaitRead(bot.user(), first);
            server.redact(room, "t2", said);
            peer.awaitRedaction(said);
            var reaction = peer.react(said, "👍");
            TestAccount.await("reaction", () -> bot.isKnown(reaction));
        }
    }

    @Test
    void aTransactionIsOneEvent() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            var server = bot.listen();
            var room = peer.direct(bot.user(), true);
            var content = "{\"msgtype\": \"m.text\", \"body\": \"Einmal\"}";
            var id = server.send(room, "t1", "m.room.message", content);
            assertThat(server.send(room, "t1", "m.room.message", content)).isEqualTo(id);
            server.send(room, "t2", "m.room.message", content.replace("Einmal", "Ende"));
            peer.expect("Ende");
            assertThat(peer.messages()).extracting(m -> m.body()).containsExactly("Einmal", "Ende");
        }
    }

    @Test
    void whatWasSaidWhileTheBotWasAwayComesOnceInItsOrder() throws Exception {
        for (var encrypted : List.of(true, false)) {
            try (var bot = account();
                    var peer = peer()) {
                bot.listen();
                peer.direct(bot.user(), encrypted);
                peer.say("0");
                awaitSaid(bot, "0");
                bot.stop();
                var expected = new ArrayList<>(List.of("0"));
                for (int i = 1; i <= 130; i++) {
                    peer.say(Integer.toString(i));
                    expected.add(Integer.toString(i));
                }
                bot.listen();
                awaitSaid(bot, expected.toArray(String[]::new));
            }
        }
    }

    @Test
    void aListenerThatRefusesLosesNothing() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            bot.listen();
            peer.direct(bot.user(), true);
            bot.refusals.set(2);
            peer.say("Erstens");
            peer.say("Zweitens");
            awaitSaid(bot, "Erstens", "Zweitens");
            assertThat(bot.refusals.get()).isNegative();
        }
    }

    @Test
    void anInvitationNamesTheInviterAndAKickTheKicker() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            bot.joins = false;
            var server = bot.listen();
            var room = peer.create(true);
            peer.invite(bot.user());
            TestAccount.await("invitation", () -> bot.all(Kind.INVITED).size() == 1);
            assertThat(bot.all(Kind.INVITED).getFirst().sender()).isEqualTo(peer.user());
            server.leave(room);
            server.leave(room);
            peer.invite(bot.user());
            TestAccount.await("invitation", () -> bot.all(Kind.INVITED).size() == 2);
            server.join(room);
            peer.awaitMember(bot.user());
            peer.kick(bot.user());
            TestAccount.await("end", () -> bot.all(Kind.OUT).size() == 2);
            assertThat(bot.all(Kind.OUT).getLast().sender()).isEqualTo(peer.user());
            var content = "{\"msgtype\": \"m.text\", \"body\": \"Hallo?\"}";
            var failed = failure(() -> server.send(room, "t", "m.room.message", content));
            assertThat(failed.how()).isEqualTo(Failed.How.GONE);
        }
    }

    @Test
    void whatHasNoKeyYetIsOpenedLater() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            var server = bot.listen();
            peer.direct(bot.user(), true);
            var id = peer.sayUnreadable(bot.user(), "Geheim");
            TestAccount.await("event", () -> bot.isKnown(id));
            var json = event(bot, id).event();
            var failed = failure(() -> server.open(json));
            assertThat(failed).hasMessage("no key");
            assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
            peer.share(bot.user(), id);
            awaitSaid(bot, "Geheim");
        }
    }

    @Test
    void filesGoUpAndDownAsTheyAre() throws Exception {
        try (var bot = account()) {
            var server = bot.open();
            var bytes = new byte[5 << 20];
            new Random(7).nextBytes(bytes);
            var type = "application/octet-stream";
            var mxc = server.upload(new ByteArrayInputStream(bytes), bytes.length, type);
            byte[] back = server.download(mxc, InputStream::readAllBytes);
            assertThat(back).isEqualTo(bytes);
            var absent = mxc.substring(0, mxc.lastIndexOf('/')) + "/nothing";
            var failed = failure(() -> server.download(absent, InputStream::readAllBytes));
            assertThat(failed.how()).isEqualTo(Failed.How.REFUSED);
        }
    }

    @Test
    void accountDataIsKept() throws Exception {
        try (var bot = account()) {
            var server = bot.open();
            assertThat(server.accountData("org.example")).isEqualTo("{}");
            server.setAccountData("org.example", "{\"a\":1}");
            assertThat(server.accountData("org.example")).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void aRevokedTokenIsNoticedAndTheNextStartLogsInAnew() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            var server = bot.listen();
            awaitSigned(peer, bot);
            var device = bot.device();
            synapse.revoke(bot.user());
            TestAccount.await("notice", () -> !server.isConnected());
            var failed = failure(() -> server.accountData("org.example"));
            assertThat(failed).hasMessage("M_UNKNOWN_TOKEN");
            assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
            bot.stop();
            bot.listen();
            assertThat(devices(bot)).containsExactly(bot.device()).doesNotContain(device);
            awaitSigned(peer, bot);
            peer.direct(bot.user(), true);
            peer.say("Hallo");
            awaitSaid(bot, "Hallo");
        }
    }

    @Test
    void aHomeserverThatWasAwayIsFoundAgain() throws Exception {
        try (var own = Synapse.start();
                var bot = new TestAccount(own, folder);
                var peer = Peer.login(own, Synapse.newName("peer"), folder.resolve("away"))) {
            var server = bot.listen();
            var room = peer.direct(bot.user(), true);
            peer.say("Vorher");
            awaitSaid(bot, "Vorher");
            own.stop();
            TestAccount.await("notice", () -> !server.isConnected());
            var content = "{\"msgtype\": \"m.text\", \"body\": \"Danach\"}";
            var failed = failure(() -> server.send(room, "t", "m.room.message", content));
            assertThat(failed.how()).isEqualTo(Failed.How.NOT_NOW);
            own.startAgain();
            TestAccount.await("connection", server::isConnected);
            server.send(room, "t", "m.room.message", content);
            peer.expect("Danach");
            peer.say("Nachher");
            awaitSaid(bot, "Vorher", "Nachher");
        }
    }

    @Test
    void whatIsClosedIsAway() throws Exception {
        try (var bot = account();
                var peer = peer()) {
            var server = bot.listen();
            var room = peer.direct(bot.user(), true);
            var id = peer.say("Hallo");
            awaitSaid(bot, "Hallo");
            var json = event(bot, id).event();
            bot.stop();
            var content = "{\"msgtype\": \"m.text\", \"body\": \"Hallo?\"}";
            for (var call :
                    List.<ThrowingCall>of(
                            () -> server.open(json),
                            () -> server.send(room, "t", "m.room.message", content))) {
                assertThat(failure(call).how()).isEqualTo(Failed.How.NOT_NOW);
            }
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        try (var bot = account()) {
            var user = bot.user();
            var account = new Homeserver.Account(synapse.base(), user, "no", folder, bot);
            var failed = failure(() -> TrixnityHomeserver.open(account));
            assertThat(failed).hasMessage("M_FORBIDDEN");
            assertThat(failed.how()).isEqualTo(Failed.How.REFUSED);
        }
    }

    private TestAccount account() throws Exception {
        return new TestAccount(synapse, folder);
    }

    private Peer peer() throws Exception {
        var name = Synapse.newName("peer");
        return Peer.login(synapse, name, folder.resolve(name));
    }

    private List<String> devices(TestAccount bot) throws Exception {
        return synapse.devices(bot.user()).stream().map(Synapse.Device::id).toList();
    }

    private static String masterKey(TestAccount bot) throws Exception {
        var kept = bot.get("token");
        var token = kept.substring(kept.indexOf(' ') + 1);
        try (var calls = new Calls(bot.base(), token)) {
            var body = "{\"device_keys\": {\"" + bot.user() + "\": []}}";
            var answer = calls.call("POST", "client/v3/keys/query", body);
            return answer.path("master_keys").path(bot.user()).path("keys").toString();
        }
    }

    private static void awaitSigned(Peer peer, TestAccount bot) throws Exception {
        TestAccount.await("signature", () -> peer.keys(bot.user()).signed().contains(bot.device()));
    }

    private static void awaitSaid(TestAccount bot, String... texts) throws Exception {
        TestAccount.await("message", () -> bot.said().size() >= texts.length);
        assertThat(bot.said()).containsExactly(texts);
    }

    private static Homeserver.Happening event(TestAccount bot, String id) {
        return bot.all(Kind.EVENT).stream().filter(one -> one.id().equals(id)).findFirst().get();
    }

    private static Failed failure(ThrowingCall call) {
        return catchThrowableOfType(Failed.class, call::call);
    }

    private interface ThrowingCall {
        void call() throws Exception;
    }
}
