// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.render.calendar.MeetingFile;
import org.skizzenlotse.store.staff.Role;

/// What leaves the house for a sketch: a delivery once more, and a meeting for one's own calendar.
public final class DeliveryPages implements Part {
    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public DeliveryPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.deed(routes, SketchPages.PATH + "/zustellung", Role.ADVISER, this::again);
        gate.page(routes, SketchPages.PATH + "/termin.ics", Role.READER, this::meeting);
    }

    /// Sends what belongs to this sketch, and nothing else, once more under its old name.
    private void again(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        var id = visit.form().value("id");
        if (room.backlog().deliveries(row.id()).stream().anyMatch(one -> one.id().equals(id))) {
            room.backlog().resend(id, room.means().clock().instant());
            room.desk().exported(visit.member().id(), List.of(row), "resent");
        }
        visit.see("/staff/skizzen/" + row.reference() + "?gut=resent#weiter");
    }

    private void meeting(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        var desk = room.means().conversations().desk();
        var agreed = desk.agreed(row.id()).orElseThrow(Chosen::unknown);
        var name = MeetingFile.name(row.reference());
        visit.context()
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .result(MeetingFile.of(row.reference(), agreed.meeting(), desk.now()))
                .contentType(MeetingFile.MEDIA_TYPE + "; charset=utf-8");
    }
}
