// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.sketch.Sketcher;

/// What a reader sees of a sketch, in order, whatever the form: head, open points, then the
/// sections by the groups of the catalogue. All words are visible text without any marks.
public record Outline(String title, List<String> head, List<Point> open, List<Part> parts) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d. MMMM uuuu, HH:mm 'Uhr'", Words.GERMAN);

    private static final Pattern EMPTY_LINES = Pattern.compile("\\n\\s*\\n");

    /// An open section in one line each: its name and why it is open.
    public record Point(String name, String why) {}

    /// The sections of one group.
    public record Part(String title, List<Passage> passages) {}

    /// One section: `state` is empty where it is answered; `by` says who answered where several
    /// did.
    public record Passage(String name, String state, List<Line> lines, String by) {
        /// One of which nobody asks who answered it.
        Passage(String name, String state, List<Line> lines) {
            this(name, state, lines, "");
        }
    }

    /// One answer, of one or several lines; `label` is empty for the main one.
    public record Line(String label, String text) {
        /// The text where empty lines part it.
        public List<String> paragraphs() {
            return EMPTY_LINES.splitAsStream(text).toList();
        }
    }

    /// What a reader sees of this sketch, with times in this zone.
    public static Outline of(Sketch sketch, ZoneId zone) {
        var open =
                sketch.sections().stream()
                        .filter(section -> section.status() == Sketch.Status.OPEN)
                        .map(section -> new Point(name(section), openBecause(section)))
                        .toList();
        var parts = new ArrayList<>(parts(sketch, sketch.sections(), ""));
        if (!sketch.asked().isEmpty()) parts.add(asked(sketch));
        var attached = sketch.attached();
        if (attached != null) parts.addAll(AttachedOutline.parts(attached, zone));
        return new Outline(Visible.line(sketch.title()), head(sketch, zone), open, parts);
    }

    /// What staff asked, each with its answer.
    private static Part asked(Sketch sketch) {
        var passages = new ArrayList<Passage>();
        for (var one : sketch.asked()) {
            var name = Words.ASKED + " " + (passages.size() + 1);
            var question = new Line(Words.ASKED_WHAT, Visible.of(one.question()).strip());
            var answer = new Line(Words.ANSWERED, Visible.of(one.answer()).strip());
            passages.add(new Passage(name, "", List.of(question, answer)));
        }
        return new Part(Words.ASKED_ALL, passages);
    }

    static List<String> head(Sketch sketch, ZoneId zone) {
        var head = new ArrayList<String>();
        if (!sketch.reference().isEmpty()) head.add("Kennung: " + Visible.line(sketch.reference()));
        if (sketch.revision() > 1) head.add("Fassung: " + sketch.revision());
        head.add(when(sketch.submittedAt(), zone));
        var entry = sketch.entry();
        if (entry != null) head.addAll(call(sketch, entry, zone));
        return List.copyOf(head);
    }

    /// For which call it is, or that it is for none; when it was begun; and for one that counts,
    /// when the first version came, if this one is later.
    private static List<String> call(Sketch sketch, ForCall entry, ZoneId zone) {
        var lines = new ArrayList<String>();
        lines.add(forWhat(entry) + " (Frist: " + TIME.format(entry.until().atZone(zone)) + ")");
        lines.add("Begonnen am " + TIME.format(entry.begunAt().atZone(zone)));
        var at = sketch.submittedAt();
        if (entry.counts() && at != null && entry.at().isBefore(at))
            lines.add("Für den Aufruf eingereicht am " + TIME.format(entry.at().atZone(zone)));
        return lines;
    }

    /// For which call it is, or that it is for consultation and not for that call.
    static String forWhat(ForCall entry) {
        var call = "für den Aufruf „" + Visible.line(entry.call()) + "“";
        return entry.counts() ? "Zählt " + call : "Zur Beratung, nicht " + call;
    }

    private static String when(@Nullable Instant submittedAt, ZoneId zone) {
        return submittedAt == null
                ? "Entwurf, noch nicht eingereicht"
                : "Eingereicht am " + TIME.format(submittedAt.atZone(zone));
    }

    /// Its own sections, without what comes along.
    public static List<Passage> passages(Sketch sketch) {
        return parts(sketch, sketch.sections(), "").stream()
                .flatMap(part -> part.passages().stream())
                .toList();
    }

    /// Neighbours of the same group share a part; those without a group come under a title of their
    /// own. All titles begin with these words.
    static List<Part> parts(Sketch sketch, List<Sketch.Section> sections, String before) {
        var parts = new ArrayList<Part>();
        var passages = new ArrayList<Passage>();
        var group = "";
        for (var section : sections) {
            if (!section.group().equals(group)) {
                close(parts, passages, group, before);
                group = section.group();
            }
            passages.add(passage(section, sketch));
        }
        close(parts, passages, group, before);
        return List.copyOf(parts);
    }

    private static void close(
            List<Part> parts, List<Passage> passages, String group, String before) {
        if (passages.isEmpty()) return;
        var other = parts.isEmpty() ? Words.AT_A_GLANCE : Words.FURTHER;
        var title = group.isEmpty() ? other : Visible.line(group);
        parts.add(new Part(before + title, List.copyOf(passages)));
        passages.clear();
    }

    private static Passage passage(Sketch.Section section, Sketch sketch) {
        var plain = passage(section);
        return new Passage(plain.name(), plain.state(), plain.lines(), by(section, sketch));
    }

    /// Who answered, in one line; empty where it could only be one.
    private static String by(Sketch.Section section, Sketch sketch) {
        var names = new LinkedHashSet<String>();
        for (var entry : section.entries()) names.add(Visible.line(sketch.names(entry)));
        names.remove("");
        return names.isEmpty() ? "" : Words.BY + ": " + String.join(", ", names);
    }

    private static Passage passage(Sketch.Section section) {
        return switch (section.status()) {
            case ANSWERED -> new Passage(name(section), "", lines(section));
            case OPEN ->
                    new Passage(
                            name(section),
                            Words.OPEN + ": " + openBecause(section),
                            given(section));
            case NOT_APPLICABLE -> new Passage(name(section), Words.NOT_APPLICABLE, given(section));
        };
    }

    /// The words that the dialog has for the section, if any, then the answers that those words do
    /// not hold.
    private static List<Line> lines(Sketch.Section section) {
        boolean listed = section.text().equals(Sketcher.listed(section.entries()));
        var text = listed ? "" : Visible.of(section.text()).strip();
        var lines = new ArrayList<Line>();
        if (!text.isEmpty()) lines.add(new Line("", text));
        for (var entry : section.entries()) {
            var line = line(entry);
            if (text.isEmpty() || !text.contains(line.text())) lines.add(line);
        }
        return List.copyOf(lines);
    }

    /// What is known all the same.
    private static List<Line> given(Sketch.Section section) {
        return section.entries().stream()
                .filter(entry -> entry.status() == Answer.Status.ANSWERED)
                .map(Outline::line)
                .toList();
    }

    private static Line line(Sketch.Entry entry) {
        var label = entry.main() ? "" : Visible.line(entry.label());
        return new Line(label, Visible.of(entry.display()).strip());
    }

    /// The words that the dialog has for an open section; where details are known, the text holds
    /// them instead.
    private static String openBecause(Sketch.Section section) {
        var words = given(section).isEmpty() ? Visible.line(section.text()) : "";
        if (!words.isEmpty()) return words;
        return section.why()
                .map(reason -> Visible.line(Sketcher.because(reason, section.dependsOn())))
                .orElse("");
    }

    private static String name(Sketch.Section section) {
        var name = Visible.line(section.title());
        return section.catalogue().isEmpty() ? name : section.catalogue() + " " + name;
    }
}
