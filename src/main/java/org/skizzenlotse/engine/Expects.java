// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.FileKinds;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// What a conversation waits for: a step of the dialog or a station (`_scope`, `_impact` …), with
/// all that a surface needs to ask it. `text` is the question in the Markdown subset; options and
/// open answers are numbered through, open ones first where `openFirst` says so. `variants` are
/// offered as long as nothing is answered, and empty where there is no choice.
public record Expects(
        StepId step,
        String type,
        String text,
        List<Choice> options,
        List<OpenChoice> open,
        boolean openFirst,
        List<Command> commands,
        List<Field> fields,
        Hints hints,
        @Nullable Answer current,
        List<Variant> variants) {
    /// Copies the lists.
    public Expects {
        options = List.copyOf(options);
        open = List.copyOf(open);
        commands = List.copyOf(commands);
        fields = List.copyOf(fields);
        variants = List.copyOf(variants);
    }

    /// A variant to speak in, and the words for it in its own language: its name, and how it is
    /// offered ("In English").
    public record Variant(String id, String name, String offer) {}

    /// One option: its ID, its text, a shorter one for buttons, and whether words beside it are
    /// asked for.
    public record Choice(String id, String text, String button, String note) {}

    /// One open answer with its words.
    public record OpenChoice(OpenStatus status, String text) {}

    /// One member of a structured value.
    public record Field(String name, String label, String type, boolean required) {}

    /// What helps: the group's title, the short name, why, help, examples, limits as words, and for
    /// files what can be uploaded (else null).
    public record Hints(
            String group,
            String shortText,
            String why,
            String help,
            List<String> examples,
            String notice,
            int maxLength,
            boolean sensitive,
            @Nullable Uploads uploads) {
        /// Nothing of that, for stations.
        public static final Hints NONE = new Hints("", "", "", "", List.of(), "", 0, false, null);

        /// Copies the list.
        public Hints {
            examples = List.copyOf(examples);
        }
    }

    /// What a question for files takes: kinds by ending, the bytes of each, how many.
    public record Uploads(List<String> accept, long bytesMax, int filesMax) {
        /// What this type takes.
        public static Uploads of(AnswerType.File type) {
            return new Uploads(FileKinds.of(type), type.sizeBytesMax(), type.filesMax());
        }

        /// Copies the list.
        public Uploads {
            accept = List.copyOf(accept);
        }
    }

    /// Whether its options and open answers are found by their number: not where a number may
    /// itself be the answer.
    public boolean isNumbered() {
        return isNumbered(type);
    }

    /// Whether it is answered with words of one's own.
    public static boolean isWords(String type) {
        return type.equals("text") || type.equals("long_text");
    }

    public static boolean isNumbered(String type) {
        return switch (type) {
            case "text", "long_text", "number", "money" -> false;
            default -> true;
        };
    }

    /// The same with the names of the people in it: escaped in the text, as they are in options.
    public Expects naming(IntFunction<String> escaped, IntFunction<String> plain) {
        var named =
                options.stream()
                        .map(one ->
                                new Choice(
                                        one.id(),
                                        Message.filled(one.text(), plain),
                                        Message.filled(one.button(), plain),
                                        one.note()))
                        .toList();
        return new Expects(
                step,
                type,
                Message.filled(text, escaped),
                named,
                open,
                openFirst,
                commands,
                fields,
                hints,
                current,
                variants);
    }

    /// The value already given, when an answered question is asked again.
    public @Nullable Value currentValue() {
        return current == null ? null : current.value();
    }

    @Override
    public String toString() {
        return "Expects[" + step + "]";
    }
}
