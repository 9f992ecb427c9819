// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.skizzenlotse.channel.matrix.synapse.Hearing.is;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That people at a homeserver see all that other people there do.
class PeerTest {
    private static final int SEED = 5;

    @TempDir static Path folder;
    private static Peer alice;
    private static Peer bob;

    @BeforeAll
    static void twoPeople() throws Exception {
        alice = peer(Synapse.newName("alice"));
        bob = peer(Synapse.newName("bob"));
    }

    @AfterAll
    static void theyGo() {
        // without a homeserver there is nobody
        if (alice != null) alice.close();
        if (bob != null) bob.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheySayIsRead(boolean encrypted) {
        meet(encrypted);
        var first = alice.say("Guten Tag, ä€😀", "<b>Guten Tag</b>");
        var heard = bob.next();
        assertThat(heard.id()).isEqualTo(first);
        assertThat(heard.body()).isEqualTo("Guten Tag, ä€😀");
        assertThat(heard.html()).isEqualTo("<b>Guten Tag</b>");
        assertThat(heard.decrypted()).isEqualTo(encrypted);
        assertThat(heard.verified()).isFalse();

        alice.edit(first, "Guten Abend");
        var edit = bob.next();
        assertThat(edit.replaces()).contains(first);
        assertThat(edit.body()).isEqualTo("Guten Abend");

        alice.sayInThread("im Faden", first);
        assertThat(bob.next().thread()).contains(first);
        alice.reply("darauf", first);
        assertThat(bob.next().replyTo()).contains(first);

        bob.react(first, "👍");
        assertThat(alice.awaitReaction(first)).isEqualTo("👍");
        bob.typing(true);
        alice.awaitTyping(bob.user());
        bob.read(first);
        alice.awaitRead(bob.user(), first);

        alice.redact(first);
        bob.awaitRedaction(first);
        assertThat(bob.history())
                .filteredOn(past -> past.kind().equals("message"))
                .extracting(past -> past.message().body())
                .containsExactly("Guten Abend", "im Faden", "darauf");
        assertThat(bob.messages()).hasSize(4).isEqualTo(bob.until(4));
        assertThat(bob.seen("bad")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesArriveAsTheyWere(boolean encrypted) throws Exception {
        meet(encrypted);
        var bytes = new byte[5 * 1024 * 1024];
        new Random(SEED).nextBytes(bytes);
        alice.sendFile("Bericht 1.pdf", "application/pdf", bytes);
        var file = bob.next().file().orElseThrow();
        assertThat(file.name()).isEqualTo("Bericht 1.pdf");
        assertThat(file.mime()).isEqualTo("application/pdf");
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(file.sha256()).isEqualTo(sha256(bytes));
        assertThat(file.bytes()).isEqualTo(bytes);

        alice.sendVoice("audio/ogg", new byte[] {1, 2, 3});
        var voice = bob.next();
        assertThat(voice.type()).isEqualTo("m.audio");
        assertThat(voice.content().has("org.matrix.msc3245.voice")).isTrue();
        assertThat(voice.file().orElseThrow().bytes()).containsExactly(1, 2, 3);
        alice.sendImage("Bild.png", "image/png", new byte[] {4});
        assertThat(bob.next().type()).isEqualTo("m.image");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoComesBackIsToldWhatIsNewAndOnlyThat(boolean encrypted) throws Exception {
        meet(encrypted);
        alice.say("eins");
        assertThat(bob.next().body()).isEqualTo("eins");
        var device = bob.device();
        bob.close();
        alice.say("zwei");
        alice.say("drei");
        bob = peer(bob.user().substring(1).split(":", 2)[0]);
        bob.enter(alice.room());
        assertThat(bob.device()).isEqualTo(device);
        assertThat(bob.expect("drei").body()).isEqualTo("drei");
        bob.awaitQuiet(Duration.ofMillis(300));
        assertThat(bob.messages()).extracting(Message::body).containsExactly("zwei", "drei");
        bob.say("vier");
        assertThat(alice.next().body()).isEqualTo("vier");
    }

    @Test
    void whoIsInAndWhoIsNotIsSeen() {
        alice.createGroup(true, bob.user());
        bob.acceptInvitation();
        alice.awaitMember(bob.user());
        assertThat(alice.members()).containsExactlyInAnyOrder(alice.user(), bob.user());
        bob.leave();
        assertThat(alice.awaitMembership(bob.user(), "leave")).isEqualTo(bob.user());
        alice.invite(bob.user());
        bob.join(alice.room());
        alice.awaitMember(bob.user());
        alice.say("wieder da");
        assertThat(bob.next().body()).isEqualTo("wieder da");
        alice.kick(bob.user());
        bob.await(
                "member",
                told -> is(told, "membership", "leave") && is(told, "sender", alice.user()));
        assertThatThrownBy(() -> bob.join(alice.room())).hasMessageContaining("M_FORBIDDEN");
    }

    @Test
    void aMessageWhoseKeyComesLaterIsReadLater() {
        meet(true);
        var hidden = alice.sayUnreadable(bob.user(), "verschlossen");
        assertThat(bob.awaitUnreadable()).isEqualTo(hidden);
        alice.say("offen");
        assertThat(bob.next().body()).isEqualTo("offen");
        alice.share(bob.user(), hidden);
        assertThat(bob.expect("verschlossen").id()).isEqualTo(hidden);

        alice.blind(bob.user(), true);
        alice.say("wieder verschlossen");
        alice.blind(bob.user(), false);
        alice.say("wieder offen");
        assertThat(bob.next().body()).isEqualTo("wieder offen");
        assertThat(bob.seen("unreadable")).hasSize(2);
    }

    @Test
    void whoseDevicesAreVerifiedIsKnown() {
        meet(true);
        bob.trust(alice.user(), true);
        alice.say("ich bin es");
        assertThat(bob.next().verified()).isTrue();
        bob.trust(alice.user(), false);
        alice.say("ich bin es nicht");
        assertThat(bob.next().verified()).isFalse();
    }

    @Test
    void whichDevicesAnIdentityHasSignedIsKnown() throws Exception {
        var name = Synapse.newName("carol");
        try (var carol = peer(name);
                var other = Peer.login(Synapse.shared(), name, folder.resolve("other"))) {
            var before = bob.keys(carol.user());
            assertThat(before.master()).isFalse();
            assertThat(before.signed()).isEmpty();
            carol.identify();
            var keys = bob.keys(carol.user());
            assertThat(keys.master()).isTrue();
            assertThat(keys.selfSigning()).isTrue();
            assertThat(keys.devices()).containsExactlyInAnyOrder(carol.device(), other.device());
            assertThat(keys.signed()).containsExactly(carol.device());
        }
    }

    @Test
    void whoWaitsInVainSaysWhatCame() {
        meet(false);
        alice.say("etwas anderes");
        var patience = bob.patience(Duration.ofSeconds(1));
        assertThatThrownBy(() -> bob.expect("das eine"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no message with \"das eine\"")
                .hasMessageContaining("etwas anderes");
        bob.patience(patience);
    }

    private static Peer peer(String name) throws Exception {
        return Peer.login(Synapse.shared(), name, folder.resolve(name));
    }

    private static void meet(boolean encrypted) {
        alice.create(encrypted, bob.user());
        bob.acceptInvitation();
        alice.awaitMember(bob.user());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
