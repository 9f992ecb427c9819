// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.render.DialogText;

/// Imprint and accessibility statement, made from the settings in force.
final class LegalPages {
    private LegalPages() {}

    /// Who answers for this site (§ 5 DDG).
    static List<Item> imprint(Operator operator) {
        var items = new ArrayList<Item>();
        items.add(
                new Item(
                        "anbieter",
                        "Wer diese Seite anbietet",
                        operator.markdown("stelle") + "\n\n" + operator.markdown("anschrift")));
        items.add(
                new Item(
                        "kontakt",
                        "So erreicht ihr uns",
                        "E-Mail: " + operator.markdown("kontakt")));
        if (!operator.legal().imprint().isBlank())
            items.add(new Item("angaben", "Weitere Angaben", lines(operator.legal().imprint())));
        items.add(
                new Item(
                        "software",
                        "Die Software",
                        "Skizzenlotse ist freie Software (Apache-Lizenz 2.0). Wer mag, darf sie"
                                + " nutzen, ändern und weitergeben."));
        return items;
    }

    /// The text that was checked outside; without one, what there is instead.
    static List<Item> easy(Guidance.Easy easy) {
        if (!easy.exists())
            return List.of(
                    new Item(
                            "fehlt",
                            "Diesen Text gibt es noch nicht",
                            "Leichte Sprache hat feste Regeln. Menschen mit Lernschwierigkeiten"
                                    + " prüfen die Texte. Das ist hier noch nicht geschehen.\n\n"
                                    + "Das Gespräch gibt es aber in **Einfacher Sprache**: Dort"
                                    + " sind die Sätze kurz, geprüft hat sie niemand von außen."
                                    + " Schreibt im Gespräch: „einfache Sprache“."));
        var checked =
                "Geprüft von "
                        + DialogText.escaped(easy.checkedBy())
                        + ", "
                        + DialogText.escaped(easy.checkedOn())
                        + ".";
        return List.of(
                new Item("text", "Darum geht es", easy.text()),
                new Item("geprueft", "Wer diesen Text geprüft hat", checked));
    }

    private static String lines(String imprint) {
        return imprint.lines()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(DialogText::escaped)
                .collect(Collectors.joining("\n\n"));
    }

    /// The statement on accessibility (BGG § 12b, BITV 2.0 § 7).
    static List<Item> accessibility(Operator operator, Guidance guidance) {
        var easy = guidance.easy().exists() ? EASY_TOO : "";
        return List.of(
                new Item("gilt", "Wofür diese Erklärung gilt", SCOPE),
                new Item("stand", "Wie barrierefrei die Seite ist", state(operator)),
                new Item("geht", "Was gut geht", WORKS + easy),
                new Item(
                        "offen",
                        "Was noch nicht barrierefrei ist",
                        (easy.isEmpty() ? NO_EASY : "") + MISSING),
                new Item(
                        "melden",
                        "Stört euch etwas?",
                        "Schreibt uns: %s. Wir antworten innerhalb von vier Wochen. Bis dahin"
                                        .formatted(operator.markdown("kontakt"))
                                + " helfen wir euch gern auf einem anderen Weg, etwa am Telefon"
                                + " oder in der Sprechstunde."),
                new Item("schlichtung", "Wenn wir euch nicht weiterhelfen", ARBITRATION));
    }

    private static final String SCOPE =
            "Für alle Seiten dieses Angebots: die Startseite, das Gespräch, die Prinzipien, die"
                    + " Fragen und die rechtlichen Seiten. Maßstab sind das"
                    + " Behindertengleichstellungsgesetz (BGG), die Barrierefreie-"
                    + "Informationstechnik-Verordnung (BITV 2.0), die Norm EN 301 549 und die"
                    + " Regeln WCAG 2.2 auf Stufe AA.";

    private static String state(Operator operator) {
        var day = operator.legal().accessibilityChecked();
        return "Die Seite hält diese Regeln zum größten Teil ein. Das beruht auf einer eigenen"
                + " Prüfung: Jede Seite wird bei jeder Änderung von einem Programm auf Fehler"
                + " geprüft und ohne Maus bedient. Eine Prüfung von außen gab es noch nicht.\n\n"
                + (day.isEmpty()
                        ? "Die Stelle, die diese Seite anbietet, hat noch kein eigenes Datum der"
                                + " Prüfung genannt."
                        : "Zuletzt geprüft: " + DialogText.escaped(day) + ".");
    }

    private static final String WORKS =
            """
            - Alles geht mit der Tastatur und mit Vorleseprogrammen, auch ganz ohne JavaScript.
            - Die Schrift lässt sich vergrößern, und die Seite passt auf kleine Bildschirme.
            - Dunkle Darstellung, starke Kontraste und wenig Bewegung folgen euren Einstellungen.
            - Für eine Antwort gibt es keine Zeitgrenze. Ihr könnt jederzeit Pause machen. Wie lange
              ein Entwurf bleibt, steht bei „Datenschutz“.
            """;

    private static final String EASY_TOO = "- Das Wichtigste steht auch in Leichter Sprache.\n";

    private static final String NO_EASY =
            "- Es gibt noch keine Fassung in Leichter Sprache. Das Gespräch gibt es in Einfacher"
                    + " Sprache.\n";

    private static final String MISSING =
            """
            - Es gibt noch keine Videos in Deutscher Gebärdensprache.
            - Menschen, die auf Hilfsmittel angewiesen sind, haben die Seite noch nicht getestet.

            Ein Gespräch am Telefon oder mit Gebärdensprache könnt ihr in der Sprechstunde bekommen.
            """;

    private static final String ARBITRATION =
            """
            Bekommt ihr keine gute Antwort, könnt ihr die Schlichtungsstelle nach § 16 BGG anrufen.
            Das kostet nichts, und ihr braucht keine Anwältin und keinen Anwalt. Sie ist für Stellen
            des Bundes zuständig; in den Ländern gibt es eigene.

            Schlichtungsstelle nach dem Behindertengleichstellungsgesetz bei dem Beauftragten der
            Bundesregierung für die Belange von Menschen mit Behinderungen, Mauerstraße 53,
            10117 Berlin

            Telefon: 030 18 527-2805, E-Mail:
            [info@schlichtungsstelle-bgg.de](mailto:info@schlichtungsstelle-bgg.de), im Netz:
            [www.schlichtungsstelle-bgg.de](https://www.schlichtungsstelle-bgg.de)
            """;
}
