// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers to hand in with, by their steps.
final class Handing {
    /// A short sketch of a food bank.
    static final Map<String, Object> USUAL = usual();

    private Handing() {}

    private static Map<String, Object> usual() {
        var all = new HashMap<String, Object>();
        all.put("einwilligung", "yes");
        all.put("_scope", "short");
        all.put("vorhandenes", "nein");
        all.put(
                "problem",
                "An manchen Tagen reicht das Essen nicht, an anderen bleibt viel übrig.");
        all.put("veraenderung", "Die Gäste gehen nicht mehr mit leeren Taschen nach Hause.");
        all.put("loesung", "Eine Vorschau zeigt, wie viele Gäste zur nächsten Ausgabe kommen.");
        all.put("titel", "Tafel-Vorschau");
        all.put("feld", List.of("wohnen", "alter"));
        all.put("region", "kreis");
        all.put("traeger", "verein");
        all.put("vorstellung", "Wir sind eine Tafel mit vierzehn Ausgabestellen.");
        all.put("engagement", "beides");
        all.put("mittel", "kaum");
        all.put("erwartung", List.of("umsetzung", "plan"));
        all.put("uebertragbar", "gleich");
        all.put("datenarten", "Zahl der Gäste je Ausgabetag, Wetter, Ferien");
        all.put("vorhanden", "da");
        all.put("personenbezug", "nein");
        all.put("produkt", "passt_nicht");
        all.put(
                "produkt_grund",
                "Es gibt eine App gegen Abfall, aber sie kennt unsere Tage nicht.");
        all.put("betreuung", "mehrere");
        all.put("stunden", "3");
        all.put("befugnis", "kurz");
        all.put("gruppen", List.of("armut", "familien"));
        all.put("offen_teilen", "ja");
        all.put("antwortweg", "mail");
        all.put("kontaktdaten", Map.of("name", "Alex", "email", "tafel@example.org"));
        all.put("bestaetigung", "tafel@example.org");
        return Map.copyOf(all);
    }
}
