// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import java.net.URLEncoder;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.staff.Role;

/// The first page of the team: all that was handed in.
public final class ListPages implements Part {
    private final Supplier<Office> office;

    /// Over what is known once it is asked for.
    public ListPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, "/staff", Role.READER, this::list);
        gate.deed(routes, "/staff/auswahl", Role.READER, this::choose);
    }

    private void list(Visit visit) {
        var asked = Asked.of(visit.context());
        var room = office.get();
        var page =
                room.desk()
                        .search(
                                visit.member().id(),
                                asked.by(visit.member()),
                                asked.words(),
                                asked.page());
        var why = asked.words().isEmpty() ? "list" : "search";
        room.audit()
                .append(
                        AuditEntry.byStaff(
                                room.days().clock().instant(),
                                What.LISTED,
                                visit.member().id().value(),
                                why));
        var view = new ListMaker(room, visit, asked).made(page);
        visit.show("staff/liste.jte", Map.of("list", view));
    }

    /// Goes on to what is to be done with what was chosen, or back where nothing was.
    private void choose(Visit visit) {
        var chosen = visit.form().values("ref");
        if (chosen.isEmpty()) {
            visit.see("/staff");
            return;
        }
        var refs = "refs=" + URLEncoder.encode(String.join(",", chosen), UTF_8);
        var wanted = visit.form().value("do");
        visit.see(
                wanted.matches("json|csv|xlsx|pdf|zip")
                        ? "/staff/ausgabe?form=" + wanted + "&" + refs
                        : "/staff/vergleich?" + refs);
    }
}
