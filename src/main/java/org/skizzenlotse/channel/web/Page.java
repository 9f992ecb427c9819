// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import java.util.List;
import java.util.stream.Stream;
import java.util.Map;
import org.skizzenlotse.dialog.LanguageTag;
import org.skizzenlotse.conversation.FileOverview;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Expects.Variant;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.render.QrPicture;
import org.skizzenlotse.web.Texts;

/// What the template of a conversation shows: plain data, HTML only where a name says so.
public record Page(
        Frame frame,
        String title,
        List<Variant> variants,
        List<Said> said,
        Key key,
        String link,
        Move move,
        List<String> errors,
        Question question,
        Commands commands,
        Summary summary) {
    /// Copies the lists.
    public Page {
        variants = List.copyOf(variants);
        said = List.copyOf(said);
        errors = List.copyOf(errors);
    }

    /// Whether there is something to pass on to others: once something was answered.
    public boolean shares() {
        return Stream.concat(commands.quick().stream(), commands.more().stream())
                .anyMatch(one -> one.id().equals("overview"));
    }

    /// The key by which one comes back, with the words before and behind it; without letters where
    /// the page tells none. `address` is where it is entered, `file` the address of a file to save.
    public record Key(
            String introHtml, String letters, String wordsHtml, String address, String file) {
        /// No key.
        public static final Key NONE = new Key("", "", "", "", "");

        @Override
        public String toString() {
            return "Key";
        }
    }

    /// What another device follows that goes on here: an address, and the same as a picture, of
    /// size 0 where nobody knows the whole address. No address where the page tells none.
    public record Move(String link, QrPicture picture, Talk.Elsewhere elsewhere) {
        /// Nothing.
        public static final Move NONE = new Move("", new QrPicture(0, ""), Talk.Elsewhere.NOWHERE);

        @Override
        public String toString() {
            return "Move";
        }
    }

    /// What every form of the page carries, and what stands around the question. `revision` tells
    /// an old page from the present one.
    public record Frame(
            Texts texts,
            String variant,
            String dialog,
            String dialogTitle,
            String csrf,
            int revision,
            String progress) {
        /// The language of the conversation where it is another one than that of the page.
        public @Nullable String lang() {
            var tag = LanguageTag.of(variant);
            return tag.equals(texts.language()) ? null : tag;
        }
    }

    /// What was said; `lang` is null where it is in the language of the page.
    public record Said(String html, @Nullable String lang) {}

    /// How a question is answered on a page.
    public enum Control {
        /// One line.
        LINE,
        /// Several lines.
        LINES,
        /// One of several, chosen, then sent.
        RADIOS,
        /// Several of several.
        CHECKBOXES,
        /// One of several, sent at once.
        BUTTONS,
        /// A line for each member.
        FIELDS,
        /// Files to choose, and those that are there.
        FILES,
        /// Rows of lines.
        ROWS;

        static Control of(Expects expects) {
            var station = expects.step().value().startsWith("_");
            var words = Expects.isWords(expects.type());
            if ((station && !words) || expects.type().equals("consent")) {
                return BUTTONS;
            }
            return switch (expects.type()) {
                case "long_text" -> LINES;
                case "choice", "confirm" -> RADIOS;
                case "multi" -> CHECKBOXES;
                case "contact", "period" -> FIELDS;
                case "table" -> ROWS;
                case "file" -> FILES;
                default -> LINE;
            };
        }
    }

    /// The question, or a station. `open` are the answers that are no answer.
    public record Question(
            String step,
            String type,
            Control control,
            String headingHtml,
            String bodyHtml,
            Hints hints,
            List<Option> options,
            List<Option> open,
            boolean openFirst,
            Input input,
            Files files) {
        /// Copies the lists.
        public Question {
            options = List.copyOf(options);
            open = List.copyOf(open);
        }

        /// Whether open answers stand among the options rather than as buttons of their own.
        public boolean asksOpenAmongOptions() {
            return control == Control.RADIOS;
        }
    }

    /// What helps to answer; empty texts are left out.
    public record Hints(
            String whyHtml,
            String helpHtml,
            List<String> examples,
            String noticeHtml,
            String format,
            boolean sensitive) {
        /// Copies the list.
        public Hints {
            examples = List.copyOf(examples);
        }
    }

    /// An option; `note` is empty where no words beside it are asked for.
    public record Option(
            String id, String html, boolean chosen, String note, String noted, boolean destroys) {}

    /// What is typed: a text, members, or rows.
    public record Input(
            String text, int maxLength, List<Field> fields, List<Map<String, String>> rows) {
        /// Copies the lists.
        public Input {
            fields = List.copyOf(fields);
            rows = List.copyOf(rows);
        }
    }

    /// Files that are there, in the order in which they came, the endings that may be chosen, how
    /// much they take of what they may take, and what each may belong to.
    public record Files(List<OneFile> all, String accept, String room, List<Subjects> subjects) {
        /// No files.
        public static final Files NONE = new Files(List.of(), "", "", List.of());

        /// Copies the lists.
        public Files {
            all = List.copyOf(all);
            subjects = List.copyOf(subjects);
        }
    }

    /// The questions of a group.
    public record Subjects(String group, List<FileOverview.Subject> all) {
        /// Copies the list.
        public Subjects {
            all = List.copyOf(all);
        }
    }

    /// A file with its size in words; one that is not `whole` did not arrive completely.
    public record OneFile(
            String id,
            String name,
            String size,
            String note,
            String description,
            String about,
            boolean whole) {
        @Override
        public String toString() {
            return "OneFile[" + id + "]";
        }
    }

    /// A member of a structured answer.
    public record Field(String name, String label, String type, boolean required, String value) {
        /// What the browser may fill in.
        public String autocomplete() {
            return switch (name) {
                case "name" -> "name";
                case "email" -> "email";
                case "phone" -> "tel";
                case "role" -> "organization-title";
                default -> "off";
            };
        }

        /// Which keyboard helps.
        public String inputMode() {
            return switch (type) {
                case "number", "money" -> "decimal";
                case "email" -> "email";
                case "phone" -> "tel";
                default -> "text";
            };
        }
    }

    /// The commands: few in sight, the rest behind "Mehr".
    public record Commands(List<Command> quick, List<Command> more) {
        /// Copies the lists.
        public Commands {
            quick = List.copyOf(quick);
            more = List.copyOf(more);
        }
    }

    /// A command and its words.
    public record Command(String id, String text) {}

    /// The sketch as staff will read it: what is there, then what is open; empty where the page
    /// shows none.
    public record Summary(
            String reference,
            boolean copies,
            boolean changes,
            boolean meets,
            List<Section> answered,
            List<Section> open) {
        /// No sketch.
        public static final Summary NONE =
                new Summary("", false, false, false, List.of(), List.of());

        /// Copies the lists.
        public Summary {
            answered = List.copyOf(answered);
            open = List.copyOf(open);
        }
    }

    /// A section; `why` says why it is open.
    public record Section(String title, String why, List<Entry> entries) {
        /// Copies the list.
        public Section {
            entries = List.copyOf(entries);
        }
    }

    /// One answer with its step, by which it can be changed, and who gave it where that matters.
    public record Entry(String step, String label, String display, String by) {}
}
