// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That the homeserver and the people at it are what other tests take them for.
class SynapseTest {
    @TempDir Path folder;

    @Test
    void twoPeopleTalkInAnEncryptedRoom() throws Exception {
        talk(true);
    }

    @Test
    void twoPeopleTalkInAPlainRoom() throws Exception {
        talk(false);
    }

    private void talk(boolean encrypted) throws Exception {
        try (var alice = peer("alice");
                var bob = peer("bob")) {
            meet(alice, bob, encrypted);
            alice.say("Guten Tag, ä€😀", "<b>Guten Tag</b>");
            var heard = bob.next();
            assertThat(heard.body()).isEqualTo("Guten Tag, ä€😀");
            assertThat(heard.html()).isEqualTo("<b>Guten Tag</b>");
            assertThat(heard.decrypted()).isEqualTo(encrypted);
            bob.say("Ebenso");
            assertThat(alice.next().body()).isEqualTo("Ebenso");
        }
    }

    private Peer peer(String stem) throws Exception {
        var name = Synapse.newName(stem);
        return Peer.login(Synapse.shared(), name, folder.resolve(name));
    }

    private static void meet(Peer one, Peer other, boolean encrypted) {
        one.create(encrypted, other.user());
        other.acceptInvitation();
        one.awaitMember(other.user());
    }
}
