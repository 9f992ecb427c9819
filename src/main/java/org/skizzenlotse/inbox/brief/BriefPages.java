// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.brief;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.desk.Chosen;
import org.skizzenlotse.inbox.desk.Handout;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.render.document.PagePdf;
import org.skizzenlotse.store.staff.Role;

/// A sketch on one page: on the screen, printed, and as PDF.
public final class BriefPages implements Part {
    private static final String PATH = "/staff/skizzen/{reference}/kurz";

    private final Supplier<Office> office;
    private final PagePdf pdf = new PagePdf();

    /// Over what is known once it is asked for.
    public BriefPages(Supplier<Office> office) {
        this.office = office;
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.READER, this::page);
        gate.page(routes, PATH + ".pdf", Role.READER, this::pdf);
    }

    private void page(Visit visit) {
        var room = office.get();
        var brief = brief(room, visit);
        visit.show("staff/kurz.jte", Map.of("brief", brief));
    }

    private void pdf(Visit visit) {
        var room = office.get();
        var brief = brief(room, visit);
        var page =
                visit.templates()
                        .html("staff/kurzpdf.jte", Map.of("texts", visit.texts(), "brief", brief));
        var bytes = pdf.render(page, brief.title(), visit.texts().language());
        var name = brief.reference() + "-" + visit.texts().say("brief") + ".pdf";
        Handout.named(visit.context(), name, PagePdf.MEDIA_TYPE).result(bytes);
    }

    private static Brief brief(Office room, Visit visit) {
        var row = Chosen.row(room, visit);
        var sketch = room.sketches().newest(row).orElseThrow(Chosen::unknown);
        room.desk().read(visit.member().id(), List.of(row), "brief");
        return new BriefMaker(room, visit.texts()).of(row, sketch);
    }
}
