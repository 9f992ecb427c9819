// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.skizzenlotse.channel.web.site.Recipient;
import org.skizzenlotse.dialog.Dialog;

/// The documents as German Markdown, by file name. They are drafts: who runs the installation reads
/// them, completes what stands in brackets, and decides.
public final class Records {
    private static final String DRAFT =
            "Entwurf, gemacht aus den Einstellungen und Dialogen, die gerade gelten. Lest ihn,"
                    + " ergänzt, was in eckigen Klammern steht, und lasst euch im Zweifel"
                    + " beraten.\n";

    private static final String NOT_ABROAD =
            "Keine Übermittlung in Länder außerhalb der EU vorgesehen. [Prüft das für die Empfänger"
                    + " oben.]";

    private static final String ABROAD =
            ": Was dort geschrieben wird, kann außerhalb der EU liegen. Wer das nicht will,"
                    + " schreibt im Browser; so steht es in der Einwilligung.";

    private final Processing processing;

    private Records(Processing processing) {
        this.processing = processing;
    }

    /// All of them.
    public static Map<String, String> of(Processing processing) {
        var records = new Records(processing);
        var all = new LinkedHashMap<String, String>();
        all.put("verzeichnis.md", records.register());
        all.put("speicherorte.md", records.places());
        all.put("schwellwert.md", new Threshold(processing).text());
        all.put("auftragsverarbeiter.md", records.processors());
        return all;
    }

    /// Art. 30 (1) GDPR, item by item, and where the items of Art. 13 are told.
    private String register() {
        return text("verzeichnis.md")
                .formatted(
                        DRAFT,
                        processing.fact("stelle"),
                        processing.fact("anschrift"),
                        processing.fact("kontakt"),
                        processing.fact("datenschutz_kontakt"),
                        purposes(),
                        data(),
                        recipients(),
                        abroad(),
                        processing.fact("entwurf_tage"),
                        processing.fact("aufbewahrung_monate"),
                        periods(),
                        set("CLAMD", "keiner eingestellt"),
                        set("SMTP_URL", "als Dateien unter DATA/mail"),
                        settings());
    }

    private String set(String name, String otherwise) {
        var value = processing.setting(name);
        return value.isEmpty() ? otherwise : value;
    }

    private String purposes() {
        var lines = new ArrayList<String>();
        for (var dialog : processing.dialogs()) {
            lines.add("**" + Processing.title(dialog) + "**\n");
            if (!dialog.head().personal())
                lines.add(
                        "- Nur Auswahl, nichts Persönliches; Speichern der Auswahl: Artikel 6"
                                + " Absatz 1 Buchstabe f DSGVO");
            dialog.parts()
                    .purposes()
                    .forEach(
                            (id, words) -> lines.add("- " + id + ": " + words + basis(dialog, id)));
            lines.add("");
        }
        return String.join("\n", lines).strip();
    }

    private String basis(Dialog dialog, String purpose) {
        return " Grundlage: "
                + processing.operator().legal().basis().of(dialog, purpose).article()
                + ".";
    }

    private String data() {
        var lines = new ArrayList<String>();
        lines.add("Betroffen: Menschen, die für eine Initiative oder Organisation schreiben.\n");
        for (var dialog : processing.personal()) {
            lines.add("**" + Processing.title(dialog) + "**\n");
            lines.add(
                    "- Persönliche Angaben: "
                            + Processing.names(Processing.personal(dialog), dialog));
            var special = Processing.special(dialog);
            lines.add("- Besondere Kategorien: " + Processing.names(special, dialog));
            if (!special.isEmpty())
                lines.add(
                        "- dafür ausdrückliche Einwilligung (Artikel 9 Absatz 2 Buchstabe a"
                                + " DSGVO)");
            lines.add("- freie Texte und Dateien, in denen Persönliches stehen kann");
            lines.add(
                    "- von Menschen, die auf Einladung mitmachen: wie sie genannt werden, welche"
                            + " Antworten von ihnen sind, und ihre Zusage (Wortlaut, Sprache,"
                            + " Kanal, Zeit)");
            if (hasMessenger())
                lines.add(
                        "- von Menschen, die in einem Messenger schreiben: die Nummer ihres Chats"
                                + " dort; ihr Name dort nur, bis bearbeitet ist, was sie"
                                + " schrieben");
            lines.add("");
        }
        return String.join("\n", lines).strip();
    }

    private String recipients() {
        return processing.operator().legal().recipients().stream()
                .map(one -> "- " + one.name() + ": " + one.purpose() + responsible(one))
                .collect(Collectors.joining("\n"));
    }

    private static String responsible(Recipient recipient) {
        return recipient.kind() == Recipient.Kind.CONTROLLER
                ? " (selbst verantwortlich, kein Auftragsverarbeiter)"
                : "";
    }

    private boolean hasMessenger() {
        return !processing.controllers().isEmpty();
    }

    private String abroad() {
        var messengers =
                processing.controllers().stream()
                        .map(one -> "\n\n" + one.name() + ABROAD)
                        .collect(Collectors.joining());
        return NOT_ABROAD + messengers;
    }

    private String periods() {
        return hasMessenger()
                ? "\n- Messenger: Eingegangenes, bis es bearbeitet ist; was nicht zu bearbeiten"
                        + " ist, und Nummern von Eingegangenem: 7 Tage"
                : "";
    }

    private String settings() {
        return processing.settings().stream()
                .map(one ->
                        "| `%s` | %s | %s |"
                                .formatted(one.name(), cell(one.value()), cell(one.means())))
                .collect(Collectors.joining("\n"));
    }

    private static String cell(String text) {
        return text.isEmpty() ? "–" : text.replace("|", "\\|").replace("\n", " ");
    }

    private String places() {
        return text("speicherorte.md")
                .formatted(
                        DRAFT,
                        processing.setting("DATA"),
                        processing.fact("entwurf_tage"),
                        processing.fact("aufbewahrung_monate"),
                        processing.setting("FILES_TOTAL_GB"),
                        set("SMTP_URL", "als Dateien unter DATA/mail"),
                        hasMessenger() ? text("messenger-speicherorte.md").strip() + "\n" : "");
    }

    private String processors() {
        var rows =
                processing.processors().stream()
                        .map(one ->
                                "| %s | %s | [ja / nein] | [ ] |"
                                        .formatted(one.name(), one.purpose()))
                        .collect(Collectors.joining("\n"));
        return text("auftragsverarbeiter.md")
                .formatted(DRAFT, rows.isEmpty() ? "| (keiner eingestellt) | | | |" : rows);
    }

    /// A document with places to fill.
    static String text(String name) {
        try (var document = Records.class.getResourceAsStream("/records/" + name)) {
            if (document == null) throw new IllegalStateException("not packaged: " + name);
            return new String(document.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
