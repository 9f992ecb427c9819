// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Seen;

/// The service with a bot, as its settings make it.
@Timeout(120)
class TelegramServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TOKEN = "123456:geheim";

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private BotServer bots;
    private Service service;

    @BeforeEach
    void start() throws Exception {
        bots = BotServer.start(TOKEN);
        service =
                Service.start(
                        Config.of(
                                Map.of(
                                        "DATA",
                                        folder.toString(),
                                        "DIALOGS",
                                        Image.PROJECT.resolve("dialogs").toString(),
                                        "PORT",
                                        "0",
                                        "TELEGRAM_TOKEN",
                                        TOKEN,
                                        "TELEGRAM_API",
                                        bots.address(),
                                        "MESSENGER_PAUSE_SECONDS",
                                        "1"),
                                Map.of()),
                        false);
    }

    @AfterEach
    void stop() {
        service.close();
        client.close();
        bots.close();
    }

    @Test
    void byTheLinkOfTheBrowserTheSameConversationGoesOnInTelegram() throws Exception {
        var applicant = new Applicant(client, address(), "Probe");
        assertThat(applicant.begins("skizze")).isTrue();
        applicant.turns(applicant.answer());
        assertThat(applicant.step()).isEqualTo("_scope");
        var link = link(applicant);
        assertThat(link).startsWith("https://t.me/" + BotServer.USER_NAME + "?start=");

        var kim = bots.person("Kim");
        kim.start(link.substring(link.indexOf('=') + 1));
        kim.waitForAnswer(seen -> seen.text().contains("Zahl"), PATIENCE);
        var yes = JsonNodeFactory.instance.objectNode().put("step", "_arrival");
        yes.putArray("choose").add("yes");
        assertThat(applicant.turns(yes)).isEqualTo(200);
        kim.waitFor(seen -> asks(seen, "_scope"), PATIENCE);
    }

    private String link(Applicant applicant) throws Exception {
        for (int i = 0; i < 400; i++) {
            applicant.turns(Applicant.command("move"));
            var link = applicant.last().path("telegram").asText();
            if (!link.isEmpty()) return link;
            // Telegram has not said yet how the bot is called
            Thread.sleep(50);
        }
        return "";
    }

    private static boolean asks(Seen seen, String step) {
        return seen.keyboard().stream()
                .flatMap(row -> row.stream())
                .anyMatch(button -> button.data().contains(":" + step + ":"));
    }

    @Test
    void whatWaitsAndWhatFailedShowsInNumbersWithoutWords() throws Exception {
        assertThat(get("health/ready")).contains("\"warnings\":[]");
        assertThat(get("metrics"))
                .contains(
                        "skizzenlotse_messengers_updates_waiting 0.0",
                        "skizzenlotse_messengers_updates_failed 0.0",
                        "skizzenlotse_messengers_posts_waiting 0.0",
                        "skizzenlotse_messengers_late 0.0");
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder + "/skizzenlotse.db");
                var statement = other.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            statement.execute(
                    """
                    insert into received (id, channel, external_id, address, at, due_at, attempts,
                      failed_at, key_id, payload)
                    values ('r1', 'telegram', '1', '', 1, 1, 3, 1, 'k', x'00'),
                      ('r2', 'telegram', '2', '', 1, 9999999999999, 1, null, 'k', x'00')
                    """);
        }
        assertThat(get("health/ready"))
                .contains("\"status\":\"ready\"")
                .contains("\"updates_failed\",\"count\":1", "\"messengers_late\",\"count\":1");
        assertThat(get("metrics"))
                .contains(
                        "skizzenlotse_messengers_updates_waiting 1.0",
                        "skizzenlotse_messengers_updates_failed 1.0",
                        "skizzenlotse_messengers_late 1.0")
                .doesNotContain("geheim");
    }

    private String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address() + path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private String address() {
        return service.where().replaceFirst("^\\S+ (\\S+) .*$", "$1");
    }
}
