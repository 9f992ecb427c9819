// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;

/// Reads mails as staff's mail program would.
final class StaffMails {
    private StaffMails() {}

    /// Settings of a service over this folder, with a mail server on this port.
    static Config config(Path folder, int smtpPort) throws Config.Unusable {
        return config(folder, smtpPort, Map.of());
    }

    /// The same, with more settings.
    static Config config(Path folder, int smtpPort, Map<String, String> more)
            throws Config.Unusable {
        var project = Path.of(System.getProperty("skizzenlotse.project", "."));
        var settings =
                Map.of(
                        "DATA",
                        folder.toString(),
                        "DIALOGS",
                        project.resolve("dialogs").toString(),
                        "PORT",
                        "0",
                        "SMTP_URL",
                        "smtp://127.0.0.1:" + smtpPort,
                        "STAFF_MAIL",
                        "team@verein.example",
                        "MAIL_FROM",
                        "lotse@verein.example");
        return Config.of(more, settings);
    }

    /// Waits until a mail is there, 20 seconds at most.
    static void await(Path mail) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.exists(mail) && System.nanoTime() < deadline) Thread.sleep(50);
    }

    /// The sketch attached as JSON.
    static JsonNode sketch(Path mail) throws Exception {
        try (var in = Files.newInputStream(mail)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var parts = (MimeMultipart) message.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                var part = parts.getBodyPart(i);
                var name = part.getFileName();
                if (name == null || !name.endsWith(".json")) continue;
                return new ObjectMapper().readTree(part.getInputStream());
            }
        }
        throw new AssertionError("no sketch attached");
    }

    /// The mail to this address.
    static MimeMessage to(MimeMessage[] mails, String address) {
        return Arrays.stream(mails)
                .filter(mail -> address.equals(recipient(mail)))
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString();
        } catch (MessagingException failed) {
            throw new AssertionError(failed);
        }
    }

    /// All of it as text, with lines that were broken for the way put together.
    static String text(MimeMessage mail) throws Exception {
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(UTF_8).replace("=\r\n", "");
    }
}
