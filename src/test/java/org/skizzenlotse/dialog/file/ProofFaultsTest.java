// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What does not hold on all ways is found, with the conditions that exclude each other and an
/// example.
class ProofFaultsTest {
    private static final String HEAD = "probe/dialog.yaml";
    private static final String IDEA = "probe/groups/idee.yaml";
    private static final String WHEN = "when: monat >= 8 && 'zeit' in ziele";
    private static final String HOURS = "    check:\n      - {should: \"value >= 2\",";
    private static final String NAMED = "{traeger: [staat, firma]}";
    private static final String WHO = "    open: [unknown, later]\n";
    private static final String AIMS = "    text: Was soll es bringen?\n";
    private static final String PARTNER = "    text: \"Wer macht bei {traeger} mit?\"\n";

    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource({"neverAsked", "always", "checks", "neverAnswered", "deadEnds", "named"})
    void everyFaultIsNamedAtItsPlace(Fault fault) {
        fault.mustBeFound(folder);
    }

    private static Fault when(String cel) {
        return Fault.of(IDEA, WHEN, "when: \"" + cel + "\"");
    }

    private static Fault hours(String severity, String cel) {
        return Fault.of(IDEA, HOURS, checks(severity, cel));
    }

    /// Another check at another step, before this passage.
    private static Fault must(String passage, String cel) {
        return Fault.of(IDEA, passage, checks("must", cel) + " say: Nein.}\n" + passage);
    }

    private static String checks(String severity, String cel) {
        return "    check:\n      - {" + severity + ": \"" + cel + "\",";
    }

    static List<Fault> neverAsked() {
        return List.of(
                when("traeger == 'verein' && traeger == 'staat'")
                        .says(
                                "\"traeger",
                                "'beginn' wird nie gefragt, egal was jemand antwortet. Die"
                                        + " Bedingung widerspricht sich selbst: 'Wer' 'Ein Verein'"
                                        + " ist und 'Wer' 'Eine Behörde' ist.",
                                "Ändert eine der Bedingungen"),
                when("answered(partner) && traeger == 'verein'")
                        .says(
                                "\"answered",
                                "'Partner' wird nur gefragt, wenn „Eine staatliche Stelle bringt es"
                                        + " ein“ gilt (Zeile 22 in idee.yaml)",
                                "streicht den Schritt"),
                when("stunden > 60").says("\"stunden", "die Grenzen von 'Stunden'", "Ändert"),
                when("stunden < 0").says("\"stunden", "die Grenzen von 'Stunden'", "Ändert"),
                when("stunden > 2 && stunden < 3").says("\"stunden", "widerspricht sich", "Ändert"),
                when("monat >= 8 && stunden < 2").says("\"monat", "widerspricht sich", "Ändert"),
                when("monat == 9").says("\"monat", "widerspricht sich", "Ändert"),
                when("open(ziele) && 'zeit' in ziele").says("\"open", "nie gefragt", "Ändert"),
                when("answered(traeger) && open(traeger)").says("\"answ", "nie gefragt", "Ändert"),
                when("staatlich && traeger == 'verein'").says("\"staat", "nie gefragt", "Ändert"),
                when("open(einwilligung)").says("\"open", "nie gefragt", "Ändert"),
                when("!einwilligung")
                        .says(
                                "\"!ein",
                                "nach einem Nein zu 'Einwilligung' ist das Gespräch zu Ende",
                                "Ändert"),
                when("frist < date('2027-01-01') && frist > date('2028-01-01')")
                        .says("\"frist", "'Frist' kleiner als 1.1.2027 ist", "Ändert"),
                when("plaetze > 2 && plaetze <= 2").says("\"plaetze", "nie gefragt", "Ändert"),
                when("!('zeit' in ziele) && !('wissen' in ziele)")
                        .says("\"!(", "die Grenzen von 'Ziele'", "Ändert"),
                when("!(traeger in ['verein', 'staat', 'firma']) && answered(traeger)")
                        .says("\"!(", "nie gefragt", "Ändert"),
                hours("must", "value < 2")
                        .says("monat >= 8", "die Prüfung von 'Stunden' verlangt", "Ändert"));
    }

