// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Person;
import org.skizzenlotse.channel.telegram.emulator.Seen;
import org.skizzenlotse.channel.telegram.emulator.Upload;

/// Somebody in Telegram who sees only what a phone shows, with a canary for their names and in all
/// that they write and send.
final class OnPhone implements AutoCloseable {
    /// Of the chat, which is the person's own.
    static final String NUMBER = "7303141592653";

    private static final String TOKEN = "123456:secret";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Of free text; somebody who wants to go on sooner taps.
    private static final String PAUSE_SECONDS = "60";

    private static final int QUESTIONS_MAX = 40;

    private final Canaries canaries;
    private final BotServer server;
    private final Person person;

    OnPhone(Canaries canaries) throws IOException {
        this.canaries = canaries;
        this.server = BotServer.start(TOKEN);
        this.person =
                server.person(
                        canaries.one("telegramName"),
                        canaries.one("telegramKonto"),
                        Long.parseLong(NUMBER));
    }

    /// With which a service talks to this Telegram.
    Map<String, String> settings() {
        return Map.of(
                "SKIZZENLOTSE_TELEGRAM_TOKEN", TOKEN,
                "SKIZZENLOTSE_TELEGRAM_API", server.address(),
                "SKIZZENLOTSE_MESSENGER_PAUSE_SECONDS", PAUSE_SECONDS);
    }

    /// Begins the sketch and answers up to the second question behind the first group that takes
    /// free text.
    void writes() {
        person.start("skizze");
        await("einwilligung");
        person.write(canaries.one("telegramVorher"));
        person.waitForAnswer(Seen::fromBot, PATIENCE);
        tap(button("c:einwilligung:"));
        await("_scope");
        tap(button("c:_scope:", "Ausführlich"));
        leave("_scope");
        for (int i = 0; i < QUESTIONS_MAX && !step().equals("vorstellung"); i++) {
            var asked = step();
            answer(asked);
            leave(asked);
        }
        await("vorstellung");
    }

    /// One more answer, for which the service waits whether it goes on.
    void leavesUnread() throws InterruptedException {
        person.write(canaries.one("telegramWartet"));
        server.awaitConfirmed(PATIENCE);
    }

    /// Erases by the word for it, and its confirmation.
    void erases() throws InterruptedException {
        person.write("/loeschen");
        await("_confirm");
        person.write("ja");
        person.waitForAnswer(seen -> seen.text().contains("gelöscht"), PATIENCE);
        server.awaitConfirmed(PATIENCE);
    }

    private void answer(String step) {
        if (step.equals("unterlagen")) {
            var content = (canaries.one("telegramInhalt") + " im Anhang.\n").repeat(200);
            var name = canaries.one("telegramDatei") + ".txt";
            person.sendDocument(
                    Upload.of(name, content.getBytes(UTF_8), "text/plain"),
                    canaries.one("telegramBeschreibung"));
            // what comes next ends the waiting for more files
            person.sendSticker();
        } else if (shows("t:" + step + ":")) {
            tap(button("t:" + step + ":"));
            person.waitFor(
                    seen -> seen.buttons().stream().anyMatch(one -> one.startsWith("✓ ")),
                    PATIENCE);
            tap(button("d:" + step));
        } else if (shows("c:" + step + ":")) {
            tap(button("c:" + step + ":"));
        } else {
            person.write(canaries.one("telegram" + step));
            if (shows("d:" + step)) tap(button("d:" + step));
        }
    }

    private boolean shows(String data) {
        return question().keyboard().stream()
                .flatMap(List::stream)
                .anyMatch(one -> one.data().startsWith(data));
    }

    private Seen.Button button(String data) {
        return button(data, "");
    }

    private Seen.Button button(String data, String words) {
        return question().keyboard().stream()
                .flatMap(List::stream)
                .filter(one -> one.data().startsWith(data) && one.text().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(data + " is not below " + question().text()));
    }

    private void tap(Seen.Button button) {
        person.tapData(question().id(), button.data());
    }

    /// The newest message that asks something.
    private Seen question() {
        return person.messages().stream()
                .filter(seen -> seen.fromBot() && !step(seen).isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private String step() {
        return step(question());
    }

    /// What a message asks, as its buttons have it.
    private static String step(Seen seen) {
        return seen.keyboard().stream()
                .flatMap(List::stream)
                .map(one -> one.data().split(":", -1))
                .filter(parts -> "ctdom".contains(parts[0]) && parts.length > 1)
                .map(parts -> parts[1])
                .findFirst()
                .orElse("");
    }

    private void await(String step) {
        person.waitFor(seen -> step(seen).equals(step), PATIENCE);
    }

    private void leave(String step) {
        int last = question().id();
        person.waitFor(
                seen -> seen.id() > last && !List.of("", step).contains(step(seen)), PATIENCE);
    }

    @Override
    public void close() {
        server.close();
    }
}
