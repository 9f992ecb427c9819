// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.channel.web.site.Operator;
import org.skizzenlotse.delivery.Addresses;
import org.skizzenlotse.delivery.SmtpUrl;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Call;
import org.skizzenlotse.web.WebSettings;

/// The settings in force, checked once at the start. Everything wrong is said in one line each.
final class Config {
    private static final Path FILE = Path.of("skizzenlotse.properties");

    /// What nobody guesses in the time that a request takes.
    private static final int METRICS_TOKEN_LENGTH_MIN = 16;

    private static final String PREFIX = "SKIZZENLOTSE_";

    private final Map<Setting, String> values;
    private Optional<SmtpUrl> smtp = Optional.empty();

    private Config(Map<Setting, String> values) {
        this.values = values;
    }

    /// Settings that cannot be used; the message has a line for each.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(List<String> lines) {
            super(String.join("\n", lines));
        }
    }

    /// The settings of the environment and of `skizzenlotse.properties`.
    static Config read(Map<String, String> environment) throws Unusable {
        return of(environment, file());
    }

    /// The settings of an environment before those of a file.
    static Config of(Map<String, String> environment, Map<String, String> file) throws Unusable {
        var problems = new ArrayList<String>();
        var values = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            var name = setting.name();
            var given =
                    environment.getOrDefault(
                            PREFIX + name,
                            environment.getOrDefault(name, file.getOrDefault(name, "")));
            if (!given.isBlank()) values.put(setting, given.strip());
        }
        unknown(environment.keySet(), file.keySet(), problems);
        var config = new Config(values);
        config.check(problems);
        if (!problems.isEmpty()) throw new Unusable(problems);
        return config;
    }

    private static Map<String, String> file() throws Unusable {
        if (!Files.isRegularFile(FILE)) return Map.of();
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FILE)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Unusable(List.of(FILE + " lässt sich nicht lesen."));
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private static void unknown(Set<String> environment, Set<String> file, List<String> problems) {
        var known = Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.toSet());
        environment.stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .filter(name -> !known.contains(name))
                .forEach(
                        name -> problems.add(PREFIX + name + ": diese Einstellung gibt es nicht."));
        file.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        problems.add(FILE + ": die Einstellung " + name + " gibt es nicht."));
    }

    private void check(List<String> problems) {
        number(Setting.PORT, 0, 65_535, problems);
        KeepingSettings.check(this, problems);
        DeskSettings.check(this, problems);
        for (var limit :
                List.of(
                        Setting.REQUESTS_PER_CONVERSATION,
                        Setting.REQUESTS_PER_VISITOR,
                        Setting.STARTS_PER_VISITOR,
                        Setting.REQUESTS_OVERALL)) number(limit, 1, 1_000_000_000, problems);
        try {
            CallSettings.read(this, ZoneId.of(get(Setting.TIMEZONE)), problems);
        } catch (DateTimeException unknown) {
            problems.add("TIMEZONE: keine Zeitzone, etwa Europe/Berlin.");
        }
        var url = get(Setting.PUBLIC_URL);
        if (!url.isEmpty() && !url.matches("https?://[^/\\s]+"))
            problems.add("PUBLIC_URL: eine Adresse wie https://lotse.example, ohne Schrägstrich.");
        for (var origin : list(Setting.EMBED_ORIGINS))
            if (!origin.matches("https?://[^/\\s]+"))
                problems.add(
                        "EMBED_ORIGINS: Herkünfte wie https://verein.example, mit Komma getrennt.");
        if (!get(Setting.DATABASE_URL).isEmpty())
            problems.add("DATABASE_URL: diese Version kennt nur SQLite unter DATA; lasst es leer.");
        var word = get(Setting.METRICS_TOKEN);
        if (!word.isEmpty() && word.length() < METRICS_TOKEN_LENGTH_MIN)
            problems.add("METRICS_TOKEN: mindestens " + METRICS_TOKEN_LENGTH_MIN + " Zeichen.");
        FileSettings.check(this, problems);
        PrivacySettings.check(this, problems);
        TelegramSettings.check(this, problems);
        MatrixSettings.check(this, problems);
        StaffSettings.check(this, problems);
        ForwardSettings.check(this, problems);
        mail(problems);
    }

    private void mail(List<String> problems) {
        try {
            smtp = smtpUrl();
        } catch (SmtpUrl.Unusable wrong) {
            problems.add("SMTP_URL: " + wrong.getMessage());
        }
        for (var setting : List.of(Setting.MAIL_FROM, Setting.STAFF_MAIL)) {
            if (!get(Setting.SMTP_URL).isEmpty() && !values.containsKey(setting))
                problems.add(setting.name() + ": mit SMTP_URL nötig.");
            try {
                Addresses.of(get(setting), get(setting));
            } catch (IllegalArgumentException none) {
                problems.add(setting.name() + ": eine E-Mail-Adresse wie team@verein.example.");
            }
        }
    }

    void number(Setting setting, int min, int max, List<String> problems) {
        try {
            var number = Integer.parseInt(get(setting));
            if (number >= min && number <= max) return;
        } catch (NumberFormatException noNumber) {
            // said below
        }
        problems.add("%s: eine Zahl von %d bis %d.".formatted(setting.name(), min, max));
    }

    /// What must be set before strangers may come, one line each.
    List<String> missingInPublic() {
        return Arrays.stream(Setting.values())
                .filter(Setting::isNeededInPublic)
                .filter(setting -> !values.containsKey(setting))
                .map(setting -> setting.name() + " ist nicht gesetzt.")
                .toList();
    }

    /// The value of a setting.
    String get(Setting setting) {
        return values.getOrDefault(setting, setting.standard());
    }

    private int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    private Set<String> list(Setting setting) {
        return Arrays.stream(get(setting).split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    Path data() {
        return Path.of(get(Setting.DATA));
    }

    Path dialogs() {
        return Path.of(get(Setting.DIALOGS));
    }

    ZoneId zone() {
        return ZoneId.of(get(Setting.TIMEZONE));
    }

    /// The call for sketches, if one is announced.
    Optional<Call> call() {
        return CallSettings.read(this, zone(), new ArrayList<>());
    }

    /// What the web surface is told; beyond loopback only when it is meant to be public.
    WebSettings web(boolean inPublic) {
        var bind = get(Setting.BIND);
        var everywhere = inPublic && !values.containsKey(Setting.BIND);
        return new WebSettings(
                everywhere ? "0.0.0.0" : bind,
                number(Setting.PORT),
                get(Setting.PUBLIC_URL),
                list(Setting.EMBED_ORIGINS),
                list(Setting.TRUSTED_PROXY),
                new WebSettings.Limits(
                        number(Setting.REQUESTS_PER_CONVERSATION),
                        number(Setting.REQUESTS_PER_VISITOR),
                        number(Setting.STARTS_PER_VISITOR),
                        number(Setting.REQUESTS_OVERALL),
                        WebSettings.Limits.GENEROUS.streamsPerConversation(),
                        WebSettings.Limits.GENEROUS.streamsOverall()),
                get(Setting.METRICS_TOKEN));
    }

    /// Where a command on the same machine reaches the running service.
    URI here() {
        var bind = get(Setting.BIND);
        var everywhere = List.of("0.0.0.0", "::").contains(bind);
        var host = everywhere ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
        return URI.create("http://" + host + ":" + number(Setting.PORT));
    }

    /// Whether the server would be reachable from other machines.
    boolean bindsBeyondLoopback() {
        var bind = get(Setting.BIND);
        return !(bind.startsWith("127.") || bind.equals("localhost") || bind.equals("::1"));
    }

    /// The mail server, if one is set.
    Optional<SmtpUrl> smtp() {
        return smtp;
    }

    private Optional<SmtpUrl> smtpUrl() throws SmtpUrl.Unusable {
        var url = get(Setting.SMTP_URL);
        return url.isEmpty() ? Optional.empty() : Optional.of(SmtpUrl.of(url));
    }

    /// Who sends mails, and who of the staff gets them.
    Addresses addresses() {
        return Addresses.of(get(Setting.MAIL_FROM), get(Setting.STAFF_MAIL));
    }

    /// What dialogs may read of the installation, by the IDs that they declare.
    Map<String, Value> facts() {
        var facts = new HashMap<>(KeepingSettings.facts(this));
        facts.putAll(PrivacySettings.facts(this));
        facts.putAll(
                Map.of(
                        "stelle", text(Setting.CONTROLLER),
                        "anschrift", text(Setting.CONTROLLER_ADDRESS),
                        "kontakt", text(Setting.CONTACT),
                        "datenschutz_kontakt", text(Setting.DPO),
                        "aufsicht", text(Setting.SUPERVISOR),
                        "antwort_tage", amount(Setting.ANSWER_DAYS),
                        "sprechstunde", text(Setting.SPRECHSTUNDE)));
        return facts;
    }

    /// Who runs this installation, as the pages say it.
    Operator operator() {
        var told =
                Stream.of(
                        Setting.CONTROLLER,
                        Setting.CONTROLLER_ADDRESS,
                        Setting.CONTACT,
                        Setting.DPO);
        return new Operator(
                facts(),
                PrivacySettings.legal(this),
                told.allMatch(values::containsKey),
                call().orElse(null),
                zone());
    }

    private Value text(Setting setting) {
        return new Value.Text(get(setting));
    }

    Value amount(Setting setting) {
        return new Value.Quantity(new BigDecimal(number(setting)));
    }
}
