// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.SignIn;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.Account;
import org.skizzenlotse.store.staff.AccountStore.Hand;
import org.skizzenlotse.store.staff.AccountStore.Outcome;
import org.skizzenlotse.store.staff.LinkStore.Newcomer;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.store.staff.StaffId;

/// The page on which administrators look after accounts. A link for somebody is shown once, to
/// whoever made it, who passes it on.
public final class AccountPages implements Part {
    private static final String PATH = "/staff/konten";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final ZoneId zone;

    /// With dates of this zone.
    public AccountPages(Supplier<Staff> staff, SignInRules rules, ZoneId zone) {
        this.staff = staff;
        this.rules = rules;
        this.zone = zone;
    }

    /// What stands on the page: all accounts, a link that was just made and for whom (both empty
    /// without), and the words for what was done or is wrong, each empty for nothing.
    public record Sheet(List<Line> lines, String link, String linkFor, String done, String wrong) {}

    /// An account, whether it is that of whoever looks, and the day on which they were last here.
    public record Line(Account account, boolean own, String seen) {}

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.ADMINISTRATOR, visit -> show(visit, "", "", ""));
        gate.deed(routes, PATH, Role.ADMINISTRATOR, this::invite);
        gate.deed(routes, PATH + "/{id}/rolle", Role.ADMINISTRATOR, this::assign);
        gate.deed(routes, PATH + "/{id}/zurueck", Role.ADMINISTRATOR, this::reset);
        deed(routes, gate, "sperren", (id, hand) -> staff.get().accounts().lock(id, hand));
        deed(routes, gate, "entsperren", (id, hand) -> staff.get().accounts().unlock(id, hand));
        deed(routes, gate, "abmelden", (id, hand) -> staff.get().accounts().endSessions(id, hand));
        deed(routes, gate, "entfernen", (id, hand) -> staff.get().accounts().remove(id, hand));
    }

    private interface Change {
        Written<Outcome> of(StaffId id, Hand hand);
    }

    private void deed(RoutesConfig routes, Gate gate, String name, Change change) {
        gate.deed(
                routes,
                PATH + "/{id}/" + name,
                Role.ADMINISTRATOR,
                visit -> answer(visit, change.of(id(visit), hand(visit))));
    }

    private void answer(Visit visit, Written<Outcome> written) {
        switch (OwnPages.done(written)) {
            case DONE -> visit.see(PATH + "?fertig=done");
            case LAST -> refuse(visit, "wrong_last");
            case UNKNOWN -> refuse(visit, "wrong_account");
            case TAKEN -> refuse(visit, "wrong_taken");
        }
    }

    private void assign(Visit visit) {
        var role = Role.named(visit.form().value("role"));
        if (role.isEmpty()) refuse(visit, "wrong_account");
        else answer(visit, staff.get().accounts().assign(id(visit), role.get(), hand(visit)));
    }

    private void invite(Visit visit) {
        var login = SignIn.login(visit.form().value("login"));
        var name = visit.form().value("name");
        var role = Role.named(visit.form().value("role"));
        if (!Names.isLogin(login)) refuse(visit, "wrong_login");
        else if (!Names.isName(name) || role.isEmpty()) refuse(visit, "wrong_name");
        else {
            var one =
                    new Newcomer(
                            StaffId.fresh(), login, name, role.get(), visit.member().language());
            var secret = StaffCookie.fresh();
            linked(visit, staff.get().links().invite(one, secret, hand(visit)), secret, name);
        }
    }

    private void reset(Visit visit) {
        var secret = StaffCookie.fresh();
        var written = staff.get().links().reset(id(visit), secret, hand(visit));
        var name = staff.get().accounts().find(id(visit)).map(Account::name).orElse("");
        linked(visit, written, secret, name);
    }

    private void linked(Visit visit, Written<Outcome> written, String secret, String name) {
        if (OwnPages.done(written) == Outcome.DONE) show(visit, address(visit, secret), name, "");
        else answer(visit, written);
    }

    private String address(Visit visit, String secret) {
        var known = rules.web().publicUrl();
        var origin = known.isEmpty() ? "http://" + visit.context().header("Host") : known;
        return origin + Gate.INVITATION + "/" + secret;
    }

    private void refuse(Visit visit, String wrong) {
        visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, "", "", wrong);
    }

    private void show(Visit visit, String link, String linkFor, String wrong) {
        var done = visit.context().queryParam("fertig") == null ? "" : "done";
        var lines =
                staff.get().accounts().all().stream()
                        .map(one -> line(one, visit.member().id()))
                        .toList();
        var sheet = new Sheet(lines, link, linkFor, wrong.isEmpty() ? done : "", wrong);
        visit.show("staff/konten.jte", Map.of("sheet", sheet));
    }

    private Line line(Account account, StaffId own) {
        var seen = account.seenAt().map(at -> DAY.format(at.atZone(zone))).orElse("");
        return new Line(account, account.id().equals(own), seen);
    }

    private static StaffId id(Visit visit) {
        return new StaffId(visit.context().pathParam("id"));
    }

    private Hand hand(Visit visit) {
        return new Hand(visit.member().id(), rules.clock().instant());
    }
}
