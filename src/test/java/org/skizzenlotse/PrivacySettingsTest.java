// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.channel.web.site.LegalBasis;
import org.skizzenlotse.channel.web.site.Recipient;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Given;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.engine.turn.Scenario;

/// What people are told of data protection follows the settings.
class PrivacySettingsTest {
    private static Config with(String... settings) throws Config.Unusable {
        var all = new HashMap<String, String>();
        all.put("CONTROLLER", "Werkstatt e. V.");
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return Config.of(all, Map.of());
    }

    private static String fact(Config config, String id) {
        return config.facts().get(id) instanceof Value.Text(var text) ? text : "";
    }

    @Test
    void noSecretStandsInTheDocuments() throws Exception {
        var secrets =
                new ArrayList<>(
                        List.of(
                                "MATRIX_HOMESERVER", "https://matrix.example.org",
                                "MATRIX_USER", "@lotse:example.org",
                                "TELEGRAM_TOKEN", "123456:geheim-geheim-geheim-7"));
        for (var setting : Setting.values())
            if (setting != Setting.TELEGRAM_TOKEN
                    && setting.name().matches(".*_(TOKEN|SECRET|PASSWORD|KEY)"))
                secrets.addAll(List.of(setting.name(), "geheim-geheim-geheim-7"));
        assertThat(secrets).hasSizeGreaterThan(10);
        var told = PrivacySettings.processing(with(secrets.toArray(String[]::new)));
        assertThat(told.settings())
                .extracting(Object::toString)
                .noneMatch(one -> one.contains("geheim-geheim"));
    }

    @Test
    void whoReadsAConsentInEnglishReadsAllOfItInEnglish() throws Exception {
        var config =
                with(
                        "SMTP_URL", "smtp://lotse:geheim@mail.werkstatt.example",
                        "MAIL_FROM", "lotse@werkstatt.example",
                        "STAFF_MAIL", "team@werkstatt.example",
                        "TELEGRAM_TOKEN", "123456:ABC",
                        "RECIPIENTS", "Rechenhaus GmbH",
                        "LEGAL_BASIS", "aufgabe,treffen:einwilligung");
        assertThat(fact(config, "empfaenger@en"))
                .isEqualTo(
                        "the team of Werkstatt e. V.; besides the mail server"
                                + " mail.werkstatt.example and Telegram (if you write there) and"
                                + " Rechenhaus GmbH");
        assertThat(said(config, "en"))
                .contains("the team of Werkstatt", "together with an adult", "Article 6(1)(e)")
                .doesNotContain("das Team", "Seid ihr", "Buchstabe", "Aufsichtsbehörde");
        assertThat(said(config, "de-einfach")).contains("jünger als 16", "Artikel 6 Absatz 1");
        assertThat(said(config, "de")).contains("das Team von", "Seid ihr unter 16");
    }

    /// What the first question says in a variant, the whole notice with it.
    private static String said(Config config, String variant) {
        var now = Instant.parse("2026-11-23T09:00:00Z");
        var given =
                new Given(now, config.zone(), "web", config.facts(), "PR", "applicant", now, null);
        var engine = new Engine(PhrasesFile.load());
        var dialog = Scenario.shippedDialog("skizze");
        var turn = engine.start(dialog, new ConversationId("x"), variant, given);
        var expects = engine.expects(dialog, turn.after(), given);
        var text = expects.text() + "\n" + expects.hints().notice();
        return text.replace("\\", "");
    }

    @Test
    void whoeverGetsSomethingIsNamed() throws Exception {
        assertThat(fact(with(), "empfaenger")).isEqualTo("das Team von Werkstatt e. V.");
        var more =
                with(
                        "SMTP_URL",
                        "smtp://lotse:geheim@mail.werkstatt.example",
                        "MAIL_FROM",
                        "lotse@werkstatt.example",
                        "STAFF_MAIL",
                        "team@werkstatt.example",
                        "RECIPIENTS",
                        "Rechenhaus GmbH");
        assertThat(fact(more, "empfaenger"))
                .isEqualTo(
                        "das Team von Werkstatt e. V.; außerdem der Mailserver"
                                + " mail.werkstatt.example und Rechenhaus GmbH");
    }

    @Test
    void aMessengerIsNamedWithWhomItConcerns() throws Exception {
        var config = with("TELEGRAM_TOKEN", "123456:ABC", "RECIPIENTS", "Rechenhaus GmbH");
        assertThat(fact(config, "empfaenger"))
                .isEqualTo(
                        "das Team von Werkstatt e. V.; außerdem Telegram (wenn ihr dort schreibt)"
                                + " und Rechenhaus GmbH");
        assertThat(config.operator().legal().recipients())
                .filteredOn(one -> one.kind() == Recipient.Kind.CONTROLLER)
                .singleElement()
                .satisfies(one -> assertThat(one.purpose()).contains("behält es"));
    }

    @Test
    void whoeverGetsSketchesByTheWebhookIsNamedAndNoSecretIsTold() throws Exception {
        var notices =
                with(
                        "WEBHOOK_URL",
                        "https://team.example/geheimer-weg",
                        "WEBHOOK_SECRET",
                        "sehr geheim, sehr lang");
        assertThat(fact(notices, "empfaenger")).isEqualTo("das Team von Werkstatt e. V.");
        assertThat(PrivacySettings.processing(notices).toString()).doesNotContain("geheim");
        var content =
                with(
                        "WEBHOOK_URL",
                        "https://team.example/skizzen",
                        "WEBHOOK_SECRET",
                        "sehr geheim, sehr lang",
                        "WEBHOOK_CONTENT",
                        "ja");
        assertThat(fact(content, "empfaenger"))
                .isEqualTo("das Team von Werkstatt e. V.; außerdem der Dienst team.example");
    }

