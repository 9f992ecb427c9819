// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skizzenlotse.MailStoryTest.CANARY;
import static org.skizzenlotse.MailStoryTest.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.channel.telegram.emulator.BotServer;
import org.skizzenlotse.channel.telegram.emulator.Fault;
import org.skizzenlotse.delivery.Callee;

/// From handing in to each place of the team, all of which are out of order at first.
@Timeout(120)
class ForwardStoryTest {
    private static final String TOKEN = "123456:geheim";

    @TempDir Path folder;

    @Test
    void eachPlaceHearsOfItAsSoonAsItCan() throws Exception {
        int smtp;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            smtp = free.getLocalPort();
        }
        try (var bots = BotServer.start(TOKEN);
                var callee = Callee.on(0, Callee.Mood.DROPPING)) {
            var group = bots.group("Team", bots.person("Ada"));
            bots.faults().alwaysTo(group.chat(), "sendMessage", new Fault.BadGateway());
            var settings =
                    Map.of(
                            "MAIL_FORWARD",
                            "notice",
                            "WEBHOOK_URL",
                            callee.address("http").toString(),
                            "WEBHOOK_SECRET",
                            "nur zwei kennen das",
                            "TELEGRAM_TOKEN",
                            TOKEN,
                            "TELEGRAM_API",
                            bots.address(),
                            "STAFF_TELEGRAM_CHAT",
                            "" + group.chat());
            var config = StaffMails.config(folder, smtp, settings);
            try (var service = Service.start(config, false);
                    var client = HttpClient.newHttpClient()) {
                var reference = MailStoryTest.handsIn(client, MailStoryTest.address(service));
                for (var target : new String[] {"mail", "webhook", "telegram"})
                    await(() -> figure(client, service, "failed", target) > 0);
                assertThat(MailStoryTest.said(config, "outbox"))
                        .contains("Webhook", "Telegram", reference);

                bots.faults().clear();
                callee.is(Callee.Mood.WELL);
                var mails = new GreenMail(new ServerSetup(smtp, "127.0.0.1", "smtp"));
                mails.start();
                try {
                    await(() -> !callee.taken().isEmpty());
                    await(() -> toGroup(bots, group.chat(), reference) == 1);
                    await(() -> figure(client, service, "sent", "telegram") > 0);
                    assertThat(mails.waitForIncomingEmail(30_000, 2)).isTrue();
                    var mail = StaffMails.to(mails.getReceivedMessages(), "team@verein.example");
                    assertThat(mail.getSubject()).contains(reference);
                    assertThat(StaffMails.text(mail)).contains("Eingang").doesNotContain(CANARY);
                } finally {
                    mails.stop();
                }
                var name = callee.taken().getFirst().delivery();
                assertThat(callee.refused()).isNotEmpty().allMatch(o -> o.delivery().equals(name));
                assertThat(callee.taken().getFirst().body())
                        .contains(reference)
                        .doesNotContain(CANARY);
                await(() -> figure(client, service, "sent", "mail") == 2);
                assertThat(MailStoryTest.said(config, "outbox")).contains("Alles ist zugestellt.");
            }
        }
    }

    private static long toGroup(BotServer bots, long chat, String reference) {
        return bots.calls().to(chat).stream()
                .filter(call -> call.effect())
                .filter(call -> call.parameter("text").contains(reference))
                .count();
    }

    private static double figure(HttpClient client, Service service, String what, String target) {
        var line = "skizzenlotse_deliveries_" + what + "_total{target=\"" + target + "\"} ";
        return MailStoryTest.get(client, service, "metrics")
                .lines()
                .filter(one -> one.startsWith(line))
                .mapToDouble(one -> Double.parseDouble(one.substring(line.length())))
                .sum();
    }
}
