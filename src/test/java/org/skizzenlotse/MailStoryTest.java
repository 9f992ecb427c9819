// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From handing in to the mails at a real mail server, and what shows when they do not leave.
class MailStoryTest {
    static final String CANARY = "kanarienvogel";

    @TempDir Path folder;

    @Test
    void handingInBringsAMailToStaffAndAConfirmationWithoutAnswers() throws Exception {
        var setup = new ServerSetup(0, "127.0.0.1", "smtp");
        setup.setServerStartupTimeout(60_000);
        var mails = new GreenMail(setup);
        mails.start();
        try (var service =
                        Service.start(StaffMails.config(folder, mails.getSmtp().getPort()), false);
                var client = HttpClient.newHttpClient()) {
            var reference = handsIn(client, address(service));
            assertThat(mails.waitForIncomingEmail(20_000, 2)).isTrue();

            var received = mails.getReceivedMessages();
            assertThat(received).hasSize(2);
            var sketch = StaffMails.to(received, "team@verein.example");
            assertThat(sketch.getSubject()).contains(reference);
            assertThat(StaffMails.text(sketch))
                    .contains(CANARY)
                    .doesNotContain("kim@verein.example\n");
            var confirmation = StaffMails.to(received, "kim@verein.example");
            assertThat(confirmation.getSubject()).isEqualTo(reference + " ist angekommen");
            assertThat(StaffMails.text(confirmation)).contains(reference).doesNotContain(CANARY);
            assertThat(folder.resolve("mail")).isEmptyDirectory();

            await(() -> get(client, service, "metrics").contains("mails_sent_total 2.0"));
            assertThat(get(client, service, "metrics"))
                    .contains(
                            "skizzenlotse_outbox_waiting 0.0",
                            "skizzenlotse_outbox_given_up 0.0",
                            "skizzenlotse_outbox_oldest_seconds 0.0",
                            "skizzenlotse_messengers_updates_waiting 0.0",
                            "skizzenlotse_messengers_posts_waiting 0.0",
                            "skizzenlotse_conversations{lifecycle=\"submitted\"} 1.0",
                            "skizzenlotse_turns_total")
                    .doesNotContain(CANARY, "@", reference);
            assertThat(get(client, service, "health/ready"))
                    .isEqualTo("{\"status\":\"ready\",\"warnings\":[]}");
        } finally {
            mails.stop();
        }
    }

    @Test
    void whatIsGivenUpShowsUntilSomebodySeesToIt() throws Exception {
        var config = StaffMails.config(folder, 1);
        try (var service = Service.start(config, false);
                var client = HttpClient.newHttpClient()) {
            var reference = handsIn(client, address(service));
            assertThat(said(config, "outbox")).contains("wartet", reference);
            var database = "jdbc:sqlite:" + folder + "/skizzenlotse.db";
            try (var other = java.sql.DriverManager.getConnection(database);
                    var statement = other.createStatement()) {
                statement.execute("pragma busy_timeout = 5000");
                statement.execute(
                        "update outbox set given_up_at = 1, attempts = 99, why = 'connection'");
            }
            assertThat(get(client, service, "health/ready"))
                    .contains("\"status\":\"ready\"", "\"mail_given_up\",\"count\":2");
            assertThat(get(client, service, "metrics"))
                    .contains("skizzenlotse_outbox_given_up 2.0");
            assertThat(said(config, "outbox")).contains("aufgegeben", reference, "(connection)");

            assertThat(said(config, "outbox", "--done")).contains("Alles ist zugestellt.");

            assertThat(get(client, service, "health/ready")).contains("\"warnings\":[]");
        }
    }

    static String handsIn(HttpClient client, String address) throws Exception {
        var applicant = new Applicant(client, address, CANARY);
        assertThat(applicant.begins("skizze")).isTrue();
        while (!applicant.step().equals("_submitted"))
            assertThat(applicant.turns(applicant.answer())).isEqualTo(200);
        return applicant.last().path("reference").asText();
    }

    static String said(Config config, String... command) {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        try {
            System.setOut(new PrintStream(said, true, UTF_8));
            Main.commands(config).execute(command);
        } finally {
            System.setOut(out);
        }
        return said.toString(UTF_8);
    }

    static String get(HttpClient client, Service service, String path) {
        var request = HttpRequest.newBuilder(URI.create(address(service) + path)).build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    static String address(Service service) {
        return service.where().replaceFirst("^\\S+ (\\S+) .*$", "$1");
    }

    static void await(BooleanSupplier is) throws InterruptedException {
        for (int i = 0; i < 400 && !is.getAsBoolean(); i++) Thread.sleep(50);
        assertThat(is.getAsBoolean()).isTrue();
    }
}
