// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.YamlLine;
import org.skizzenlotse.engine.Input;

/// What somebody does at a step, as an input and as a talk writes it.
public sealed interface Move {
    /// A file of a talk has a name and no bytes; so it is as large as a letter.
    int FILE_SIZE_BYTES = 20_480;

    /// Taps options, with words beside them (may be empty); `many` where several are possible.
    record Tapped(List<String> options, String note, boolean many) implements Move {
        /// Copies the list.
        public Tapped {
            options = List.copyOf(options);
        }
    }

    /// Leaves it open.
    record Left(OpenStatus status) implements Move {}

    /// Writes words.
    record Wrote(String text) implements Move {}

    /// Gives a value with named parts.
    record Gave(Map<String, Object> members) implements Move {}

    /// Attaches files of these names.
    record Filed(List<String> names) implements Move {
        /// Copies the list.
        public Filed {
            names = List.copyOf(names);
        }
    }

    /// One option without words.
    static Move tap(String option) {
        return new Tapped(List.of(option), "", false);
    }

    /// As it reaches the engine.
    default Input at(StepId step) {
        return switch (this) {
            case Tapped(var options, var note, _) -> new Input.Chose(step, options, note);
            case Left(var status) -> new Input.LeftOpen(step, status);
            case Wrote(var text) -> new Input.Said(step, text);
            case Gave(var members) -> new Input.Gave(step, members);
            case Filed(var names) ->
                    new Input.Attached(step, names.stream().map(Move::file).toList());
        };
    }

    /// A file of that name.
    static Value.File file(String name) {
        var type = FileKinds.all().getOrDefault(FileKinds.endingOf(name), "");
        return new Value.File(name, name, FILE_SIZE_BYTES, type, "", "");
    }

    /// As it stands behind `user:` or, with `given`, behind its step under `given:`.
    default String yaml(boolean given) {
        return switch (this) {
            case Tapped(var options, var note, var many) -> {
                var ids = many ? YamlLine.list(options) : YamlLine.text(options.getFirst());
                if (given && note.isEmpty()) yield ids;
                var key = many ? "taps: " : "tap: ";
                yield "{"
                        + key
                        + ids
                        + (note.isEmpty() ? "" : ", note: " + YamlLine.text(note))
                        + "}";
            }
            case Left(var status) -> "{open: " + status.id() + "}";
            case Wrote(var text) -> YamlLine.text(text);
            case Gave(var members) -> "{value: " + YamlLine.map(members) + "}";
            case Filed(var names) ->
                    given ? YamlLine.list(names) : "{file: " + YamlLine.list(names) + "}";
        };
    }
}
