// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import org.skizzenlotse.channel.web.site.LegalBasis;
import org.skizzenlotse.delivery.Webhook;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.FactWords;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What consents quote of the settings, for those who read them in English or simple German: nobody
/// agrees to a sentence in a language that they did not choose. Each says the same as the German of
/// [PrivacySettings].
final class TranslatedFacts {
    private static final String ENGLISH = "en";
    private static final String SIMPLE = "de-einfach";

    private static final Map<LegalBasis, String> ENGLISH_GROUNDS = grounds();
    private static final Map<LegalBasis, String> SIMPLE_GROUNDS = simpleGrounds();

    private TranslatedFacts() {}

    private static Map<LegalBasis, String> grounds() {
        var grounds = new EnumMap<LegalBasis, String>(LegalBasis.class);
        var rule = "The rule is in the General Data Protection Regulation (GDPR), in Article 6(1)";
        var object = " You can object at any time. And we only begin with your yes.";
        grounds.put(LegalBasis.CONSENT, "Your consent alone. " + rule + "(a).");
        grounds.put(
                LegalBasis.INTEREST,
                "Our legitimate interest in advising you. " + rule + "(f)." + object);
        grounds.put(LegalBasis.TASK, "Our task in the public interest. " + rule + "(e)." + object);
        return grounds;
    }

    private static Map<LegalBasis, String> simpleGrounds() {
        var grounds = new EnumMap<LegalBasis, String>(LegalBasis.class);
        var rule =
                " Das steht in der Datenschutz-Grundverordnung (DSGVO)."
                        + " Es ist Artikel 6 Absatz 1";
        var object = " Ihr könnt immer Nein dazu sagen. Und wir fangen erst mit eurem Ja an.";
        grounds.put(LegalBasis.CONSENT, "Nur euer Ja erlaubt uns das." + rule + " Buchstabe a.");
        grounds.put(
                LegalBasis.INTEREST,
                "Wir wollen euch gut beraten. Das erlaubt uns das Gesetz."
                        + rule
                        + " Buchstabe f."
                        + object);
        grounds.put(
                LegalBasis.TASK,
                "Das ist unsere Aufgabe für alle. Das erlaubt uns das Gesetz."
                        + rule
                        + " Buchstabe e."
                        + object);
        return grounds;
    }

    /// By the names under which texts of these variants find them.
    static Map<String, Value> of(Config config) {
        var facts = new HashMap<String, Value>();
        put(facts, "empfaenger", ENGLISH, recipients(config));
        put(facts, "erlaubnis", ENGLISH, ground(config, ENGLISH_GROUNDS));
        put(facts, "erlaubnis", SIMPLE, ground(config, SIMPLE_GROUNDS));
        var age = config.get(Setting.MIN_AGE);
        if (!age.equals("0")) {
            put(
                    facts,
                    "altershinweis",
                    ENGLISH,
                    "Are you under " + age + "? Then please write together with an adult.");
            put(
                    facts,
                    "altershinweis",
                    SIMPLE,
                    "Seid ihr jünger als "
                            + age
                            + "? Dann schreibt zusammen mit einer erwachsenen Person.");
        }
        standard(config, Setting.SUPERVISOR)
                .ifPresent(_ ->
                        put(
                                facts,
                                "aufsicht",
                                ENGLISH,
                                "the data protection authority of your federal state"));
        standard(config, Setting.SPRECHSTUNDE)
                .ifPresent(_ ->
                        put(facts, "sprechstunde", ENGLISH, "the open data consultation hour"));
        return facts;
    }

    /// What an operator wrote is a name, or words that only they can translate.
    private static Optional<String> standard(Config config, Setting setting) {
        return Optional.of(config.get(setting)).filter(one -> one.equals(setting.standard()));
    }

    private static void put(Map<String, Value> facts, String fact, String variant, String words) {
        facts.put(FactWords.in(fact, variant), new Value.Text(words));
    }

    private static String ground(Config config, Map<LegalBasis, String> grounds) {
        var basis = PrivacySettings.basis(config).orElse(LegalBasis.ByPurpose.CONSENT);
        var said = grounds.getOrDefault(basis.standard(), "");
        if (basis.exceptions().isEmpty()) return said;
        return said
                + (grounds.equals(SIMPLE_GROUNDS)
                        ? " Für Einzelnes gilt etwas anderes. Das steht bei „Datenschutz“."
                        : " For some purposes another rule applies: See “Datenschutz”.");
    }

    /// The same as [PrivacySettings#recipients] in the same order.
    private static String recipients(Config config) {
        var others = new ArrayList<String>();
        config.smtp().ifPresent(server -> others.add("the mail server " + server.host()));
        if (!config.get(Setting.TELEGRAM_TOKEN).isEmpty())
            others.add("Telegram (if you write there)");
        if (!config.get(Setting.MATRIX_HOMESERVER).isEmpty())
            others.add("Matrix servers (if you write there)");
        if (ForwardSettings.webhook(config).filter(Webhook.Settings::content).isPresent())
            others.add("the service " + ForwardSettings.host(config));
        if (ForwardSettings.filesIntoTheRoom(config)
                && !config.get(Setting.STAFF_MATRIX_ROOM).isEmpty())
            others.add("the Matrix server of the team");
        var more = config.get(Setting.RECIPIENTS);
        if (!more.isEmpty()) others.add(more);
        var team = "the team of " + config.get(Setting.CONTROLLER);
        return others.isEmpty() ? team : team + "; besides " + joined(others);
    }

    private static String joined(List<String> names) {
        return String.join(" and ", names);
    }
}
