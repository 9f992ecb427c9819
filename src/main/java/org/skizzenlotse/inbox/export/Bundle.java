// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.render.SketchMarkdown;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.table.SketchTable;
import org.skizzenlotse.sketch.Sketch;

/// A ZIP that is written while it is sent: a folder for each sketch, with the files that staff may
/// have, opened as they stream by.
final class Bundle implements AutoCloseable {
    private final Office room;
    private final ZipOutputStream zip;
    private final SketchPdf pdf;
    private final SketchMarkdown markdown;

    Bundle(Office room, OutputStream out) {
        this.room = room;
        this.zip = new ZipOutputStream(out, UTF_8);
        this.pdf = new SketchPdf(room.days().zone());
        this.markdown = new SketchMarkdown(room.days().zone());
    }

    void pdf(Chosen.One one) throws IOException {
        put(one.row().reference() + ".pdf", pdf.render(one.sketch()));
    }

    void whole(Chosen.One one) throws IOException {
        var folder = one.row().reference() + "/";
        put(folder + "sketch.json", new SketchJson().render(one.sketch()).getBytes(UTF_8));
        put(folder + "sketch.md", markdown.render(one.sketch()).getBytes(UTF_8));
        put(folder + "sketch.pdf", pdf.render(one.sketch()));
        var data = room.means().conversations().ownData().of(one.row().id());
        var names = new HashSet<String>();
        for (var file : data.map(MyData::files).orElse(List.of()))
            if (file.attached()) file(one, folder, file, names);
    }

    void table(List<Sketch> sketches) throws IOException {
        put("skizzen.csv", new SketchTable(room.days().zone()).csv(sketches));
    }

    private void file(Chosen.One one, String folder, MyData.Held file, Set<String> names)
            throws IOException {
        var files = room.means().conversations().files();
        var download = files.openForStaff(one.row().reference(), file.id());
        if (download.isEmpty()) return;
        zip.putNextEntry(new ZipEntry(folder + "files/" + name(file.name(), names)));
        try (var bytes = download.get().whole()) {
            bytes.transferTo(zip);
        }
        zip.closeEntry();
    }

    /// Names of people's files lead nowhere else, and no two are the same.
    private static String name(String given, Set<String> names) {
        var plain = given.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").replaceFirst("^\\.+", "_");
        var name = plain.isBlank() ? "datei" : plain;
        for (int i = 2; !names.add(name); i++) name = i + "-" + plain;
        return name;
    }

    private void put(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
