// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import org.skizzenlotse.engine.Command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.parse.Words;

/// The words of the commands. A word is a command only when it is the whole message, or with a
/// slash before it; some take a target behind ("ändern Träger").
final class CommandWords {
    private static final Map<Command, List<String>> WORDS = new LinkedHashMap<>();
    private static final Map<OpenStatus, List<String>> OPEN =
            Map.of(
                    OpenStatus.UNKNOWN,
                    List.of(
                            "weiß nicht",
                            "weiß ich nicht",
                            "weiß ich noch nicht",
                            "wissen wir nicht",
                            "wissen wir noch nicht",
                            "noch nicht",
                            "keine ahnung",
                            "unbekannt",
                            "noch offen",
                            "offen",
                            "weiß noch nicht",
                            "wissen wir nicht genau",
                            "keinen plan",
                            "don't know",
                            "unknown"),
                    OpenStatus.LATER,
                    List.of("später", "spaeter", "mache ich später", "machen wir später", "later"),
                    OpenStatus.REFUSED,
                    List.of(
                            "keine angabe",
                            "möchte ich nicht sagen",
                            "sag ich nicht",
                            "k.a.",
                            "refused"),
                    OpenStatus.NOT_APPLICABLE,
                    List.of("trifft nicht zu", "passt nicht", "entfällt", "not applicable"));
    private static final Map<String, Command> BY_WORD = new HashMap<>();
    private static final Map<String, OpenStatus> OPEN_BY_WORD = new HashMap<>();
    private static final Pattern TARGETED =
            Pattern.compile(
                    "(?is)(ändern|ändere|aendern|change|vertiefen|deepen|sprache|language)"
                            + "\\s+(\\S.*)");

    static {
        words(Command.HELP, "hilfe", "help", "?", "hilf mir");
        words(Command.WHY, "warum", "wieso", "weshalb", "why", "warum diese frage", "wozu");
        words(Command.BACK, "zurück", "back", "vorige frage", "eine frage zurück");
        words(Command.CHANGE, "ändern", "ändere", "change", "korrigieren", "etwas ändern");
        words(Command.OVERVIEW, "überblick", "übersicht", "overview", "stand");
        words(Command.PAUSE, "pause", "pausieren", "morgen weiter", "später weiter");
        words(Command.CONTINUE, "weiter", "weitermachen", "fortsetzen", "continue", "resume");
        words(
                Command.PERSON,
                "mensch",
                "mit menschen sprechen",
                "person",
                "sprechstunde",
                "kontakt");
        words(Command.FULL, "voll", "alle fragen", "vollständig", "full");
        words(Command.DEEPEN, "vertiefen", "mehr fragen", "deepen");
        words(Command.WITHDRAW, "widerruf", "widerrufen", "einwilligung widerrufen", "withdraw");
        words(Command.RETRACT, "zurückziehen", "skizze zurückziehen", "zurücknehmen", "retract");
        words(Command.ERASE, "löschen", "alles löschen", "erase", "delete");
        words(
                Command.START_OVER,
                "neu anfangen",
                "von vorn",
                "neustart",
                "start over",
                "start_over");
        words(Command.LANGUAGE, "sprache", "language");
        words(Command.UNDO, "rückgängig", "undo");
        words(Command.MORE, "mehr", "more");
        words(Command.STOP, "aufhören", "stopp", "stop", "beenden", "schluss", "abbrechen");
        words(Command.MY_DATA, "meine daten", "daten", "my data", "my_data");
        words(
                Command.KEY,
                "schlüssel",
                "rückkehr-schlüssel",
                "rückkehrschlüssel",
                "neuer schlüssel",
                "key");
        words(
                Command.NO_REMINDERS,
                "keine erinnerungen",
                "keine erinnerungen mehr",
                "nicht mehr erinnern",
                "no_reminders",
                "no reminders");
        words(Command.REMINDERS, "erinnerungen", "wieder erinnern", "reminders");
        OPEN.forEach((status, words) -> {
            for (var word : words) OPEN_BY_WORD.put(Words.normal(word), status);
        });
    }

    private CommandWords() {}

    private static void words(Command command, String... words) {
        WORDS.put(command, List.of(words));
        for (var word : words) BY_WORD.put(Words.normal(word), command);
    }

    /// A command found in a message; `open` for open answers, `target` as typed (may be empty).
    record Found(Command command, OpenStatus open, String target, boolean slash) {
        /// What its target is for a command by name.
        String targetName() {
            return command == Command.OPEN ? open.id() : target;
        }
    }

    /// The command that a whole message is.
    static Optional<Found> of(String text) {
        var slash = text.startsWith("/") && text.length() > 1;
        var bare = (slash ? text.substring(1) : text).strip();
        var exact = exact(bare, slash);
        if (exact.isPresent()) return exact;
        var targeted = TARGETED.matcher(bare);
        if (!targeted.matches()) return Optional.empty();
        return exact(targeted.group(1), slash)
                .map(f -> new Found(f.command(), f.open(), targeted.group(2).strip(), slash));
    }

    private static Optional<Found> exact(String text, boolean slash) {
        if (text.equals("?"))
            return Optional.of(new Found(Command.HELP, OpenStatus.UNKNOWN, "", true));
        var normal = Words.normal(text);
        if (normal.isEmpty()) return Optional.empty();
        var open = OPEN_BY_WORD.get(normal);
        if (open != null) return Optional.of(new Found(Command.OPEN, open, "", slash));
        return Optional.ofNullable(BY_WORD.get(normal))
                .map(command -> new Found(command, OpenStatus.UNKNOWN, "", slash));
    }

    /// The open answer that a message misses by a slip.
    static Optional<OpenStatus> nearOpen(String text) {
        var normal = Words.normal(text);
        return OPEN_BY_WORD.entrySet().stream()
                .filter(one -> one.getKey().length() >= 6 && Words.isNear(normal, one.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    /// The command that a message misses by a slip; never one that destroys.
    static Optional<Command> near(String text) {
        var normal = Words.normal(text);
        return WORDS.entrySet().stream()
                .filter(one -> !one.getKey().destroys())
                .filter(one -> one.getValue().stream().anyMatch(w -> isNear(normal, w)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isNear(String normal, String word) {
        return word.length() >= 5 && Words.isNear(normal, Words.normal(word));
    }

    /// The word by which a command is named to people.
    static String word(Command command) {
        var words = WORDS.get(command);
        return words == null ? "weiß nicht" : words.getFirst();
    }
}
