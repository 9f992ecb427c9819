// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.site;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.render.DialogText;

/// The information of Art. 13 GDPR, made from what the dialogs in force ask, for what and for how
/// long, and from the settings: so it never says anything else than what happens.
final class PrivacyNotice {
    private static final int MONTHS_OF_A_YEAR = 12;

    /// More questions than this are told by their groups, for the sake of reading.
    private static final int NAMED_MAX = 8;

    private final Operator operator;
    private final List<Dialog> dialogs;

    private PrivacyNotice(Operator operator, Collection<Dialog> dialogs) {
        this.operator = operator;
        this.dialogs = List.copyOf(dialogs);
    }

    static List<Item> of(Operator operator, Collection<Dialog> dialogs) {
        var items = new ArrayList<>(new PrivacyNotice(operator, dialogs).items());
        items.add(EnglishSummary.of(operator));
        return items;
    }

    private List<Item> items() {
        var contact = operator.markdown("kontakt");
        return List.of(
                new Item("besuch", "Wenn ihr nur schaut", VISIT),
                new Item(
                        "verantwortlich",
                        "Wer verantwortlich ist",
                        "%s\n\n%s\n\nE-Mail: %s"
                                .formatted(
                                        operator.markdown("stelle"),
                                        operator.markdown("anschrift"),
                                        contact)),
                new Item(
                        "kontakt",
                        "Wer Fragen zum Datenschutz beantwortet",
                        operator.markdown("datenschutz_kontakt")),
                new Item("zwecke", "Wozu wir eure Angaben nutzen", purposes()),
                new Item("grundlage", "Was es uns erlaubt", Grounds.of(operator, dialogs)),
                new Item("empfaenger", "Wer die Angaben bekommt", recipients()),
                new Item("drittland", "Länder außerhalb der EU", ABROAD),
                new Item("dauer", "Wie lange wir sie behalten", retention()),
                new Item("rechte", "Welche Rechte ihr habt", rights(contact)),
                new Item("widerruf", "Wie ihr widerruft", withdrawal(contact)),
                new Item("beschwerde", "Wo ihr euch beschweren könnt", complaint()),
                new Item("pflicht", "Müsst ihr etwas angeben?", required()),
                new Item("automatik", "Entscheidet ein Programm über euch?", AUTOMATIC));
    }

    private static final String VISIT =
            """
            Wir zählen euch nicht, und wir binden nichts von fremden Servern ein. Der Skizzenlotse
            schreibt eure Internetadresse nicht auf. Damit niemand den Dienst lahmlegt, zählen
            wir Anfragen. Dafür machen wir aus eurer Adresse ein Kürzel, das nur im
            Arbeitsspeicher liegt und am nächsten Tag nicht mehr zu gebrauchen ist.

            Erst wenn ihr ein Gespräch beginnt, merkt sich euer Browser eine zufällige Nummer.
            Sie ordnet euch eure Antworten zu. Im Chat merkt er sich auch, was ihr getippt und noch
            nicht abgeschickt habt, bis ihr den Tab schließt.

            Füllt ihr mit anderen zusammen aus, speichern wir auch die Namen, die ihr einander gebt.
            Wer eingeladen ist, liest vorher, was gespeichert wird, und stimmt zu oder lässt es.
            """;

    private static final String ABROAD =
            """
            Wir geben nichts in Länder außerhalb der EU. Ausnahmen stünden oben bei „Wer die Angaben
            bekommt“. Schreibt ihr uns über einen Messenger, kann dessen Betreiber je nach Dienst
            mitlesen, auch außerhalb der EU. Im Browser ist keiner beteiligt.
            """;

