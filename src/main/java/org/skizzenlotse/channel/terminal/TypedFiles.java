// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.conversation.FileDesk;
import org.skizzenlotse.conversation.FileDesk.Appended;
import org.skizzenlotse.conversation.FileDesk.Begun;
import org.skizzenlotse.conversation.FileFault;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.web.Texts;

/// Files that are handed over by their path, at a question for files. Each is taken in at once;
/// they become the answer when somebody says that these are all.
final class TypedFiles {
    /// Between a path and what is to be seen in the file.
    private static final String MARK = "|";

    private final FileDesk desk;

    /// What was said to be seen in files of this talk, by their ID.
    private final Map<String, String> described = new HashMap<>();

    /// Where files are asked for, and in which words.
    private record At(String token, StepId step, Language language, String variant) {
        String why(FileFault fault, List<String> details) {
            return Texts.in(variant).say(fault.id(), fault.detail(details, language));
        }
    }

    TypedFiles(FileDesk desk) {
        this.desk = desk;
    }

    /// What a line means where files are asked for.
    sealed interface Heard {
        /// It is no path: an answer or a command like any other line.
        record Words() implements Heard {}

        /// Something is to be said; nothing is answered yet.
        record Told(String words) implements Heard {}

        /// These files are the answer.
        record All(Input.Attached input) implements Heard {}
    }

    /// Hears a line at the question of this view.
    Heard hear(String token, View view, Language language, String line) {
        var step = view.expects().step();
        if (language.word(Language.Word.FILES_ALL).equalsIgnoreCase(line.strip())) {
            var all = all(token, view.expects());
            return all.isEmpty() ? new Heard.Words() : new Heard.All(new Input.Attached(step, all));
        }
        var parts = line.split("[" + MARK + "]", 2);
        var typed = withoutWord(parts[0].strip(), language);
        var path = path(typed);
        if (path.filter(Files::isRegularFile).isEmpty())
            return isMeantAsPath(parts[0].strip(), typed)
                    ? new Heard.Told(language.word(Language.Word.FILE_NOT_THERE, typed))
                    : new Heard.Words();
        var seen = parts.length == 1 ? "" : parts[1].strip();
        return new Heard.Told(
                take(new At(token, step, language, view.variant()), path.get(), seen));
    }

    /// Behind the word for it, everything is a path; else what looks like one.
    private static boolean isMeantAsPath(String line, String typed) {
        return !line.equals(typed) || typed.matches("(~?/|\\.{1,2}/|[A-Za-z]:\\\\).*");
    }

    private static String withoutWord(String line, Language language) {
        var word = language.word(Language.Word.FILE_ATTACH) + " ";
        return line.toLowerCase(Locale.ROOT).startsWith(word)
                ? line.substring(word.length()).strip()
                : line;
    }

    /// As terminals write a file that is dropped on them: in quotation marks or with masked blanks.
    private static Optional<Path> path(String typed) {
        var bare = typed.replaceFirst("^(['\"])(.*)\\1$", "$2");
        if (bare.equals(typed)) bare = typed.replaceAll("\\\\(?=[ '\"()&])", "");
        if (bare.isEmpty()) return Optional.empty();
        var home = System.getProperty("user.home", "");
        try {
            return Optional.of(Path.of(bare.startsWith("~/") ? home + bare.substring(1) : bare));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private String take(At at, Path path, String seen) {
        var name = path.getFileName().toString();
        try (var bytes = Files.newInputStream(path)) {
            var announced = new FileDesk.Announced(at.step(), "", name, Files.size(path));
            return switch (desk.begin(at.token(), announced)) {
                case Begun.Ready(var id) -> {
                    described.put(id, seen);
                    yield came(at, id, bytes);
                }
                case Begun.Refused(var fault, var details) -> at.why(fault, details);
                case Begun.NotThere _ -> at.why(FileFault.NOT_HERE, List.of());
            };
        } catch (IOException unreadable) {
            return at.language().word(Language.Word.FILE_NOT_THERE, name);
        }
    }

    private String came(At at, String id, InputStream bytes) {
        return switch (desk.append(at.token(), id, 0, bytes)) {
            case Appended.Now(_, var whole) when whole -> taken(at, id);
            case Appended.Refused(var fault, var details) -> at.why(fault, details);
            case Appended.Now _, Appended.Conflict _ -> {
                desk.remove(at.token(), id);
                yield at.why(FileFault.BUSY, List.of());
            }
            case Appended.NotThere _ -> at.why(FileFault.NOT_HERE, List.of());
        };
    }

    private String taken(At at, String id) {
        var file = desk.file(at.token(), id).orElseThrow();
        return at.language()
                .word(
                        Language.Word.FILE_TAKEN,
                        file.name(),
                        at.language().size(file.bytes()),
                        at.language().word(Language.Word.FILES_ALL));
    }

    /// Those of this question that are there, with what was said of them here or before.
    private List<Value.File> all(String token, Expects expects) {
        var seen = new HashMap<String, String>();
        if (expects.currentValue() instanceof Value.Files(var before))
            for (var file : before) seen.put(file.id(), file.description());
        seen.putAll(described);
        return desk.files(token).stream()
                .filter(file -> file.ready() && file.step().equals(expects.step()))
                .map(file ->
                        Value.File.named(file.id(), seen.getOrDefault(file.id(), ""), file.about()))
                .toList();
    }
}
