// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.privacy;

import java.util.ArrayList;
import java.util.stream.Collectors;

/// The check whether an impact assessment is needed (Art. 35 GDPR), filled in as far as settings
/// and dialogs tell: two criteria or more mean that it probably is.
final class Threshold {
    private static final int CRITERIA_MANY = 2;

    private final Processing processing;
    private final ArrayList<String> met = new ArrayList<>();

    Threshold(Processing processing) {
        this.processing = processing;
    }

    String text() {
        var special =
                processing.personal().stream()
                        .filter(dialog -> !Processing.special(dialog).isEmpty())
                        .map(dialog ->
                                Processing.title(dialog)
                                        + " ("
                                        + Processing.names(Processing.special(dialog), dialog)
                                        + ")")
                        .collect(Collectors.joining("; "));
        var rows = String.join("\n", people(special), circumstances());
        return Records.text("schwellwert.md")
                .formatted(
                        rows,
                        met.size(),
                        met.size() >= CRITERIA_MANY
                                ? "Ab zweien ist sie in der Regel nötig: Bitte macht sie."
                                : "Ab zweien wäre sie in der Regel nötig. Prüft trotzdem die Liste"
                                        + " eurer Aufsichtsbehörde.",
                        processing.operator().legal().basis().standard().article(),
                        processing.fact("stelle"));
    }

    private String people(String special) {
        var age = processing.setting("MIN_AGE");
        var young = age.equals("0");
        return String.join(
                "\n",
                row("Bewerten oder Einstufen von Menschen", false, "Es geht um Ideen"),
                row("Automatische Entscheidung mit Folgen", false, "Ein Mensch liest alles"),
                row("Systematische Überwachung", false, "Kein Zählen, kein Verfolgen"),
                row(
                        "Besonders geschützte Daten",
                        !special.isEmpty(),
                        special.isEmpty() ? "Keine Frage danach" : special),
                row(
                        "Schutzbedürftige Menschen",
                        young,
                        young
                                ? "Ohne Hinweis auf das Alter (MIN_AGE 0)"
                                : "Unter " + age + " schreibt jemand Erwachsenes mit"));
    }

    private String circumstances() {
        return String.join(
                "\n",
                row("Großer Umfang", false, "Skizzen einer Stelle, [wie viele im Jahr?]"),
                row("Zusammenführen von Datensätzen", false, "Nur was jemand selbst mitnimmt"),
                row("Neue Technik", false, "Formular im Gespräch, kein Sprachmodell"),
                row("Hindert an einem Dienst", false, "Freiwillig; die Sprechstunde bleibt offen"));
    }

    private String row(String criterion, boolean applies, String why) {
        if (applies) met.add(criterion);
        return "| %s | %s | %s |".formatted(criterion, applies ? "ja" : "nein", why);
    }
}