    private String rights(String contact) {
        return """
        - **Auskunft:** Ihr könnt jederzeit sehen, was wir von euch haben.
        - **Berichtigung:** Ihr könnt jede Antwort ändern.
        - **Löschung:** Ihr könnt alles löschen, sofort und ohne Grund.
        - **Einschränkung:** Ihr könnt verlangen, dass wir Daten nur noch aufbewahren.
        - **Übertragbarkeit:** Ihr könnt eure Daten als Datei mitnehmen.
        %s
        Im Gespräch geht das unter „Mehr“ mit „Meine Daten“ und „Alles löschen“. Oder schreibt
        an %s.
        """
                .formatted(Grounds.objection(operator), contact);
    }

    private static String withdrawal(String contact) {
        return """
        Ihr könnt eure Einwilligung jederzeit widerrufen. Das ist so leicht wie das Ja: mit dem
        Wort „widerruf“ im Gespräch, unter „Mehr“ oder mit einer Nachricht an %s. Was wir bis
        dahin getan haben, bleibt erlaubt. Kopien in schon zugestellten E-Mails erreichen wir
        nicht immer.
        """
                .formatted(contact);
    }

    private static final String AUTOMATIC =
            """
            Nein. Es gibt keine automatische Entscheidung und kein Profil von euch. Auch die
            Einschätzung, ob eine Idee zu uns passt, lehnt niemanden ab. Ein Mensch liest alles.
            """;

    private String purposes() {
        var blocks = new ArrayList<String>();
        for (var dialog : dialogs) {
            blocks.add("**" + DialogText.escaped(title(dialog)) + "**");
            blocks.add(dialog.head().personal() ? purposes(dialog) : IMPERSONAL);
        }
        return String.join("\n\n", blocks);
    }

    private static final String IMPERSONAL =
            "Hier wählt ihr nur aus. Namen, eigene Worte oder Kontakte fragen wir nicht.";

