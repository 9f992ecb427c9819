// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.skizzenlotse.channel.web.site.Recipient;
import org.skizzenlotse.delivery.StaffMail;
import org.skizzenlotse.delivery.StaffMail.Form;
import org.skizzenlotse.delivery.Webhook;

/// The settings of where submissions go besides the inbox.
final class ForwardSettings {
    static final String WEBHOOK = "webhook";
    static final String TELEGRAM = "telegram";
    static final String MATRIX = "matrix";

    private static final String YES = "ja";

    /// What nobody guesses who has seen a signed call.
    private static final int SECRET_LENGTH_MIN = 16;

    private ForwardSettings() {}

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        if (!List.of("auto", "notice", "full").contains(config.get(Setting.MAIL_FORWARD)))
            problems.add("MAIL_FORWARD: auto, notice oder full.");
        for (var setting : List.of(Setting.WEBHOOK_CONTENT, Setting.STAFF_MATRIX_FILE))
            if (!List.of(YES, "nein").contains(config.get(setting)))
                problems.add(setting.name() + ": ja oder nein.");
        var url = config.get(Setting.WEBHOOK_URL);
        if (!url.isEmpty() && !isUsable(url))
            problems.add(
                    "WEBHOOK_URL: eine Adresse wie https://team.example/skizzen; ohne"
                            + " Verschlüsselung nur auf dieser Maschine.");
        if (!url.isEmpty() && config.get(Setting.WEBHOOK_SECRET).length() < SECRET_LENGTH_MIN)
            problems.add("WEBHOOK_SECRET: mindestens " + SECRET_LENGTH_MIN + " Zeichen.");
        messengers(config, problems);
    }

    private static void messengers(Config config, List<String> problems) {
        var chat = config.get(Setting.STAFF_TELEGRAM_CHAT);
        if (!chat.isEmpty() && !chat.matches("-?[0-9]{1,18}"))
            problems.add("STAFF_TELEGRAM_CHAT: eine Nummer wie -1001234567890.");
        if (!chat.isEmpty() && config.get(Setting.TELEGRAM_TOKEN).isEmpty())
            problems.add("STAFF_TELEGRAM_CHAT: dazu gehört TELEGRAM_TOKEN.");
        var room = config.get(Setting.STAFF_MATRIX_ROOM);
        if (!room.isEmpty() && !room.matches("![^\\s:]+(:\\S+)?"))
            problems.add("STAFF_MATRIX_ROOM: die Kennung eines Raums wie !abc:example.org.");
        if (!room.isEmpty() && config.get(Setting.MATRIX_HOMESERVER).isEmpty())
            problems.add("STAFF_MATRIX_ROOM: dazu gehört MATRIX_HOMESERVER.");
    }

    /// A word in an address would stand in the logs of whoever is called.
    private static boolean isUsable(String url) {
        try {
            var address = URI.create(url);
            var host = address.getHost();
            if (host == null || address.getRawUserInfo() != null) return false;
            var here = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
            return "https".equals(address.getScheme())
                    || ("http".equals(address.getScheme()) && here);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// How much is in the mails to staff, who may have an inbox by now.
    static StaffMail.Forwarding mail(Config config, BooleanSupplier hasInbox) {
        Supplier<Form> form =
                () ->
                        switch (config.get(Setting.MAIL_FORWARD)) {
                            case "full" -> Form.DOCUMENTS;
                            case "notice" -> Form.NOTICE;
                            default -> hasInbox.getAsBoolean() ? Form.NOTICE : Form.TEXT;
                        };
        return new StaffMail.Forwarding(form, link(config));
    }

    /// Where staff read the sketch of a reference; empty while nobody knows our address.
    static UnaryOperator<String> link(Config config) {
        var here = config.get(Setting.PUBLIC_URL);
        return reference -> here.isEmpty() ? "" : here + "/staff/skizzen/" + reference;
    }

    /// What is called, if anything is.
    static Optional<Webhook.Settings> webhook(Config config) {
        var url = config.get(Setting.WEBHOOK_URL);
        if (url.isEmpty()) return Optional.empty();
        return Optional.of(
                new Webhook.Settings(
                        URI.create(url),
                        config.get(Setting.WEBHOOK_SECRET),
                        config.get(Setting.WEBHOOK_CONTENT).equals(YES)));
    }

    /// Whom the webhook calls; there may be a secret in the rest of its address.
    static String host(Config config) {
        var url = config.get(Setting.WEBHOOK_URL);
        return url.isEmpty() ? "" : String.valueOf(URI.create(url).getHost());
    }

    /// Who gets what people tell, and not only its reference.
    static List<Recipient> recipients(Config config) {
        var all = new ArrayList<Recipient>();
        if (webhook(config).filter(Webhook.Settings::content).isPresent())
            all.add(
                    new Recipient(
                            "der Dienst " + host(config),
                            Recipient.Kind.PROCESSOR,
                            "bekommt eingereichte Skizzen für das Team"));
        if (filesIntoTheRoom(config) && !config.get(Setting.STAFF_MATRIX_ROOM).isEmpty())
            all.add(
                    new Recipient(
                            "der Matrix-Server des Teams",
                            Recipient.Kind.PROCESSOR,
                            "bewahrt eingereichte Skizzen im Raum des Teams; ist der Raum"
                                    + " verschlüsselt, kann er sie nicht lesen"));
        return all;
    }

    /// Whether documents come into the room of the team.
    static boolean filesIntoTheRoom(Config config) {
        return config.get(Setting.STAFF_MATRIX_FILE).equals(YES);
    }

    /// All places but the mailbox.
    static List<String> targets(Config config) {
        var targets = new ArrayList<String>();
        if (!config.get(Setting.WEBHOOK_URL).isEmpty()) targets.add(WEBHOOK);
        if (!config.get(Setting.STAFF_TELEGRAM_CHAT).isEmpty()) targets.add(TELEGRAM);
        if (!config.get(Setting.STAFF_MATRIX_ROOM).isEmpty()) targets.add(MATRIX);
        return List.copyOf(targets);
    }
}