    static List<Fault> always() {
        return List.of(
                when("answered(traeger) || open(traeger)")
                        .says("\"answered", "Diese Bedingung gilt immer", "Lasst when weg"),
                when("stunden >= 0 || open(stunden)").says("\"stunden", "gilt immer", "Lasst when"),
                when("einwilligung").says("\"einwilligung", "gilt immer", "Lasst when"),
                when("!answered(partner) || staatlich").says("\"!answ", "gilt immer", "Lasst when"),
                when("!(answered(ziele) && open(ziele))").says("\"!(", "gilt immer", "Lasst"));
    }

    static List<Fault> checks() {
        return List.of(
                hours("must", "value >= 0").says("\"value", "lehnt nie etwas ab", "Streicht sie"),
                hours("must", "value <= 60 || traeger == 'verein'")
                        .says("\"value", "lehnt nie etwas ab", "Sie gilt immer"),
                hours("should", "value >= 0").says("\"value", "fragt nie nach", "Streicht sie"),
                hours("should", "value > 60")
                        .says("\"value", "fragt bei jeder Antwort nach", "Sie gilt nie"));
    }

    static List<Fault> neverAnswered() {
        return List.of(
                hours("must", "value > 60")
                        .says(
                                "stunden",
                                "Auf 'stunden' kann niemand antworten: Alles wird abgelehnt."
                                        + " Zusammen schließen es aus: die Grenzen von 'Stunden'"
                                        + " (Zeile 37 in idee.yaml); die Prüfung von 'Stunden'",
                                "Ändert die Prüfung"),
                must(WHO, "value != 'firma'")
                        .says("firma", "'firma' kann niemand wählen", "streicht die Auswahl"),
                must(WHO, "value in ['verein', 'staat']")
                        .says("firma", "'firma' kann niemand wählen", "streicht die Auswahl"),
                must(AIMS, "!('zeit' in value)")
                        .says("zeit", "'zeit' kann niemand wählen", "streicht die Auswahl"),
                must("    text: Was soll es bringen?\n", "'zeit' in value && !('wissen' in value)")
                        .says("wissen", "'wissen' kann niemand wählen", "streicht die Auswahl"),
                must(PARTNER, "size(value) > 300")
                        .says("partner", "Auf 'partner' kann niemand antworten", "Grenzen"),
                must(PARTNER, "size(value) < 1")
                        .says("partner", "Auf 'partner' kann niemand antworten", "Grenzen"));
    }

    static List<Fault> deadEnds() {
        return List.of(
                Fault.of(IDEA, HOURS, "    needed: submit\n" + checks("must", "value > 60"))
                        .says(
                                "\"value > 60",
                                "Wer irgendetwas antwortet, kommt bei 'Stunden' nicht weiter:"
                                        + " Jede Antwort wird abgelehnt.",
                                "erlaubt mit open"),
                Fault.of(
                                IDEA,
                                HOURS,
                                "    needed: submit\n"
                                        + checks("must", "value > 60 || traeger != 'verein'"))
                        .says(
                                "\"value > 60",
                                "Wer bei 'Wer' 'Ein Verein' wählt, kommt bei 'Stunden' nicht"
                                        + " weiter",
                                "erlaubt mit open"),
                Fault.of(
                                IDEA,
                                HOURS,
                                "    needed: submit\n"
                                        + checks("must", "value > 60 || 'zeit' in ziele"))
                        .says(
                                "\"value > 60",
                                "Wer bei 'Ziele' 'Mehr Wissen' wählt, kommt",
                                "erlaubt mit open"));
    }

    static List<Fault> named() {
        return List.of(
                Fault.of(HEAD, NAMED, "\"traeger == 'staat' && traeger == 'firma'\"")
                        .says("\"traeger", "'staatlich' gilt nie", "streicht sie"),
                Fault.of(HEAD, NAMED, "\"einwilligung\"")
                        .says("\"einwilligung", "'staatlich' gilt immer", "streicht sie"),
                Fault.of(
                                HEAD,
                                "conditions:\n",
                                "conditions:\n  klein: {means: Klein, is: {traeger: verein}}\n")
                        .says("{means: Klein", "'klein' wird nirgends genannt", "when: {klein"));
    }
}
