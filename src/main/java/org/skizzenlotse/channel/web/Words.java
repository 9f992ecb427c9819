// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.List;
import java.util.Set;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.sketch.Sketch;

/// The words of the pages themselves; what a dialog says comes from its files.
final class Words {
    /// In sight on every page, beside the answer.
    static final List<Command> QUICK = List.of(Command.CONTINUE, Command.BACK, Command.OVERVIEW);

    /// Behind "Mehr".
    static final Set<Command> MORE =
            Set.of(
                    Command.HELP,
                    Command.CHANGE,
                    Command.PAUSE,
                    Command.PERSON,
                    Command.FULL,
                    Command.DEEPEN,
                    Command.LANGUAGE,
                    Command.WITHDRAW,
                    Command.UNDO,
                    Command.MY_DATA,
                    Command.KEY,
                    Command.NO_REMINDERS,
                    Command.REMINDERS,
                    Command.START_OVER,
                    Command.STOP,
                    Command.ERASE);

    private Words() {}

    /// The heading of a station; empty for steps of the dialog, which bring their own.
    static String station(String step) {
        return switch (step) {
            case "_scope" -> "Kurz oder ausführlich?";
            case "_impact" -> "Das ändert sich dadurch";
            case "_confirm" -> "Seid ihr sicher?";
            case "_typo" -> "Kurz nachgefragt";
            case "_review" -> "Alles auf einen Blick, bevor es losgeht";
            case "_submitted" -> "Das ist bei uns angekommen";
            case "_paused" -> "Pause";
            case "_closed" -> "Dieses Gespräch ist zu Ende";
            default -> "";
        };
    }

    /// A command as a button says it, with the word in it by which the texts name it; empty where
    /// pages have another way.
    static String command(Command command) {
        return switch (command) {
            case HELP -> "Hilfe";
            case BACK -> "Zurück";
            case CHANGE -> "Antwort ändern";
            case OVERVIEW -> "Überblick";
            case PAUSE -> "Pause";
            case CONTINUE -> "Weitermachen";
            case PERSON -> "Mit Menschen sprechen";
            case FULL -> "Alle Fragen durchgehen";
            case UNDO -> "Letzte Änderung rückgängig machen";
            case STOP -> "Aufhören …";
            case KEY -> "Rückkehr-Schlüssel";
            case NO_REMINDERS -> "Keine Erinnerungen mehr";
            case REMINDERS -> "Wieder erinnern";
            case MY_DATA -> "Meine Daten";
            case START_OVER -> "Neu anfangen …";
            case ERASE -> "Alles löschen …";
            case LANGUAGE -> "Sprache";
            case DEEPEN -> "Einen Teil vertiefen";
            case WITHDRAW -> "Einwilligung widerrufen …";
            case WHY, OPEN, RETRACT, MORE -> "";
        };
    }

    /// How to type an answer of this type.
    static String format(String type) {
        return switch (type) {
            case "date" -> "Tag, Monat und Jahr, zum Beispiel 31.1.2027";
            case "money" -> "Betrag in Euro, zum Beispiel 12.500";
            case "email" -> "zum Beispiel name@beispiel.de";
            case "url" -> "zum Beispiel https://beispiel.de";
            case "multi" -> "Mehreres ist möglich.";
            default -> "";
        };
    }

    /// An honest range of what is to come; empty when nothing is.
    static String progress(Progress progress) {
        if (progress.group().isEmpty() || progress.groupMost() == 0) {
            return progress.most() == 0
                    ? ""
                    : "Insgesamt " + still(progress.least(), progress.most());
        }
        return progress.group() + ": " + still(progress.groupLeast(), progress.groupMost());
    }

    /// Why a section is open.
    static String reason(Sketch.Section section) {
        return section.why()
                .map(reason ->
                        switch (reason) {
                            case UNKNOWN -> "wisst ihr noch nicht";
                            case LATER -> "wollt ihr später sagen";
                            case REFUSED -> "wollt ihr nicht sagen";
                            case NOT_ASKED -> "noch nicht gefragt";
                            case DEPENDS_ON ->
                                    "hängt ab von: " + String.join(", ", section.dependsOn());
                        })
                .orElse("");
    }

    private static String still(int least, int most) {
        var range = least == most ? String.valueOf(most) : least + " bis " + most;
        return "noch " + range + (most == 1 ? " Frage" : " Fragen");
    }
}
