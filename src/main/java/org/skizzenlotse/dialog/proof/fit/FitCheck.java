// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.fit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.proof.Draft;
import org.skizzenlotse.dialog.source.Part;

/// Every step in every variant fits every channel: what is said in one piece, what stands on
/// buttons and comes back of them, and words that no line could break.
public final class FitCheck {
    /// What is sent in one piece, by key of a step.
    private static final List<String> PIECES = List.of("text", "why", "help");

    /// What stands in a line: on a button, in an overview, behind a number.
    private static final List<String> LINES = List.of("short", "title", "unit");

    /// What overviews and the sketch have room for, in any variant.
    private static final int SHORT_LENGTH_MAX = 60;

    /// Options come back by a mark of so many characters.
    private static final int MARK_LENGTH = 5;

    /// Text and HTML around each entry of a numbered list.
    private static final int ENTRY_BYTES = 12;

    private static final Pattern CLAUSE = Pattern.compile("(.{5,}?)[,:;] ");
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n\\s*[-*] |^\\s*[-*] ");
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|\\S+@)\\S+");

    private final Draft draft;

    /// Of this dialog.
    public FitCheck(Draft draft) {
        this.draft = draft;
    }

    /// Notes everything that does not fit, with the number and by how much it is over.
    public void check() {
        around(draft.head());
        draft.groups().forEach((_, group) -> heading(group));
        for (var placed : draft.dialog().placed()) step(placed, draft.step(placed.step().id()));
        draft.files().file("outcomes.yaml").ifPresent(this::outcomes);
        for (var root : draft.files().under("texts")) variant(root);
    }

    private void variant(Part root) {
        around(root);
        root.entries("groups").forEach((_, group) -> heading(group));
        for (var placed : draft.dialog().placed())
            step(placed, root.at("steps").at(placed.step().id().value()));
        for (var text : root.at("outcomes").entries("lights").values()) piece(text);
        for (var text : root.at("outcomes").entries("rules").values()) piece(text);
    }

    private void around(Part head) {
        line(head.at("title"));
        piece(
                head.at("review").node().isTextual()
                        ? head.at("review")
                        : head.at("review").at("text"));
        piece(head.at("submit").at("text"));
        piece(head.at("submit").at("done"));
        for (var way : head.entries("scope").values()) line(way);
    }

    private void outcomes(Part root) {
        for (var rule : root.list("rules")) piece(rule.at("say"));
        for (var light : root.entries("lights").values()) piece(light.at("text"));
    }

    private void heading(Part group) {
        line(group.at("title"));
        piece(group.at("intro"));
    }

    private void step(Dialog.Placed placed, Part words) {
        for (var key : PIECES) piece(words.at(key));
        paragraphs(words.at("notice"));
        for (var key : LINES) line(words.at(key));
        if (words.has("short") && words.text("short").length() > SHORT_LENGTH_MAX)
            over(words.at("short"), "Übersichten", words.text("short").length(), SHORT_LENGTH_MAX);
        for (var check : words.list("check"))
            piece(check.node().isObject() ? check.at("say") : check);
        if (!(placed.step() instanceof Question question)) return;
        options(question, words);
        words.entries("open_text").forEach((_, text) -> button(text, text));
        data(question, words);
    }

    private void options(Question question, Part words) {
        var isTable = question.type() instanceof AnswerType.Table;
        var all = new ArrayList<>(words.list("options"));
        if (words.at("options").node().isObject()) {
            all.clear();
            all.addAll(words.entries("options").values());
        }
        var bytes = 0;
        for (var option : all) {
            bytes += Shown.of(option.text("text"), this::isAnswer).bytesTwice() + ENTRY_BYTES;
            line(option.at("text"));
            if (!isTable)
                button(option.has("button") ? option.at("button") : option.at("text"), option);
        }
        for (var limits : Limits.ALL) bytes(words.at("options"), bytes, limits);
    }

    /// What comes back of the buttons of this step.
    private void data(Question question, Part words) {
        if (!words.has("ask")) return;
        var longest = "x".repeat(MARK_LENGTH);
        for (var status : question.rules().open())
            if (status.id().length() > longest.length()) longest = status.id();
        for (var limits : Limits.ALL) {
            var bytes = bytes(question.id(), longest);
            if (limits.dataBytesMax() > 0 && bytes > limits.dataBytesMax())
                words.at("ask")
                        .wrong(
                                "Ein Knopf dieser Frage bräuchte in "
                                        + limits.channel()
                                        + " "
                                        + bytes
                                        + " Bytes, "
                                        + (bytes - limits.dataBytesMax())
                                        + " zu viel (höchstens "
                                        + limits.dataBytesMax()
                                        + ").",
                                "Nehmt eine kürzere ID.");
        }
    }

    private static int bytes(StepId step, String chosen) {
        return ("c:" + step + ":" + chosen).getBytes(StandardCharsets.UTF_8).length;
    }

    /// A text that is sent in one piece.
    private void piece(Part part) {
        if (!part.exists() || part.text().isEmpty()) return;
        var shown = Shown.of(part.text(), this::isAnswer);
        for (var limits : Limits.ALL) {
            if (limits.textMax() > 0 && shown.length() > limits.textMax())
                over(part, limits.channel(), shown.length(), limits.textMax());
            bytes(part, shown.bytesTwice(), limits);
        }
        words(part);
    }

    private static void bytes(Part part, int bytes, Limits limits) {
        if (limits.textBytesMax() == 0 || bytes <= limits.textBytesMax()) return;
        part.wrong(
                "In "
                        + limits.channel()
                        + " sind das "
                        + bytes
                        + " Bytes, "
                        + (bytes - limits.textBytesMax())
                        + " zu viel (höchstens "
                        + limits.textBytesMax()
                        + ").",
                "Kürzt den Text, oder teilt ihn auf zwei Schritte auf.");
    }

    /// A long text goes in several messages, but never a paragraph.
    private void paragraphs(Part part) {
        for (var paragraph : part.text().split("\\n\\s*\\n", 0)) {
            var length = Shown.of(paragraph, this::isAnswer).length();
            for (var limits : Limits.ALL)
                if (limits.textMax() > 0 && length > limits.textMax())
                    over(part, "einem Absatz in " + limits.channel(), length, limits.textMax());
        }
        words(part);
    }

    private boolean isAnswer(String id) {
        return StepId.isOne(id) && draft.steps().containsKey(new StepId(id));
    }

    private static void over(Part part, String where, int length, int max) {
        part.wrong(
                "In "
                        + where
                        + " sind das bis zu "
                        + length
                        + " Zeichen, "
                        + (length - max)
                        + " zu viel (höchstens "
                        + max
                        + ").",
                "Kürzt den Text, oder teilt ihn auf zwei Schritte auf.");
    }

    /// A text that stands in one line everywhere.
    private void line(Part part) {
        if (!part.exists()) return;
        if (BLOCK.matcher(part.text()).find())
            part.wrong(
                    "Hier passt nur eine Zeile hin: ein Absatz oder eine Liste ist zu viel.",
                    "Schreibt einen Satz, und das andere in help.");
        words(part);
    }

    /// What stands on a button: too long, it is cut, or ends behind its first part.
    private static void button(Part words, Part place) {
        var length = words.text().length();
        for (var limits : Limits.ALL) {
            if (limits.buttonMax() == 0 || length <= limits.buttonMax()) continue;
            var clause = CLAUSE.matcher(words.text());
            if (clause.lookingAt() && clause.group(1).length() <= limits.buttonMax()) continue;
            words.doubtful(
                    "Als Knopf in "
                            + limits.channel()
                            + " sind das "
                            + length
                            + " Zeichen, "
                            + (length - limits.buttonMax())
                            + " zu viel (höchstens "
                            + limits.buttonMax()
                            + ").",
                    place.node().isObject()
                            ? "Ergänzt oder kürzt button."
                            : "Kürzt die Antwort, oder setzt nach den ersten Wörtern ein Komma.");
        }
    }

    /// Words that no line can break.
    private static void words(Part part) {
        for (var word : part.text().split("\\s+", 0))
            for (var limits : Limits.ALL)
                if (limits.wordMax() > 0
                        && word.length() > limits.wordMax()
                        && !ADDRESS.matcher(word).find()) {
                    part.wrong(
                            "'"
                                    + word
                                    + "' hat "
                                    + word.length()
                                    + " Zeichen, "
                                    + (word.length() - limits.wordMax())
                                    + " zu viel für eine Zeile in "
                                    + limits.channel()
                                    + " (höchstens "
                                    + limits.wordMax()
                                    + ").",
                            "Teilt das Wort.");
                    return;
                }
    }
}
