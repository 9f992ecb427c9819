// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Problem.Severity;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in plain words what YAML could not read, and what usually lies behind it.
final class YamlTraps {
    static final String NO_YAML = "Diese Datei lässt sich nicht lesen.";

    private record Trap(String sign, String message, String proposal) {}

    /// A value that begins with a quotation mark and has no second one on its line.
    private static final Pattern OPEN_QUOTE =
            Pattern.compile("(?:^\\s*-|[:{,\\[]) +(\"[^\"]*|'[^']*)$");

    private static final Optional<Mark> NOWHERE = Optional.empty();

    private static final Trap UNCLOSED =
            new Trap(
                    "found unexpected end of stream",
                    "Ein Anführungszeichen wird nicht geschlossen.",
                    "Ergänzt das zweite Anführungszeichen am Ende des Textes.");

    /// The signs are parts of what the YAML reader says; the first that fits is taken.
    private static final List<Trap> TRAPS =
            List.of(
                    new Trap(
                            "TAB",
                            "Hier steht ein Tabulator.",
                            "Rückt mit Leerzeichen ein, zwei je Stufe."),
                    new Trap(
                            "mapping values are not allowed",
                            "Hier steht ein Doppelpunkt, der wie ein neuer Eintrag aussieht.",
                            "Setzt den Text in Anführungszeichen, oder prüft die Einrückung der"
                                    + " Zeile."),
                    new Trap(
                            "could not find expected ':'",
                            "Hier fehlt ein Doppelpunkt mit Leerzeichen dahinter.",
                            "Schreibt 'name: wert'. Gehört die Zeile zum Text darüber, rückt sie"
                                    + " weiter ein."),
                    UNCLOSED,
                    new Trap(
                            "flow mapping",
                            "In der geschweiften Klammer fehlt ein Komma oder die Klammer zu.",
                            "Schreibt {id: name, text: \"Text\"}; Texte mit Komma oder Doppelpunkt"
                                    + " in Anführungszeichen."),
                    new Trap(
                            "flow sequence",
                            "In der eckigen Klammer fehlt ein Komma oder die Klammer zu.",
                            "Schreibt [eins, zwei]; Texte mit Komma oder Doppelpunkt in"
                                    + " Anführungszeichen."),
                    new Trap(
                            "alias",
                            "Ein Text, der mit * beginnt, gilt in YAML als Verweis.",
                            "Setzt den Text in Anführungszeichen."),
                    new Trap(
                            "unknown escape",
                            "Der Schrägstrich \\ hat zwischen doppelten Anführungszeichen eine"
                                    + " eigene Bedeutung.",
                            "Nehmt einfache Anführungszeichen, oder schreibt \\\\."),
                    new Trap(
                            "cannot start any token",
                            "Mit diesem Zeichen darf ein Text nicht beginnen.",
                            "Setzt den Text in Anführungszeichen."),
                    new Trap(
                            "a single document",
                            "Die Datei enthält mehrere Teile, getrennt durch ---.",
                            "Jede Datei hat nur einen Teil: Nehmt die Zeile --- heraus."),
                    new Trap(
                            "block",
                            "Die Einrückung passt hier nicht zu den Zeilen darüber.",
                            "Was zusammengehört, beginnt in der gleichen Spalte; vor einem"
                                    + " Listenpunkt '-' steht nichts anderes."));

    private YamlTraps() {}

    static void report(
            Source bare, List<String> lines, MarkedYamlEngineException broken, Place place) {
        var index = place.line() - 1;
        var line = index >= 0 && index < lines.size() ? lines.get(index) : "";
        if (line.matches("\\s*\\t.*")) {
            var tab = new Place(place.line(), line.indexOf('\t') + 1, -1);
            report(bare, tab, TRAPS.getFirst());
            return;
        }
        var quote = openQuote(lines, place.line());
        if (quote.isPresent()) {
            report(bare, quote.get(), UNCLOSED);
            return;
        }
        var said = broken.getContext() + " " + broken.getProblem();
        for (var trap : TRAPS)
            if (said.contains(trap.sign())) {
                var begins = trap.sign().equals("alias") ? broken.getContextMark() : NOWHERE;
                report(bare, begins.map(YamlReader::place).orElse(place), trap);
                return;
            }
        bare.report(Severity.ERROR, place, NO_YAML, "Prüft Einrückung und Anführungszeichen.");
    }

    /// A quotation mark above that was not closed on its line: what the reader stumbles over
    /// further down began there.
    private static Optional<Place> openQuote(List<String> lines, int until) {
        for (int i = 0; i < Math.min(until, lines.size()); i++) {
            var found = OPEN_QUOTE.matcher(lines.get(i));
            if (found.find()) return Optional.of(new Place(i + 1, found.start(1) + 1, -1));
        }
        return Optional.empty();
    }

    private static void report(Source bare, Place place, Trap trap) {
        bare.report(Severity.ERROR, place, trap.message(), trap.proposal());
    }
}
