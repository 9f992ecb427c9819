// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skizzenlotse.cli.privacy.Records;

/// The documents say what is set and asked, and leave out no item of the law.
class PrivacyRecordsTest {
    private static Config with(String... settings) throws Config.Unusable {
        var project = Path.of(System.getProperty("skizzenlotse.project", "."));
        var all = new HashMap<String, String>();
        all.put("DIALOGS", project.resolve("dialogs").toString());
        for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
        return Config.of(all, Map.of());
    }

    private static Map<String, String> records(String... settings) throws Config.Unusable {
        return Records.of(PrivacySettings.processing(with(settings)));
    }

    private static String register(String... settings) throws Config.Unusable {
        return records(settings).getOrDefault("verzeichnis.md", "");
    }

    @Test
    void everySettingInForceStandsInTheRegister() throws Exception {
        var register = register("DRAFT_DAYS", "77", "CLAMD", "scanner.example:3310");
        for (var setting : Setting.values()) assertThat(register).contains("`" + setting + "`");
        assertThat(register)
                .contains("| `DRAFT_DAYS` | 77 |")
                .contains("Entwürfe: 77 Tage")
                .contains("Virenscanner: scanner.example:3310");
    }

    @Test
    void everyItemOfBothArticlesIsNamed() throws Exception {
        var register = register("CONTROLLER", "Werkstatt e. V.", "DPO", "Alex Datenschutz");
        assertThat(register).contains("Werkstatt e\\. V\\.", "Alex Datenschutz");
        for (var letter : List.of("a", "b", "c", "d", "e", "f"))
            assertThat(register).contains("(Buchstabe " + letter + ")");
        assertThat(register)
                .contains("(Buchstabe g, Artikel 32)")
                .contains("Verantwortliche Stelle und Kontakt:")
                .contains("Kontakt für den Datenschutz:")
                .contains("Zwecke und Rechtsgrundlage:")
                .contains("berechtigte Interessen:")
                .contains("Empfänger:")
                .contains("Drittländer:")
                .contains("Dauer der Speicherung:")
                .contains("Auskunft, Berichtigung, Löschung, Einschränkung, Widerspruch")
                .contains("Widerruf der Einwilligung:")
                .contains("Beschwerde bei der Aufsichtsbehörde:")
                .contains("Pflicht zur Angabe:")
                .contains("automatisierte Entscheidung:");
    }

    @Test
    void purposesStandThereWithTheirBasis() throws Exception {
        assertThat(register("LEGAL_BASIS", "aufgabe,kontakt:interesse"))
                .containsPattern("- skizze: .* Buchstabe e DSGVO")
                .containsPattern("- kontakt: .* Buchstabe f DSGVO")
                .containsPattern("- veroeffentlichung: .* Buchstabe a DSGVO")
                .contains("ausdrückliche Einwilligung");
    }

    @Test
    void whoWorksAlongStandsInTheRecords() throws Exception {
        assertThat(register())
                .contains("auf Einladung mitmachen: wie sie genannt werden")
                .contains("Wer nicht mehr mitmacht: Name sofort")
                .contains("Einladungen zum Mitmachen: gelten sieben Tage und einmal");
        assertThat(records().get("speicherorte.md"))
                .contains("Namen derer, die mitmachen")
                .contains("| Zusagen derer, die mitmachen: Wortlaut")
                .contains("| Einladungen zum Mitmachen: Prüfsumme");
    }

    @Test
    void processorsAreWhoeverIsSetAndPasswordsAreNot() throws Exception {
        var records =
                records(
                        "SMTP_URL",
                        "smtp://lotse:geheim@mail.werkstatt.example:587",
                        "MAIL_FROM",
                        "lotse@werkstatt.example",
                        "STAFF_MAIL",
                        "team@werkstatt.example",
                        "METRICS_TOKEN",
                        "geheimgeheimgeheim",
                        "RECIPIENTS",
                        "Rechenhaus GmbH");
        assertThat(records.get("auftragsverarbeiter.md"))
                .contains("mail.werkstatt.example", "Rechenhaus GmbH");
        for (var text : records.values()) assertThat(text).doesNotContain("geheim@", "geheimgeh");
    }

    @Test
    void aMessengerIsARecipientThatAnswersForItselfAndNoProcessor() throws Exception {
        var records = records("TELEGRAM_TOKEN", "123456:geheimgeheim");
        assertThat(records.get("verzeichnis.md"))
                .containsPattern("- Telegram .*selbst verantwortlich, kein Auftragsverarbeiter")
                .contains("die Nummer ihres Chats")
                .contains("kann außerhalb der EU liegen")
                .contains("Messenger: Eingegangenes, bis es bearbeitet ist")
                .contains("| `TELEGRAM_TOKEN` | gesetzt |");
        assertThat(records.get("speicherorte.md"))
                .contains(
                        "| Messenger: Nummer des Chats", "Schlüssel des Tages", "| bei Telegram |");
        assertThat(records.get("auftragsverarbeiter.md")).doesNotContain("Telegram");
        for (var text : records.values()) assertThat(text).doesNotContain("geheimgeheim");
    }

    @Test
    void withoutAMessengerNoneIsNamed() throws Exception {
        assertThat(register()).contains("Keine Übermittlung").doesNotContain("Messenger:", "Chats");
        assertThat(records().get("speicherorte.md")).doesNotContain("Messenger");
    }

    @Test
    void theThresholdCheckCountsWhatApplies() throws Exception {
        assertThat(records().get("schwellwert.md")).contains("treffen 1 von 9 Kriterien zu");
        assertThat(records("MIN_AGE", "0").get("schwellwert.md"))
                .contains("treffen 2 von 9 Kriterien zu", "Bitte macht sie");
    }

    @Test
    void theCommandWritesThemAsFiles(@TempDir Path folder) throws Exception {
        int code = Main.commands(with()).execute("privacy", "--write", folder.toString());
        assertThat(code).isZero();
        for (var name :
                List.of(
                        "verzeichnis.md",
                        "speicherorte.md",
                        "schwellwert.md",
                        "auftragsverarbeiter.md"))
            assertThat(Files.readString(folder.resolve(name))).startsWith("# ");
    }
}
