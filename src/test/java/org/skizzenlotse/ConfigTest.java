// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    @Test
    void withoutSettingsTheDefaultsHold() throws Exception {
        var config = Config.of(Map.of(), Map.of());

        assertThat(config.web(false).port()).isEqualTo(8080);
        assertThat(config.web(false).bind()).isEqualTo("127.0.0.1");
        assertThat(config.data()).hasToString("var");
        assertThat(config.zone()).hasToString("Europe/Berlin");
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndTheLongNameBeforeTheShort() throws Exception {
        var file = Map.of("PORT", "1", "DATA", "daten");

        assertThat(Config.of(Map.of(), file).web(false).port()).isEqualTo(1);
        assertThat(Config.of(Map.of("PORT", "2"), file).web(false).port()).isEqualTo(2);
        var both = Map.of("PORT", "2", "SKIZZENLOTSE_PORT", "3");
        assertThat(Config.of(both, file).web(false).port()).isEqualTo(3);
        assertThat(Config.of(both, file).data()).hasToString("daten");
    }

    @ParameterizedTest
    @CsvSource({
        "SKIZZENLOTSE_PORT, achtzig, PORT",
        "SKIZZENLOTSE_PORT, 70000, PORT",
        "SKIZZENLOTSE_TIMEZONE, Mond/Krater, TIMEZONE",
        "SKIZZENLOTSE_PUBLIC_URL, lotse.example, PUBLIC_URL",
        "SKIZZENLOTSE_EMBED_ORIGINS, '*', EMBED_ORIGINS",
        "SKIZZENLOTSE_DATABASE_URL, jdbc:postgresql:x, DATABASE_URL",
        "SKIZZENLOTSE_MAIL_FROM, niemand, MAIL_FROM",
        "SKIZZENLOTSE_METRICS_TOKEN, kurz, METRICS_TOKEN",
        "SKIZZENLOTSE_STAFF_MAIL, 'a@example.org, b', STAFF_MAIL",
        "SKIZZENLOTSE_DRAFT_DAYS, 3, DRAFT_DAYS",
        "SKIZZENLOTSE_MESSENGER_PAUSE_SECONDS, 61, MESSENGER_PAUSE_SECONDS",
        "SKIZZENLOTSE_TELEGRAM_WEBHOOK, yes, TELEGRAM_WEBHOOK",
        "SKIZZENLOTSE_SUBMITTED_MONTHS_MAX, 25, SUBMITTED_MONTHS_MAX",
        "SKIZZENLOTSE_SUBMITTED_MONTHS_MAX, 6, SUBMITTED_MONTHS",
        "SKIZZENLOTSE_PROT, 8080, SKIZZENLOTSE_PROT",
    })
    void aWrongSettingIsNamedInOneLine(String name, String value, String named) {
        assertThatThrownBy(() -> Config.of(Map.of(name, value), Map.of()))
                .isInstanceOf(Config.Unusable.class)
                .message()
                .startsWith(named)
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'ein token', '', nein, 'TELEGRAM_TOKEN, '",
        "1:geheim, api.telegram.org, nein, 'TELEGRAM_TOKEN, TELEGRAM_API: '",
        "1:geheim, https://bots.example/pfad, nein, 'TELEGRAM_TOKEN, TELEGRAM_API: '",
        "1:geheim, '', ja, 'TELEGRAM_WEBHOOK: '",
        "1:geheim, '', vielleicht, 'TELEGRAM_WEBHOOK: '",
    })
    void aWrongBotIsNamedInOneLineWithoutItsToken(
            String token, String api, String webhook, String named) {
        var set =
                new HashMap<>(
                        Map.of(
                                "TELEGRAM_TOKEN", token,
                                "TELEGRAM_WEBHOOK", webhook,
                                "PUBLIC_URL", "http://lotse.example"));
        if (!api.isEmpty()) set.put("TELEGRAM_API", api);
        assertThatThrownBy(() -> Config.of(set, Map.of()))
                .isInstanceOf(Config.Unusable.class)
                .message()
                .startsWith(named)
                .doesNotContain("\n", "geheim");
    }

    @Test
    void aBotAsksForUpdatesItselfUnlessItIsToldToBeCalled() throws Exception {
        assertThat(TelegramSettings.settings(Config.of(Map.of(), Map.of()), "s")).isEmpty();
        var set = Map.of("TELEGRAM_TOKEN", "1:geheim", "PUBLIC_URL", "https://lotse.example");
        var asks = TelegramSettings.settings(Config.of(set, Map.of()), "s").orElseThrow();
        assertThat(asks.secret()).isEmpty();
        assertThat(asks.api()).isEqualTo("https://api.telegram.org");
        assertThat(asks.burst()).hasSeconds(8);
        assertThat(asks).asString().doesNotContain("geheim");
        var called = new HashMap<>(set);
        called.put("TELEGRAM_WEBHOOK", "ja");
        assertThat(
                        TelegramSettings.settings(Config.of(called, Map.of()), "s")
                                .orElseThrow()
                                .secret())
                .isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2027-03-31T18:00, '', CALL:",
        "'', '', 10, CALL:",
        "Daten, '', '', CALL_UNTIL:",
        "Daten, 31.3.2027 18 Uhr, '', CALL_UNTIL:",
        "Daten, 2027-02-29T18:00, '', CALL_UNTIL:",
        "Daten, 2027-03-31, '', CALL_UNTIL:",
        "Daten, 2027-03-28T02:30, '', CALL_UNTIL:",
        "Daten, 2027-03-31T18:00, viele, CALL_PLACES:",
        "Daten, 2027-03-31T18:00, 0, CALL_PLACES:",
    })
    void aWrongCallIsNamedInOneLine(String call, String until, String places, String named) {
        var set = Map.of("CALL", call, "CALL_UNTIL", until, "CALL_PLACES", places);
        assertThatThrownBy(() -> Config.of(set, Map.of()))
                .isInstanceOf(Config.Unusable.class)
                .message()
                .startsWith(named)
                .doesNotContain("\n");
    }

    @Test
    void aCallEndsInTheTimeOfItsZoneAndAnHourThatComesTwiceIsTheLater() throws Exception {
        assertThat(Config.of(Map.of(), Map.of()).call()).isEmpty();
        assertThat(until("2027-03-31T18:00")).isEqualTo("2027-03-31T16:00:00Z");
        assertThat(until("2027-10-31T02:30")).isEqualTo("2027-10-31T01:30:00Z");
    }

    private static String until(String local) throws Config.Unusable {
        var set = Map.of("CALL", "Daten", "CALL_UNTIL", local, "CALL_PLACES", "3");
        var call = Config.of(set, Map.of()).call().orElseThrow();
        assertThat(call.places()).isEqualTo(3);
        return call.until().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example",
                "http://mail.example",
                "smtp://",
                "smtp://:25",
                "smtp://mail_server:25",
                "smtp://mail.example:hafen",
                "smtp://mail.example/pfad",
                "smtp://mail.example#da",
                "smtp://mail.example?tls=vielleicht",
                "smtps://mail.example?tls=none",
                "smtp://geheim@mail.example",
                "smtp://geheim:@mail.example",
                "smtp://lotse:ge heim@mail.example",
                "smtp://lotse:geheim@mail.example?tls=none",
            })
    void aWrongMailServerIsNamedInOneLineWithoutItsPassword(String url) {
        var set =
                Map.of(
                        "SMTP_URL", url,
                        "MAIL_FROM", "lotse@verein.example",
                        "STAFF_MAIL", "team@verein.example");
        assertThatThrownBy(() -> Config.of(set, Map.of()))
                .isInstanceOf(Config.Unusable.class)
                .message()
                .startsWith("SMTP_URL: ")
                .doesNotContain("\n", "geheim");
    }

    @Test
    void withAMailServerTheAddressesAreNeeded() {
        var set = Map.of("SMTP_URL", "smtp://mail.example");

        assertThatThrownBy(() -> Config.of(set, Map.of()))
                .message()
                .contains("MAIL_FROM", "STAFF_MAIL");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var wrong = Map.of("PORT", "x", "TIMEZONE", "y");

        assertThatThrownBy(() -> Config.of(wrong, Map.of()))
                .message()
                .contains("PORT")
                .contains("TIMEZONE");
    }

    @Test
    void beforeStrangersComeTheOperatorSaysWhoTheyAre() throws Exception {
        assertThat(Config.of(Map.of(), Map.of()).missingInPublic())
                .anyMatch(line -> line.startsWith("CONTROLLER "))
                .anyMatch(line -> line.startsWith("CONTACT "))
                .anyMatch(line -> line.startsWith("PUBLIC_URL "));
        var set =
                Map.of(
                        "PUBLIC_URL", "https://lotse.example",
                        "CONTROLLER", "Werkstatt e. V.",
                        "CONTROLLER_ADDRESS", "Hafenweg 1",
                        "CONTACT", "hallo@werkstatt.example",
                        "DPO", "datenschutz@werkstatt.example",
                        "SUBMITTED_MONTHS", "12",
                        "STAFF_MAIL", "team@werkstatt.example",
                        "MAIL_FROM", "lotse@werkstatt.example",
                        "SMTP_URL", "smtp://mail.werkstatt.example");
        assertThat(Config.of(set, Map.of()).missingInPublic()).isEmpty();
    }

    @Test
    void inPublicItHearsEverywhereUnlessItIsToldWhere() throws Exception {
        assertThat(Config.of(Map.of(), Map.of()).web(true).bind()).isEqualTo("0.0.0.0");
        var loopback = Config.of(Map.of("BIND", "127.0.0.1"), Map.of());
        assertThat(loopback.web(true).bind()).isEqualTo("127.0.0.1");
        assertThat(loopback.here()).hasToString("http://127.0.0.1:8080");
        assertThat(Config.of(Map.of("BIND", "0.0.0.0"), Map.of()).here())
                .hasToString("http://127.0.0.1:8080");
        assertThat(Config.of(Map.of("BIND", "::1", "PORT", "1"), Map.of()).here())
                .hasToString("http://[::1]:1");
    }

    @Test
    void whereSubmissionsGoIsCheckedAndNoSecretIsTold() throws Exception {
        var wrong =
                Map.of(
                        "MAIL_FORWARD", "alles",
                        "WEBHOOK_URL", "http://team.example/geheim",
                        "WEBHOOK_SECRET", "zu kurz",
                        "WEBHOOK_CONTENT", "yes",
                        "STAFF_TELEGRAM_CHAT", "@gruppe",
                        "STAFF_MATRIX_ROOM", "#raum:example.org",
                        "STAFF_MATRIX_FILE", "1");
        assertThatThrownBy(() -> Config.of(wrong, Map.of()))
                .message()
                .contains(wrong.keySet().toArray(String[]::new))
                .contains("TELEGRAM_TOKEN", "MATRIX_HOMESERVER")
                .doesNotContain("geheim", "zu kurz");
        for (var url : new String[] {"https://team.example/x", "http://localhost:8000/x"}) {
            var right = Map.of("WEBHOOK_URL", url, "WEBHOOK_SECRET", "nur zwei kennen das");
            assertThat(ForwardSettings.targets(Config.of(right, Map.of())))
                    .containsExactly("webhook");
        }
    }

    @Test
    void everySettingStandsInTheHelpWithItsDefault() {
        for (var setting : Setting.values())
            assertThat(setting.help()).contains(setting.name()).contains("Vorgabe");
    }
}
