// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.skizzenlotse.channel.matrix.synapse.Peer;
import org.skizzenlotse.channel.matrix.synapse.Synapse;

/// Somebody in an encrypted room who sees only what a client shows, with a canary for their name
/// and in all that they write and send.
final class InRoom implements AutoCloseable {
    private static final String PASSWORD = "ein-passwort";

    /// What the bot writes comes within moments.
    private static final Duration QUIET = Duration.ofMillis(1_500);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int QUESTIONS_MAX = 60;

    private final Canaries canaries;
    private final Synapse synapse;
    private final String bot;
    private final Peer peer;

    /// The client's own files lie in that folder.
    InRoom(Canaries canaries, Path folder) throws Exception {
        this.canaries = canaries;
        this.synapse = Synapse.shared();
        this.bot = synapse.register(Synapse.newName("lotse"), PASSWORD);
        this.peer = Peer.login(synapse, Synapse.newName("unverwechselbar"), folder);
        peer.patience(PATIENCE);
    }

    /// With which a service takes part there.
    Map<String, String> settings() {
        return Map.of(
                "SKIZZENLOTSE_MATRIX_HOMESERVER", synapse.base(),
                "SKIZZENLOTSE_MATRIX_USER", bot,
                "SKIZZENLOTSE_MATRIX_PASSWORD", PASSWORD);
    }

    /// Who they are.
    String user() {
        return peer.user();
    }

    /// Begins the sketch and answers up to a question that takes a longer text, with a file before.
    void writes() throws Exception {
        peer.direct(bot, true);
        peer.expect("Womit möchtet ihr anfangen?");
        peer.say("skizze");
        peer.expect("1. Ja, einverstanden");
        peer.say(canaries.one("matrixVorher"));
        question();
        peer.say("1");
        peer.expect("1. Kurz");
        peer.say("2");
        int texts = 0;
        for (int i = 0; i < QUESTIONS_MAX; i++) {
            var asked = question();
            if (texts >= 3 && isLong(asked)) return;
            if (asked.contains("Schickt Dateien einfach hier")) {
                var content = (canaries.one("matrixInhalt") + " im Anhang.\n").repeat(200);
                var name = canaries.one("matrixDatei") + ".txt";
                peer.sendFile(name, "text/plain", content.getBytes(UTF_8));
                // whatever comes next ends the waiting for more files
                peer.say("warum");
            } else if (asked.contains("1. ")) {
                peer.say("1");
            } else {
                peer.say(canaries.one("matrixText" + texts++));
                if (isLong(asked)) peer.say("warum");
            }
        }
        throw new AssertionError("no question for a longer text");
    }

    private static boolean isLong(String asked) {
        return asked.contains("Auch in mehreren Nachrichten");
    }

    /// What is asked now.
    private String question() {
        peer.awaitQuiet(QUIET);
        return peer.messages().getLast().body();
    }

    /// One more answer, for which the service waits whether it goes on.
    void leavesUnread() {
        var event = peer.say(canaries.one("matrixWartet"));
        peer.awaitRead(bot, event);
    }

    /// Erases by the word for it, and its confirmation.
    void erases() {
        peer.say("/löschen");
        peer.expect("Wirklich");
        peer.say("ja");
        peer.expect("In eurem Matrix-Raum steht noch");
    }

    @Override
    public void close() {
        peer.close();
    }
}