    @Test
    void serversOfMatrixAreNamedTooAndNoPasswordIsTold() throws Exception {
        var config =
                with(
                        "MATRIX_HOMESERVER",
                        "https://matrix.example.org/",
                        "MATRIX_USER",
                        "@lotse:example.org",
                        "MATRIX_PASSWORD",
                        "sehr geheim");
        assertThat(fact(config, "empfaenger"))
                .isEqualTo(
                        "das Team von Werkstatt e. V.; außerdem Matrix-Server (wenn ihr dort"
                                + " schreibt)");
        assertThat(PrivacySettings.processing(config).toString()).doesNotContain("sehr geheim");
        assertThat(MatrixSettings.settings(config).orElseThrow().base())
                .isEqualTo("https://matrix.example.org");
    }

    @Test
    void aPauseThatIsNoNumberIsNamedAlsoWhereAMessengerIsOn() {
        assertThatThrownBy(() ->
                        with("TELEGRAM_TOKEN", "123456:ABC", "MESSENGER_PAUSE_SECONDS", "bald"))
                .hasMessageContaining("MESSENGER_PAUSE_SECONDS: eine Zahl");
    }

    @Test
    void halfOfTheSettingsOfMatrixIsSaidInOneLine() {
        assertThatThrownBy(() -> with("MATRIX_USER", "@lotse:example.org"))
                .hasMessageContaining("MATRIX_HOMESERVER: die Adresse");
        assertThatThrownBy(() -> with("MATRIX_HOMESERVER", "https://matrix.example.org"))
                .hasMessageContaining("eine ganze Kennung");
        assertThatThrownBy(() ->
                        with(
                                "MATRIX_HOMESERVER",
                                "https://matrix.example.org",
                                "MATRIX_USER",
                                "@lotse:example.org"))
                .hasMessageContaining("Passwort");
    }

    @Test
    void theFirstWordsOfTheConsentStayShortWithAMessenger() throws Exception {
        var facts = with("TELEGRAM_TOKEN", "123456:ABC").facts();
        for (var id : List.of("skizze", "sprechstunde")) {
            var dialog = Scenario.shippedDialog(id);
            var text =
                    dialog.question(new StepId("einwilligung"))
                            .orElseThrow()
                            .wording(dialog.head().language())
                            .text();
            for (var fact : facts.entrySet())
                text = text.replace("{" + fact.getKey() + "}", said(fact.getValue()));
            assertThat(text).contains("Telegram").doesNotContain("{");
            assertThat(text.length()).as(id).isLessThanOrEqualTo(600);
        }
    }

    private static String said(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Quantity(var number) -> number.toPlainString();
            default -> value.toString();
        };
    }

    @Test
    void theLegalBasisIsConsentUnlessItIsSaid() throws Exception {
        assertThat(fact(with(), "erlaubnis"))
                .contains("Allein eure Einwilligung")
                .contains("Buchstabe a");
        assertThat(fact(with("LEGAL_BASIS", "aufgabe"), "erlaubnis"))
                .contains("öffentlichen Interesse")
                .contains("Buchstabe e")
                .contains("erst mit eurem Ja")
                .doesNotContain("Allein");
        assertThat(fact(with("LEGAL_BASIS", "interesse,treffen:einwilligung"), "erlaubnis"))
                .contains("Buchstabe f")
                .contains("Für einzelne Zwecke gilt anderes");
    }

    @Test
    void whatIsAskedForByItselfAlwaysRestsOnConsent() throws Exception {
        var basis = with("LEGAL_BASIS", "aufgabe,kontakt:interesse").operator().legal().basis();
        var sketch = Scenario.shippedDialog("skizze");
        assertThat(basis.of(sketch, "skizze")).isEqualTo(LegalBasis.TASK);
        assertThat(basis.of(sketch, "kontakt")).isEqualTo(LegalBasis.INTEREST);
        assertThat(basis.of(sketch, "veroeffentlichung")).isEqualTo(LegalBasis.CONSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zufall", "aufgabe,interesse", "treffen:zufall", "a:b:aufgabe"})
    void aBasisThatIsNoneIsNamedInOneLine(String basis) {
        assertThatThrownBy(() -> with("LEGAL_BASIS", basis))
                .isInstanceOf(Config.Unusable.class)
                .message()
                .startsWith("LEGAL_BASIS: ")
                .doesNotContain("\n");
    }

    @Test
    void theAgeBelowWhichAnAdultWritesAlongIsSaidOrNot() throws Exception {
        assertThat(fact(with(), "altershinweis")).contains("unter 16").contains("erwachsenen");
        assertThat(fact(with("MIN_AGE", "14"), "altershinweis")).contains("unter 14");
        assertThat(fact(with("MIN_AGE", "0"), "altershinweis")).isEmpty();
        assertThatThrownBy(() -> with("MIN_AGE", "99")).message().startsWith("MIN_AGE: ");
    }
}
