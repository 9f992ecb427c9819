// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.parse.Words;

/// The words of the commands. A word is a command only when it is the whole message, or with a
/// slash before it; some take a target behind ("ändern Träger"). Those of every language are
/// understood; people are told those of their own. Words are data, from
/// `texts/commands/<language>.properties`.
final class CommandWords {
    private static final String OPEN = "open_";
    private static final String SPEAK = "speak_";
    private static final String WHY_LIGHT = "why_light";

    /// The commands that take a target behind their word.
    private static final Set<Command> TARGETED =
            Set.of(Command.CHANGE, Command.DEEPEN, Command.LANGUAGE, Command.REDACT);

    private final Map<Command, String> shown = new EnumMap<>(Command.class);
    private final Map<String, Found> byWord = new LinkedHashMap<>();
    private final Pattern targeted;

    /// The words of all languages by ID: of a command, of an open answer (`open_…`), of a variant
    /// to speak in (`speak_…`), of the question after the light (`why_light`). Those of `own` are
    /// told to people, else those of any language.
    ///
    /// @throws IllegalArgumentException when a command has no words at all
    CommandWords(Map<String, Map<String, String>> byLanguage, String own) {
        var languages = new ArrayList<>(List.of(byLanguage.getOrDefault(own, Map.of())));
        languages.addAll(byLanguage.values());
        languages.forEach(this::add);
        for (var command : Command.values())
            if (!shown.containsKey(command))
                throw new IllegalArgumentException("no words for the command " + command.id());
        targeted =
                Pattern.compile(
                        "(" + targetedWords(byLanguage) + ")\\s+(\\S.*)",
                        Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void add(Map<String, String> language) {
        new TreeMap<>(language)
                .forEach((id, words) -> {
                    var found = found(id);
                    if (found.target().isEmpty() && !id.startsWith(OPEN))
                        shown.putIfAbsent(found.command(), split(words).getFirst());
                    for (var word : split(words)) byWord.putIfAbsent(Words.normal(word), found);
                    byWord.putIfAbsent(Words.normal(id), found);
                });
    }

    private static Found found(String id) {
        if (id.startsWith(SPEAK))
            return new Found(
                    Command.LANGUAGE, OpenStatus.UNKNOWN, id.substring(SPEAK.length()), false);
        if (id.equals(WHY_LIGHT))
            return new Found(Command.WHY, OpenStatus.UNKNOWN, Commands.LIGHT, false);
        var status =
                id.startsWith(OPEN)
                        ? OpenStatus.of(id.substring(OPEN.length()))
                        : Optional.<OpenStatus>empty();
        if (status.isPresent()) return new Found(Command.OPEN, status.get(), "", false);
        var command =
                Command.of(id)
                        .orElseThrow(() -> new IllegalArgumentException("no such command: " + id));
        return new Found(command, OpenStatus.UNKNOWN, "", false);
    }

    private static List<String> split(String words) {
        return List.of(words.split("\\|", -1));
    }

    /// The single words before a target, longer ones first.
    private static String targetedWords(Map<String, Map<String, String>> byLanguage) {
        var words = new LinkedHashSet<String>();
        for (var language : byLanguage.values())
            for (var command : TARGETED)
                for (var word : split(language.getOrDefault(command.id(), "")))
                    if (!word.isEmpty() && word.indexOf(' ') < 0)
                        words.addAll(List.of(word, Words.normal(word)));
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /// A command found in a message; `open` for open answers, `target` as typed (may be empty).
    record Found(Command command, OpenStatus open, String target, boolean slash) {
        /// What its target is for a command by name.
        String targetName() {
            return command == Command.OPEN ? open.id() : target;
        }

        private Found slashed(boolean with) {
            return new Found(command, open, target, with);
        }
    }

    /// The command that a whole message is.
    Optional<Found> of(String text) {
        var slash = text.startsWith("/") && text.length() > 1;
        var bare = (slash ? text.substring(1) : text).strip();
        var exact = exact(bare, slash);
        if (exact.isPresent()) return exact;
        var matcher = targeted.matcher(bare);
        if (!matcher.matches()) return Optional.empty();
        var target = matcher.group(2).strip();
        return exact(matcher.group(1), slash)
                .map(f -> new Found(f.command(), f.open(), target(target), slash));
    }

    /// A language may be named by its words: "sprache englisch".
    private String target(String typed) {
        var named = byWord.get(Words.normal(typed));
        return named != null && named.command() == Command.LANGUAGE && !named.target().isEmpty()
                ? named.target()
                : typed;
    }

    private Optional<Found> exact(String text, boolean slash) {
        if (text.equals("?"))
            return Optional.of(new Found(Command.HELP, OpenStatus.UNKNOWN, "", true));
        var normal = Words.normal(text);
        if (normal.isEmpty()) return Optional.empty();
        return Optional.ofNullable(byWord.get(normal)).map(found -> found.slashed(slash));
    }

    /// Whether this target is a language that has words here.
    boolean isLanguage(String target) {
        return byWord.values().stream()
                .anyMatch(one -> one.command() == Command.LANGUAGE && one.target().equals(target));
    }

    /// The open answer that a message misses by a slip.
    Optional<OpenStatus> nearOpen(String text) {
        return near(text, 6)
                .filter(found -> found.command() == Command.OPEN)
                .map(Found::open)
                .sorted()
                .findFirst();
    }

    /// The command that a message misses by a slip; never one that destroys.
    Optional<Command> near(String text) {
        return near(text, 5)
                .filter(found -> found.command() != Command.OPEN && found.target().isEmpty())
                .map(Found::command)
                .filter(command -> !command.destroys())
                .findFirst();
    }

    private Stream<Found> near(String text, int lengthMin) {
        var normal = Words.normal(text);
        return byWord.entrySet().stream()
                .filter(word -> word.getKey().length() >= lengthMin)
                .filter(word -> Words.isNear(normal, word.getKey()))
                .map(Map.Entry::getValue);
    }

    /// The word by which a command is named to people.
    String word(Command command) {
        return shown.getOrDefault(command, command.id());
    }
}
