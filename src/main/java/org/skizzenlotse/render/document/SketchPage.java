// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.document;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.render.Outline;
import org.skizzenlotse.render.Visible;
import org.skizzenlotse.sketch.Sketch;

/// What the page of a sketch shows: the outline, the files, and where all of it comes from.
public record SketchPage(
        Outline outline, String reference, List<FileRow> files, List<Fact> origin) {
    private static final int KILO = 1000;

    /// Of the web and of mail, as people write them; what ends a sentence is no part of it.
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?://[\\w.-]+(?::\\d+)?(?:[/?#][\\w/?#=&%+~;:@!$',.-]*[\\w/#=&%+~-])?/?"
                            + "|[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");

    /// One file that lies beside the sketch.
    public record FileRow(String name, String kind, String size, String note) {}

    /// One line about the sketch itself.
    public record Fact(String name, String text) {}

    static SketchPage of(Sketch sketch, ZoneId zone) {
        return new SketchPage(
                Outline.of(sketch, zone),
                Visible.line(sketch.reference()),
                files(sketch),
                origin(sketch));
    }

    private static List<FileRow> files(Sketch sketch) {
        var rows = new ArrayList<FileRow>();
        for (var section : sketch.sections())
            for (var entry : section.entries())
                if (entry.value() instanceof Value.Files(var files))
                    for (var file : files) if (file.isThere()) rows.add(row(file));
        var attached = sketch.attached();
        if (attached != null && attached.sketch() != null) rows.addAll(files(attached.sketch()));
        return List.copyOf(rows);
    }

    private static FileRow row(Value.File file) {
        return new FileRow(
                Visible.line(file.name()),
                Visible.line(file.mediaType()),
                size(file.bytes()),
                Visible.line(file.description()));
    }

    private static String size(long bytes) {
        if (bytes < KILO) return bytes + " Byte";
        if (bytes < KILO * KILO) return bytes / KILO + " kB";
        return String.format(Locale.GERMANY, "%.1f MB", bytes / 1e6);
    }

    /// Words, and the address that they lead to (empty: none).
    public record Piece(String text, String address) {}

    /// A line in pieces, so that addresses in it can be followed.
    public static List<Piece> pieces(String line) {
        var pieces = new ArrayList<Piece>();
        var found = ADDRESS.matcher(line);
        int from = 0;
        while (found.find()) {
            if (found.start() > from)
                pieces.add(new Piece(line.substring(from, found.start()), ""));
            var words = found.group();
            pieces.add(new Piece(words, words.startsWith("http") ? words : "mailto:" + words));
            from = found.end();
        }
        if (from < line.length()) pieces.add(new Piece(line.substring(from), ""));
        return pieces;
    }

    private static List<Fact> origin(Sketch sketch) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Fragebogen", Visible.line(sketch.dialog())));
        if (!sketch.dialogHash().isEmpty())
            facts.add(new Fact("Fassung des Fragebogens", Visible.line(sketch.dialogHash())));
        if (!sketch.schema().isEmpty())
            facts.add(new Fact("Aufbau der Daten", Visible.line(sketch.schema())));
        facts.add(new Fact("Fassung der Skizze", "" + sketch.revision()));
        facts.add(new Fact("Angehängt", "sketch.json, dieselbe Skizze für Programme"));
        return List.copyOf(facts);
    }
}
