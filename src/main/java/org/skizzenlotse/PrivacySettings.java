// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.skizzenlotse.channel.web.site.LegalBasis;
import org.skizzenlotse.channel.web.site.Operator;
import org.skizzenlotse.channel.web.site.Recipient;
import org.skizzenlotse.cli.privacy.Processing;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.LoadedDialog;

/// The settings of data protection, and what notices, consents and records say because of them.
final class PrivacySettings {
    private static final int AGE_MAX = 18;

    private static final Map<LegalBasis, String> GROUNDS = grounds();

    private PrivacySettings() {}

    private static Map<LegalBasis, String> grounds() {
        var grounds = new EnumMap<LegalBasis, String>(LegalBasis.class);
        grounds.put(
                LegalBasis.CONSENT,
                "Allein eure Einwilligung. Die Regel dazu steht in der"
                        + " Datenschutz-Grundverordnung (DSGVO), in Artikel 6 Absatz 1 Buchstabe"
                        + " a.");
        grounds.put(
                LegalBasis.INTEREST,
                "Unser berechtigtes Interesse daran, euch zu beraten. Die Regel dazu steht in der"
                        + " Datenschutz-Grundverordnung (DSGVO), in Artikel 6 Absatz 1 Buchstabe f."
                        + " Ihr könnt jederzeit widersprechen. Und wir fangen erst mit eurem Ja"
                        + " an.");
        grounds.put(
                LegalBasis.TASK,
                "Unsere Aufgabe im öffentlichen Interesse. Die Regel dazu steht in der"
                        + " Datenschutz-Grundverordnung (DSGVO), in Artikel 6 Absatz 1 Buchstabe e."
                        + " Ihr könnt jederzeit widersprechen. Und wir fangen erst mit eurem Ja"
                        + " an.");
        return grounds;
    }

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        if (basis(config).isEmpty())
            problems.add(
                    "LEGAL_BASIS: einwilligung, interesse oder aufgabe, danach Ausnahmen wie"
                            + " treffen:einwilligung, mit Komma.");
        if (!config.get(Setting.MIN_AGE).matches("[0-9]{1,2}")
                || Integer.parseInt(config.get(Setting.MIN_AGE)) > AGE_MAX)
            problems.add("MIN_AGE: eine Zahl von 0 bis " + AGE_MAX + ".");
    }

    /// What allows the processing; empty where the setting cannot be read.
    static Optional<LegalBasis.ByPurpose> basis(Config config) {
        var standard = Optional.<LegalBasis>empty();
        var purposes = new HashMap<String, LegalBasis>();
        for (var one : config.get(Setting.LEGAL_BASIS).split(",", -1)) {
            var parts = List.of(one.strip().split(":", -1));
            var basis = LegalBasis.of(parts.getLast());
            if (basis.isEmpty() || parts.size() > 2) return Optional.empty();
            if (parts.size() == 2) purposes.put(parts.getFirst(), basis.get());
            else if (standard.isPresent()) return Optional.empty();
            else standard = basis;
        }
        return Optional.of(new LegalBasis.ByPurpose(standard.orElse(LegalBasis.CONSENT), purposes));
    }

    /// Everybody who gets what people tell, by the settings in force: each channel, mail server and
    /// room adds its own line here.
    static List<Recipient> recipients(Config config) {
        var all = new ArrayList<Recipient>();
        all.add(
                new Recipient(
                        "das Team von " + config.get(Setting.CONTROLLER),
                        Recipient.Kind.TEAM,
                        "liest, berät und antwortet"));
        config.smtp()
                .ifPresent(server ->
                        all.add(
                                new Recipient(
                                        "der Mailserver " + server.host(),
                                        Recipient.Kind.PROCESSOR,
                                        "stellt Mails an das Team und Bestätigungen zu")));
        if (!config.get(Setting.TELEGRAM_TOKEN).isEmpty())
            all.add(
                    new Recipient(
                            "Telegram (wenn ihr dort schreibt)",
                            Recipient.Kind.CONTROLLER,
                            "überbringt, was ihr dort schreibt und von uns bekommt, und behält"
                                    + " es"));
        if (!config.get(Setting.MATRIX_HOMESERVER).isEmpty())
            all.add(
                    new Recipient(
                            "Matrix-Server (wenn ihr dort schreibt)",
                            Recipient.Kind.CONTROLLER,
                            "überbringen, was ihr dort schreibt und von uns bekommt, und behalten"
                                    + " es; in verschlüsselten Räumen können sie es nicht lesen"));
        all.addAll(ForwardSettings.recipients(config));
        var others = config.get(Setting.RECIPIENTS);
        if (!others.isEmpty())
            all.add(
                    new Recipient(
                            others, Recipient.Kind.PROCESSOR, "betreibt den Server oder hilft"));
        return all;
    }

    /// What the legal pages say of it.
    static Operator.Legal legal(Config config) {
        return new Operator.Legal(
                config.get(Setting.IMPRINT),
                config.get(Setting.ACCESSIBILITY_CHECKED),
                basis(config).orElseThrow(),
                recipients(config));
    }

    /// What the documents are made from: the dialogs of the folder, and every setting as it is.
    static Processing processing(Config config) {
        var dialogs =
                Dialogs.read(config, Dialogs.Known.NOTHING).dialogs().stream()
                        .map(LoadedDialog::dialog)
                        .toList();
        var settings =
                Arrays.stream(Setting.values())
                        .map(one ->
                                new Processing.InForce(one.name(), told(config, one), one.means()))
                        .toList();
        return new Processing(config.operator(), dialogs, settings);
    }

    /// A value without its password.
    private static String told(Config config, Setting setting) {
        var value = config.get(setting);
        return switch (setting) {
            case SMTP_URL -> config.smtp().map(Object::toString).orElse("");
            case WEBHOOK_URL -> ForwardSettings.host(config);
            case METRICS_TOKEN,
                    TELEGRAM_TOKEN,
                    MATRIX_PASSWORD,
                    WEBHOOK_SECRET,
                    OIDC_SECRET,
                    AUTHOR_KEY ->
                    value.isEmpty() ? "" : "gesetzt";
            default -> value;
        };
    }

    /// What dialogs read of all this.
    static Map<String, Value> facts(Config config) {
        var facts = new HashMap<>(TranslatedFacts.of(config));
        facts.put("empfaenger", new Value.Text(named(recipients(config))));
        facts.put("erlaubnis", new Value.Text(ground(config)));
        facts.put("altershinweis", new Value.Text(age(config)));
        return facts;
    }

    private static String named(List<Recipient> recipients) {
        var others =
                recipients.stream()
                        .skip(1)
                        .map(Recipient::name)
                        .collect(Collectors.joining(" und "));
        var team = recipients.getFirst().name();
        return others.isEmpty() ? team : team + "; außerdem " + others;
    }

    private static String ground(Config config) {
        var basis = basis(config).orElse(LegalBasis.ByPurpose.CONSENT);
        var said = GROUNDS.getOrDefault(basis.standard(), "");
        return basis.exceptions().isEmpty()
                ? said
                : said + " Für einzelne Zwecke gilt anderes: Das steht bei „Datenschutz“.";
    }

    /// No age is asked for or stored.
    private static String age(Config config) {
        var age = config.get(Setting.MIN_AGE);
        return age.equals("0")
                ? ""
                : "Seid ihr unter " + age + "? Dann schreibt bitte mit einer erwachsenen Person.";
    }
}
