// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.channel.matrix.Homeserver.Kind;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// What the crypto store leaves on the disk.
@Timeout(120)
class OwnFolderTest {
    @TempDir Path folder;

    @Test
    void nothingOfTheAccountLiesReadableInItsFolder() throws Exception {
        var synapse = Synapse.shared();
        try (var bot = new TestAccount(synapse, folder.resolve("bot"));
                var peer = Peer.login(synapse, Synapse.newName("peer"), folder.resolve("peer"))) {
            bot.listen();
            var room = peer.direct(bot.user(), true);
            var event = peer.say("Kanarienvogel");
            TestAccount.await("event", () -> bot.isKnown(event));
            assertThat(bot.all(Kind.EVENT)).isNotEmpty();
            assertThat(bot.said()).contains("Kanarienvogel");
            bot.stop();
            int files = 0;
            try (var all = Files.walk(bot.folder())) {
                for (var file : all.filter(Files::isRegularFile).toList()) {
                    files++;
                    var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertThat(bytes)
                            .doesNotContain("Kanarienvogel", bot.user(), peer.user(), room)
                            .doesNotContain(bot.device(), bot.get("token").replaceFirst(".* ", ""))
                            .doesNotContain(bot.get("recovery"));
                }
            }
            assertThat(files).isPositive();
        }
    }
}
