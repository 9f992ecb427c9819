// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.conversation.MyData;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.sketch.Sketch;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.desk.DeskRow;
import org.skizzenlotse.store.staff.StaffId;

/// What is kept beside a sketch: its files, the conversation, consents, what happened, revisions,
/// likely doubles, notes.
final class Kept {
    private static final int BYTES_IN_KB = 1_000;

    private final Office office;
    private final Visit visit;
    private final StaffTexts texts;

    Kept(Office office, Visit visit) {
        this.office = office;
        this.visit = visit;
        this.texts = visit.texts();
    }

    private Optional<MyData> data(DeskRow row) {
        return office.means().conversations().ownData().of(row.id());
    }

    List<SketchView.Doc> files(DeskRow row) {
        return data(row).stream()
                .flatMap(data -> data.files().stream())
                .filter(MyData.Held::attached)
                .map(file -> doc(row, file))
                .toList();
    }

    private SketchView.Doc doc(DeskRow row, MyData.Held file) {
        boolean open =
                office.means()
                        .conversations()
                        .files()
                        .openForStaff(row.reference(), file.id())
                        .isPresent();
        return new SketchView.Doc(
                file.name(),
                file.description(),
                size(file.bytes()),
                texts.say("scan_" + file.scan()),
                open ? "/staff/skizzen/" + row.reference() + "/dateien/" + file.id() : "");
    }

    private String size(long bytes) {
        long kb = Math.max(1, bytes / BYTES_IN_KB);
        return kb < BYTES_IN_KB ? kb + " KB" : texts.say("megabytes", tenths(kb));
    }

    private static String tenths(long kb) {
        long tenths = kb / 100;
        return tenths / 10 + "," + tenths % 10;
    }

    SketchView.Around around(DeskRow row, Sketch sketch) {
        var data = data(row);
        var me = visit.member().id();
        return new SketchView.Around(
                data.map(this::talk).orElse(List.of()),
                data.map(this::consents).orElse(List.of()),
                history(row),
                revisions(row),
                new Doubles(office, texts, me).of(row, sketch),
                notes(row));
    }

    private List<SketchView.Talked> talk(MyData data) {
        return data.messages().stream()
                .filter(one -> !one.text().isBlank())
                .map(one -> {
                    boolean theirs = one.kind() == Message.Kind.SAID;
                    return new SketchView.Talked(
                            theirs,
                            texts.say(theirs ? "talk_them" : "talk_us"),
                            office.days().time(one.at(), texts),
                            DialogText.html(one.text()));
                })
                .toList();
    }

    private List<SketchView.Fact> consents(MyData data) {
        return data.consents().stream()
                .map(one ->
                        new SketchView.Fact(
                                one.label(),
                                texts.say(
                                        one.yes() ? "consent_yes" : "consent_no",
                                        office.days().time(one.provenance().at(), texts)),
                                !one.yes()))
                .toList();
    }

    private List<SketchView.Fact> history(DeskRow row) {
        var history = new ArrayList<SketchView.Fact>();
        for (var one : office.audit().of(row.reference()).reversed())
            history.add(new SketchView.Fact(office.days().time(one.at(), texts), what(one), false));
        return history;
    }

    private String what(AuditEntry entry) {
        var who = office.colleagues().name(new StaffId(entry.who())).orElse("");
        var key = "audit_" + entry.what().id();
        var what = texts.has(key) ? texts.say(key) : entry.what().id();
        var detail = detail(entry.why());
        return (who.isEmpty() ? "" : who + ": ")
                + what
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }

    /// The words of the audit are for machines; those that have none of ours stay as they are.
    private String detail(String why) {
        if (why.isEmpty()) return "";
        var parts = why.split(" ", 2);
        if (parts[0].equals("status") && parts.length > 1)
            return office.vocabulary().status(parts[1], texts);
        if (parts[0].equals("assigned") && parts.length > 1)
            return office.colleagues()
                    .name(new StaffId(parts[1]))
                    .map(name -> texts.say("assigned_to", name))
                    .orElse("");
        var key = "why_" + why.replace(' ', '_');
        return texts.has(key) ? texts.say(key) : why;
    }

    private List<SketchView.Revision> revisions(DeskRow row) {
        var revisions = new ArrayList<SketchView.Revision>();
        for (var sketch : office.sketches().all(row)) {
            int number = sketch.revision();
            var at = sketch.submittedAt();
            revisions.add(
                    new SketchView.Revision(
                            number,
                            at == null ? "" : office.days().time(at, texts),
                            number == 1
                                    ? ""
                                    : "/staff/skizzen/%s/fassungen?von=%d&bis=%d"
                                            .formatted(row.reference(), number - 1, number)));
        }
        return revisions;
    }

    private List<SketchView.Noted> notes(DeskRow row) {
        return office.notes().all(row.id()).stream()
                .map(note ->
                        new SketchView.Noted(
                                office.colleagues().name(note.by()).orElse(""),
                                office.days().time(note.at(), texts),
                                note.text()))
                .toList();
    }
}
