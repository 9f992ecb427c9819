// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import io.javalin.config.RoutesConfig;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore.Range;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;

/// The audit trail, for administrators: the newest first, page by page, or of one reference; as a
/// table for other programs, too. Looking at it is told in it.
public final class AuditPages implements Part {
    private static final String PATH = "/staff/protokoll";

    /// Two screens.
    private static final int PAGE = 50;

    /// Years of an office; a table with more opens in no program that people have.
    private static final int EXPORT_MAX = 100_000;

    private static final int REFERENCE_LENGTH_MAX = 64;
    private static final int PAGES_MAX = 100_000;
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final Supplier<Staff> staff;
    private final InstantSource clock;
    private final ZoneId zone;

    /// With times of this zone.
    public AuditPages(Supplier<Staff> staff, InstantSource clock, ZoneId zone) {
        this.staff = staff;
        this.clock = clock;
        this.zone = zone;
    }

    /// What stands on the page: lines, the reference that was asked for (empty for all), the page's
    /// number from 1 on, and whether there are older ones.
    public record Sheet(List<Line> lines, String reference, int number, boolean more) {}

    /// One entry in words.
    public record Line(String at, String who, String what, String subject, String why) {
        private List<String> cells() {
            return List.of(at, who, what, subject, why);
        }
    }

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.ADMINISTRATOR, this::show);
        gate.page(routes, PATH + ".csv", Role.ADMINISTRATOR, this::export);
    }

    private void show(Visit visit) {
        var reference = reference(visit);
        var number = number(visit);
        var found =
                staff.get()
                        .audit()
                        .newest(reference, new Range(PAGE + 1, (long) (number - 1) * PAGE));
        tell(visit, What.LISTED);
        var lines = lines(visit, found.subList(0, Math.min(PAGE, found.size())));
        var sheet = new Sheet(lines, reference, number, found.size() > PAGE);
        visit.show("staff/protokoll.jte", Map.of("sheet", sheet));
    }

    private void export(Visit visit) {
        var found = staff.get().audit().newest(reference(visit), new Range(EXPORT_MAX, 0));
        tell(visit, What.EXPORTED);
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        visit.texts().say("audit_at"),
                        visit.texts().say("audit_who"),
                        visit.texts().say("audit_what"),
                        visit.texts().say("audit_subject"),
                        visit.texts().say("audit_why")));
        for (var line : lines(visit, found)) rows.add(line.cells());
        var table =
                rows.stream()
                        .map(row ->
                                row.stream().map(AuditPages::cell).collect(Collectors.joining(";")))
                        .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"));
        visit.context()
                .result(table)
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"protokoll.csv\"");
    }

    /// What begins like a formula is none to the program that opens the table.
    private static String cell(String text) {
        var plain = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    private void tell(Visit visit, What what) {
        var who = visit.member().id().value();
        OwnPages.done(
                staff.get()
                        .audit()
                        .append(AuditEntry.byStaff(clock.instant(), what, who, "audit")));
    }

    private static String reference(Visit visit) {
        var asked = visit.context().queryParam("bezug");
        return asked == null || asked.length() > REFERENCE_LENGTH_MAX ? "" : asked.strip();
    }

    private static int number(Visit visit) {
        var asked = visit.context().queryParam("seite");
        if (asked == null || !asked.matches("[1-9][0-9]{0,5}")) return 1;
        return Math.min(Integer.parseInt(asked), PAGES_MAX);
    }

    private List<Line> lines(Visit visit, List<AuditEntry> entries) {
        var names = staff.get().accounts().names();
        return entries.stream().map(one -> line(one, names, visit.texts())).toList();
    }

    private Line line(AuditEntry one, Map<String, String> names, StaffTexts texts) {
        var by = one.by().id();
        var who =
                one.who().isEmpty()
                        ? texts.sayOr("audit_by_" + by, by)
                        : names.getOrDefault(one.who(), texts.say("audit_gone", one.who()));
        var about =
                one.reference().or(() -> one.conversation().map(ConversationId::value)).orElse("");
        return new Line(
                AT.format(one.at().atZone(zone)),
                who,
                texts.sayOr("audit_what_" + one.what().id(), one.what().id()),
                names.getOrDefault(about, about),
                one.why().isEmpty() ? "" : texts.sayOr("audit_why_" + one.why(), one.why()));
    }
}
