// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.AnswerType.Note;
import org.skizzenlotse.dialog.AnswerType.Option;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.parse.Parsed.Fault;

/// Choices of one and of several options, by words or by ID.
public final class Options {
    private final List<Option> options;
    private final Menu menu;

    /// The options of a question and the list in which they are numbered.
    public Options(List<Option> options, Menu menu) {
        this.options = List.copyOf(options);
        this.menu = menu;
    }

    /// One option in words. Words that fit none become the note of the only option that takes one,
    /// asked back.
    public Parsed one(String text) {
        var pick = menu.pick(text);
        if (pick.isPresent()) return chosen(pick.get().entry().id(), pick.get().note());
        var near = menu.near(text).filter(entry -> !entry.open());
        if (near.isPresent()) return new Parsed.Guessed(new Value.Chosen(near.get().id(), ""));
        var noting = menu.onlyNote();
        if (noting.isPresent() && text.strip().length() > 3 && !isNumber(text))
            return new Parsed.Guessed(new Value.Chosen(noting.get().id(), text.strip()));
        return Parsed.unusable(isNumber(text) ? Fault.NO_SUCH_OPTION : Fault.NO_OPTION, text);
    }

    /// One option by ID.
    public Parsed one(List<String> ids, String note) {
        if (ids.isEmpty()) return Parsed.unusable(Fault.NO_OPTION);
        if (ids.size() > 1) return Parsed.unusable(Fault.TOO_MANY, "1");
        return chosen(ids.getFirst(), note);
    }

    private Parsed chosen(String id, String note) {
        var option = options.stream().filter(one -> one.id().equals(id)).findFirst();
        if (option.isEmpty()) return Parsed.unusable(Fault.NO_SUCH_OPTION, id);
        var words = option.get().note() == Note.NONE ? "" : Words.clean(note);
        if (words.codePointCount(0, words.length()) > AnswerType.LONG_TEXT_LENGTH_MAX)
            return Parsed.unusable(Fault.TOO_LONG, String.valueOf(AnswerType.LONG_TEXT_LENGTH_MAX));
        var value = new Value.Chosen(id, words);
        if (option.get().note() == Note.REQUIRED && words.isEmpty())
            return new Parsed.NoteMissing(value);
        return new Parsed.Understood(value);
    }

    /// Several options in words: "1, 3 und 4".
    public Parsed several(String text, AnswerType.Multi type) {
        var whole = menu.pick(text);
        if (whole.isPresent())
            return limited(
                    new TreeSet<>(List.of(whole.get().entry().id())),
                    notes(whole.get().entry().id(), whole.get().note()),
                    type);
        return pieces(text, type);
    }

    private Parsed pieces(String text, AnswerType.Multi type) {
        var ids = new TreeSet<String>();
        var notes = new LinkedHashMap<String, String>();
        var guessed = false;
        for (var piece : menu.pieces(text)) {
            var pick = menu.pick(piece);
            if (pick.isPresent() && pick.get().entry().open())
                return Parsed.unusable(Fault.NO_SUCH_OPTION, piece);
            if (pick.isPresent()) {
                ids.add(pick.get().entry().id());
                notes.putAll(notes(pick.get().entry().id(), pick.get().note()));
                continue;
            }
            var near = isNumber(piece) ? Optional.<Menu.Entry>empty() : near(piece);
            var noting = isNumber(piece) ? near : menu.onlyNote();
            if (near.or(() -> noting).isEmpty())
                return Parsed.unusable(Fault.NO_SUCH_OPTION, piece);
            guessed = true;
            var guess = near.or(() -> noting);
            ids.add(guess.get().id());
            if (near.isEmpty())
                notes.merge(guess.get().id(), piece, (one, other) -> one + ", " + other);
        }
        var result = limited(ids, notes, type);
        return guessed && result instanceof Parsed.Understood(var value)
                ? new Parsed.Guessed(value)
                : result;
    }

    private Optional<Menu.Entry> near(String piece) {
        return menu.near(piece).filter(entry -> !entry.open());
    }

    private static Map<String, String> notes(String id, String note) {
        return note.isEmpty() ? Map.of() : Map.of(id, note);
    }

    /// The words beside options that were chosen before: for the one that still needs them.
    public Parsed noted(Value.ChosenMany chosen, String note, AnswerType.Multi type) {
        var notes = new LinkedHashMap<>(chosen.notes());
        noting(chosen.options(), notes).ifPresent(id -> notes.put(id, Words.clean(note)));
        return limited(new TreeSet<>(chosen.options()), notes, type);
    }

    /// The same once more, complete or not.
    public Parsed again(Value.ChosenMany chosen, AnswerType.Multi type) {
        return limited(new TreeSet<>(chosen.options()), chosen.notes(), type);
    }

    /// Which chosen option takes words beside it: first one that needs them, then one that may.
    private Optional<String> noting(List<String> ids, Map<String, String> notes) {
        var free =
                options.stream()
                        .filter(one -> ids.contains(one.id()) && !notes.containsKey(one.id()))
                        .toList();
        return free.stream()
                .filter(one -> one.note() == Note.REQUIRED)
                .findFirst()
                .or(() -> free.stream().filter(one -> one.note() == Note.OPTIONAL).findFirst())
                .map(Option::id);
    }

    /// Several options by ID; the note goes to the one that takes it.
    public Parsed several(List<String> ids, String note, AnswerType.Multi type) {
        for (var id : ids)
            if (options.stream().noneMatch(option -> option.id().equals(id)))
                return Parsed.unusable(Fault.NO_SUCH_OPTION, id);
        var notes = noting(ids, Map.of()).map(id -> notes(id, Words.clean(note)));
        return limited(new TreeSet<>(ids), notes.orElse(Map.of()), type);
    }

    private Parsed limited(Set<String> ids, Map<String, String> notes, AnswerType.Multi type) {
        var ordered = options.stream().map(Option::id).filter(ids::contains).toList();
        if (ordered.size() < Math.max(1, type.min()))
            return Parsed.unusable(Fault.TOO_FEW, String.valueOf(Math.max(1, type.min())));
        for (var note : notes.values())
            if (note.codePointCount(0, note.length()) > AnswerType.LONG_TEXT_LENGTH_MAX)
                return Parsed.unusable(
                        Fault.TOO_LONG, String.valueOf(AnswerType.LONG_TEXT_LENGTH_MAX));
        if (ordered.size() > type.max())
            return Parsed.unusable(Fault.TOO_MANY, String.valueOf(type.max()));
        var value = new Value.ChosenMany(ordered, notes);
        var missing =
                options.stream()
                        .anyMatch(option ->
                                option.note() == Note.REQUIRED
                                        && ids.contains(option.id())
                                        && !notes.containsKey(option.id()));
        return missing ? new Parsed.NoteMissing(value) : new Parsed.Understood(value);
    }

    private static boolean isNumber(String text) {
        return text.strip().chars().allMatch(Character::isDigit);
    }
}
