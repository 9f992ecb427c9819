// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import io.javalin.config.RoutesConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Handout;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.web.Refusal;

/// The page of one sketch, its files, and what is different between two revisions.
public final class SketchPages implements Part {
    static final String PATH = "/staff/skizzen/{reference}";

    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public SketchPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.READER, this::sketch);
        gate.page(routes, PATH + "/fassungen", Role.READER, this::revisions);
        gate.page(routes, PATH + "/dateien/{file}", Role.READER, this::file);
    }

    private void sketch(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        room.desk().see(visit.member().id(), row);
        var good = visit.context().queryParam("gut");
        var key = good == null ? "" : "done_" + good;
        show(room, visit, row, visit.texts().has(key) ? visit.texts().say(key) : "");
    }

    /// Shows it, with a word about what was done or why it was not.
    static void show(Office room, Visit visit, DeskRow row, String notice) {
        var sketch = sketch(room, row);
        var parameters = new HashMap<String, Object>();
        parameters.put("sketch", new SketchMaker(room, visit).of(row, sketch));
        parameters.put("followUp", new FollowUpMaker(room, visit.texts()).of(row));
        parameters.put("asked", sketch.asked());
        parameters.put("forwarded", Forwarded.of(room, row, visit.texts()));
        parameters.put("notice", notice);
        visit.show("staff/skizze.jte", parameters);
    }

    static Sketch sketch(Office room, DeskRow row) {
        return room.sketches().newest(row).orElseThrow(Chosen::unknown);
    }

    private void file(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        var download =
                room.means()
                        .conversations()
                        .files()
                        .openForStaff(row.reference(), visit.context().pathParam("file"))
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.NOT_FOUND, "Diese Datei gibt es hier nicht."));
        room.desk().exported(visit.member().id(), List.of(row), "file");
        Handout.of(visit.context(), download);
    }

    /// One passage in two revisions.
    public record Changed(String name, List<Difference.Piece> pieces) {}

    private void revisions(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        int to = number(visit, "bis", row.revision());
        int from = number(visit, "von", Math.max(1, to - 1));
        var before = room.sketches().revision(row, from).orElseThrow(Chosen::unknown);
        var after = room.sketches().revision(row, to).orElseThrow(Chosen::unknown);
        room.desk().read(visit.member().id(), List.of(row), "revisions");
        visit.show(
                "staff/fassungen.jte",
                Map.of(
                        "reference", row.reference(),
                        "from", from,
                        "to", to,
                        "newest", row.revision(),
                        "changes", changes(before, after)));
    }

    private static int number(Visit visit, String name, int otherwise) {
        var given = visit.context().queryParam(name);
        return given != null && given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : otherwise;
    }

    private static List<Changed> changes(Sketch before, Sketch after) {
        var old = new HashMap<String, String>();
        for (var section : before.sections()) old.put(section.id(), words(section));
        var changes = new ArrayList<Changed>();
        for (var section : after.sections()) {
            var then = old.getOrDefault(section.id(), "");
            var now = words(section);
            if (!then.equals(now))
                changes.add(
                        new Changed(
                                SketchMaker.name(section), Difference.between(then, now).pieces()));
        }
        for (var one : after.asked())
            if (!before.asked().contains(one))
                changes.add(
                        new Changed(one.question(), Difference.between("", one.answer()).pieces()));
        return changes;
    }

    private static String words(Sketch.Section section) {
        var because = SketchMaker.because(section);
        return section.status() == Sketch.Status.OPEN && !section.text().contains(because)
                ? (section.text() + " (" + because + ")").strip()
                : section.text();
    }
}
