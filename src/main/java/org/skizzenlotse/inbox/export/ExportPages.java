// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Handout;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.render.document.PagePdf;
import org.skizzenlotse.render.document.SketchPdf;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.render.table.SketchTable;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.web.Refusal;

/// One or many sketches as files: JSON, CSV, XLSX, PDF, or all of it with their files as ZIP.
public final class ExportPages implements Part {
    /// A year of a busy office; PDFs of more would keep the machine busy for minutes.
    private static final int SKETCHES_MAX = 300;

    private static final String PATH = "/staff/ausgabe";

    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public ExportPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.READER, this::export);
    }

    private void export(Visit visit) {
        var room = office.get();
        var chosen = Chosen.all(room, visit, SKETCHES_MAX);
        if (chosen.isEmpty()) throw Chosen.unknown();
        var given = visit.context().queryParam("form");
        var form = given == null ? "" : given;
        if (!List.of("json", "csv", "xlsx", "pdf", "zip").contains(form))
            throw new Refusal(Refusal.Kind.MALFORMED, "Diese Form gibt es nicht.");
        // what is not noted does not leave
        room.desk().exported(visit.member().id(), rows(chosen), form);
        give(room, visit.context(), chosen, form);
    }

    private static List<DeskRow> rows(List<Chosen.One> chosen) {
        return chosen.stream().map(Chosen.One::row).toList();
    }

    private void give(Office room, Context context, List<Chosen.One> chosen, String form) {
        var sketches = chosen.stream().map(Chosen.One::sketch).toList();
        var table = new SketchTable(room.days().zone());
        var name = sketches.size() == 1 ? sketches.getFirst().reference() : "skizzen";
        switch (form) {
            case "json" ->
                    Handout.named(context, name + ".json", "application/json")
                            .result(json(sketches));
            case "csv" ->
                    Handout.named(context, name + ".csv", SketchTable.CSV)
                            .result(table.csv(sketches));
            case "xlsx" ->
                    Handout.named(context, name + ".xlsx", SketchTable.XLSX)
                            .result(table.xlsx(sketches));
            case "pdf" -> {
                if (sketches.size() > 1) zip(room, context, chosen, true);
                else
                    Handout.named(context, name + ".pdf", PagePdf.MEDIA_TYPE)
                            .result(new SketchPdf(room.days().zone()).render(sketches.getFirst()));
            }
            default -> zip(room, context, chosen, false);
        }
    }

    private static byte[] json(List<Sketch> sketches) {
        var json = new SketchJson();
        if (sketches.size() == 1) return json.render(sketches.getFirst()).getBytes(UTF_8);
        var all = sketches.stream().map(json::render).map(String::strip);
        return all.collect(Collectors.joining(",\n", "[\n", "\n]\n")).getBytes(UTF_8);
    }

    /// Many PDFs are a ZIP as well, without anything else.
    private static void zip(
            Office room, Context context, List<Chosen.One> chosen, boolean onlyPdf) {
        Handout.named(context, "skizzen.zip", "application/zip");
        context.disableCompression();
        try (var bundle = new Bundle(room, context.outputStream())) {
            for (var one : chosen)
                if (onlyPdf) bundle.pdf(one);
                else bundle.whole(one);
            if (!onlyPdf) bundle.table(chosen.stream().map(Chosen.One::sketch).toList());
        } catch (IOException gone) {
            // whoever took it has hung up; what was read of it is noted already
            context.res().setStatus(200);
        }
    }
}
