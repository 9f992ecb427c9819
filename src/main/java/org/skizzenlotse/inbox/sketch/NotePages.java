// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import io.javalin.config.RoutesConfig;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.desk.InternalNote;
import org.skizzenlotse.store.staff.Role;

/// Where staff write down something for each other: an address of its own, so that no mistake in a
/// form makes a message of it.
public final class NotePages implements Part {
    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public NotePages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.deed(routes, SketchPages.PATH + "/notizen", Role.ADVISER, this::add);
    }

    private void add(Visit visit) {
        var room = office.get();
        var row = Chosen.row(room, visit);
        var text = visit.form().value("notiz");
        if (text.isEmpty() || text.length() > InternalNote.TEXT_MAX) {
            visit.context().status(422);
            SketchPages.show(room, visit, row, visit.texts().say("note_length"));
            return;
        }
        room.notes().add(visit.member().id(), row, text);
        visit.see("/staff/skizzen/" + row.reference() + "?gut=note#notizen");
    }
}
