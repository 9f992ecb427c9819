// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.Dialog;

/// A way in on the start page: a published dialog with the words that invite to it. `main` is the
/// one that stands out.
public record Way(String dialog, String time, String title, String text, String go, boolean main) {
    private static final List<Way> KNOWN =
            List.of(
                    new Way(
                            "vorpruefung",
                            "Zwei Minuten",
                            "Passt unsere Idee?",
                            "Höchstens zehn Fragen zum Antippen. Danach wisst ihr, wie gut eure"
                                    + " Idee zu uns passt und was als Nächstes hilft.",
                            "Kurz prüfen",
                            false),
                    new Way(
                            "skizze",
                            "Ab einer Viertelstunde",
                            "Unsere Skizze schreiben",
                            "Wir fragen, ihr erzählt. Am Ende steht eine Skizze, die ein Mensch"
                                    + " liest. Pause machen geht jederzeit.",
                            "Gespräch beginnen",
                            true),
                    new Way(
                            "sprechstunde",
                            "Fünf Minuten für die Anfrage",
                            "Lieber gleich mit Menschen reden",
                            "Die Sprechstunde steht allen offen, auch ohne fertige Idee. Sagt uns,"
                                    + " wann es euch passt.",
                            "Termin anfragen",
                            false));

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", Locale.GERMANY);

    /// The ways into these dialogs: first those that we know, in the order in which they help.
    static List<Way> of(Collection<Dialog> dialogs) {
        var ways = new ArrayList<Way>();
        for (var dialog : dialogs) {
            ways.add(
                    KNOWN.stream()
                            .filter(one -> one.dialog().equals(dialog.id()))
                            .findFirst()
                            .orElseGet(() -> other(dialog)));
        }
        ways.sort(Comparator.comparingInt(Way::rank));
        return ways;
    }

    private static Way other(Dialog dialog) {
        var title = dialog.frame(dialog.head().language()).title();
        return new Way(dialog.id(), "", title, "", "Beginnen", false);
    }

    private int rank() {
        var place = KNOWN.indexOf(this);
        return place < 0 ? KNOWN.size() : place;
    }

    /// What is said of a call at a moment; empty without one.
    static String call(Operator operator, Instant now) {
        var call = operator.call();
        if (call == null) return "";
        var until =
                "%s (Zeit in %s)"
                        .formatted(
                                MOMENT.format(call.until().atZone(operator.zone())),
                                operator.place());
        return now.isAfter(call.until())
                ? "Der Aufruf „%s“ ging bis zum %s. Skizzen zur Beratung nehmen wir immer an."
                        .formatted(call.name(), until)
                : "Gerade läuft der Aufruf „%s“: Skizzen dafür nehmen wir bis zum %s an. Alles"
                                .formatted(call.name(), until)
                        + " andere bleibt immer offen.";
    }
}