    private String purposes(Dialog dialog) {
        var byPurpose =
                dialog.questions().stream()
                        .filter(one -> !one.rules().privacy().purpose().isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.rules().privacy().purpose(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var lines = new ArrayList<String>();
        byPurpose.forEach((purpose, asked) -> lines.add(purpose(dialog, purpose, asked)));
        return String.join("\n", lines);
    }

    private String purpose(Dialog dialog, String purpose, List<Question> asked) {
        var words = dialog.parts().purposes().getOrDefault(purpose, purpose + ".");
        var personal = asked.stream().filter(one -> one.rules().privacy().personal()).toList();
        var special = asked.stream().filter(one -> one.rules().privacy().special()).toList();
        var text = new StringBuilder("- **").append(words).append("** Dafür: ");
        if (asked.size() > NAMED_MAX) {
            text.append("eure Antworten zu ").append(groups(dialog, asked)).append(".");
            text.append(sentence(dialog, "Persönlich können sein", personal));
        } else text.append(names(dialog, asked)).append(".");
        text.append(sentence(dialog, "Besonders geschützt", special));
        if (!operator.legal().basis().exceptions().isEmpty())
            text.append(" Grundlage ist ")
                    .append(operator.legal().basis().of(dialog, purpose).words())
                    .append(".");
        return text.append(" Nach dem Ende der Beratung behalten wir das höchstens ")
                .append(longest(asked))
                .append(".")
                .toString();
    }

    private static String sentence(Dialog dialog, String before, List<Question> questions) {
        return questions.isEmpty() ? "" : " " + before + ": " + names(dialog, questions) + ".";
    }

    private static String groups(Dialog dialog, List<Question> asked) {
        return dialog.groups().stream()
                .filter(group -> group.steps().stream().anyMatch(asked::contains))
                .map(group -> dialog.words(group, dialog.head().language()).title())
                .map(title -> "„" + DialogText.escaped(title) + "“")
                .collect(Collectors.joining(", "));
    }

    private static String names(Dialog dialog, List<Question> questions) {
        return questions.stream()
                .map(one -> one.wording(dialog.head().language()).shortText())
                .map(DialogText::escaped)
                .collect(Collectors.joining(", "));
    }

    private static String longest(List<Question> asked) {
        return asked.stream()
                .map(one -> one.rules().privacy().keep())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(LocalDate.EPOCH::plus))
                .map(PrivacyNotice::words)
                .orElse("so lange, bis ihr löscht");
    }

    private static String words(Period period) {
        var days = period.get(ChronoUnit.DAYS);
        if (days > 0 && period.toTotalMonths() == 0)
            return days == 1 ? "einen Tag" : days + " Tage";
        var months = period.toTotalMonths();
        if (months % MONTHS_OF_A_YEAR != 0) return months == 1 ? "einen Monat" : months + " Monate";
        var years = months / MONTHS_OF_A_YEAR;
        return years == 1 ? "ein Jahr" : years + " Jahre";
    }

    /// The dialogs that ask nothing personal, and so for no consent.
    private List<Dialog> impersonal() {
        return dialogs.stream().filter(dialog -> !dialog.head().personal()).toList();
    }

    private static String titles(List<Dialog> dialogs) {
        return dialogs.stream()
                .map(dialog -> "„" + DialogText.escaped(title(dialog)) + "“")
                .collect(Collectors.joining(" und "));
    }

    private String recipients() {
        var all = operator.legal().recipients();
        return (all.isEmpty() ? operator.markdown("empfaenger") : Grounds.list(all))
                + "\n\nNur wer eure Angaben für die Arbeit braucht, kann sie lesen. Wir verkaufen"
                + " und verschenken nichts.";
    }

    private String retention() {
        return """
        - Entwürfe: %s Tage nach eurem letzten Lebenszeichen; 14 und 3 Tage vorher sagen wir im
          Gespräch Bescheid
        - was ihr abgeschickt habt: %s Monate nach dem Ende unserer Beratung, höchstens %s Monate
          nach dem Abschicken; 30 und 3 Tage vorher sagen wir im Gespräch Bescheid
        - was ihr zurückgezogen habt: 30 Tage
        - ohne eure Einwilligung: keine Inhalte, höchstens 24 Stunden eine technische Kennung
        %s
        Steht oben bei einem Zweck eine kürzere Zeit, gilt die.
        """
                .formatted(
                        operator.fact("entwurf_tage"),
                        operator.fact("aufbewahrung_monate"),
                        operator.fact("aufbewahrung_hoechstens"),
                        otherwise() + unasked());
    }

    /// Where a dialog keeps what was handed in for another time.
    private String otherwise() {
        return dialogs.stream()
                .filter(dialog -> dialog.head().timing().submitted().isPresent())
                .map(dialog ->
                        "- was ihr in %s abgeschickt habt: %s nach dem Ende unserer Beratung\n"
                                .formatted(
                                        titles(List.of(dialog)),
                                        words(dialog.head().timing().submitted().orElseThrow())))
                .collect(Collectors.joining());
    }

    /// How long the choices stay that need no consent.
    private String unasked() {
        return impersonal().stream()
                .map(dialog ->
                        "- eure Auswahl in %s: %s nach eurem letzten Lebenszeichen\n"
                                .formatted(
                                        titles(List.of(dialog)),
                                        words(dialog.head().timing().draft())))
                .collect(Collectors.joining());
    }

    private String complaint() {
        return operator.markdown("aufsicht")
                + "\n\nIhr könnt euch auch an die Behörde wenden, bei der ihr wohnt oder arbeitet.";
    }

    private String required() {
        var blocks = new ArrayList<String>();
        blocks.add("Nein, alles ist freiwillig. Ohne Angaben habt ihr keinen Nachteil.");
        for (var dialog : dialogs) {
            var needed = dialog.questions().stream().filter(one -> one.rules().neededToSubmit());
            var names = names(dialog, needed.toList());
            if (!names.isEmpty())
                blocks.add(
                        "Zum Abschicken von „%s“ brauchen wir nur: %s."
                                .formatted(DialogText.escaped(title(dialog)), names));
        }
        return String.join("\n\n", blocks);
    }

    private static String title(Dialog dialog) {
        return dialog.frame(dialog.head().language()).title();
    }
}
