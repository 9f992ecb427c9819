// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.signin.Codes;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.Passwords;
import org.skizzenlotse.inbox.signin.SignIn;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.inbox.signin.Visit;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.AccountStore.Hand;
import org.skizzenlotse.store.staff.Member;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;

/// What somebody changes of their own account. Whatever opens it asks for the password once more.
public final class OwnPages implements Part {
    private static final String PATH = "/staff/konto";

    private final Supplier<Staff> staff;
    private final InstantSource clock;
    private final SignIn signIn;
    private final StaffCookie cookie;

    /// With what compares passwords, and the cookie of the browser.
    public OwnPages(Supplier<Staff> staff, InstantSource clock, SignIn signIn, StaffCookie cookie) {
        this.staff = staff;
        this.clock = clock;
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /// What stands on the page: the name to sign in with (empty for whoever comes another way), how
    /// many codes are left, and the words for what was done or is wrong, each empty for nothing.
    public record Own(String login, int codesLeft, String done, String wrong) {}

    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, PATH, Role.READER, visit -> show(visit, ""));
        gate.deed(routes, PATH, Role.READER, this::prefer);
        gate.deed(routes, PATH + "/passwort", Role.READER, this::password);
        gate.deed(routes, PATH + "/codes", Role.READER, this::codes);
        gate.deed(routes, PATH + "/geraet", Role.READER, this::device);
        gate.deed(routes, PATH + "/abmelden", Role.READER, this::leaveEverywhere);
    }

    private void show(Visit visit, String wrong) {
        var id = visit.member().id();
        var login = staff.get().signIns().login(id);
        var left = staff.get().accounts().recoveryLeft(id);
        var said = visit.context().queryParam("fertig");
        var done = said != null && said.matches("[a-z]{1,20}") ? said : "";
        var own = new Own(login, left, wrong.isEmpty() ? done : "", wrong);
        visit.show("staff/konto.jte", Map.of("own", own));
    }

    private void refuse(Visit visit, String wrong) {
        visit.context().status(HttpStatus.UNPROCESSABLE_CONTENT);
        show(visit, wrong);
    }

    private void prefer(Visit visit) {
        var member = visit.member();
        var asked = visit.form().value("language");
        var language = StaffTexts.LANGUAGES.contains(asked) ? asked : member.language();
        var wanted =
                new Member(
                        member.id(),
                        member.name(),
                        member.role(),
                        language,
                        visit.form().has("shortcuts"));
        done(staff.get().accounts().prefer(wanted, clock.instant()));
        visit.see(PATH + "?fertig=prefer");
    }

    private boolean confirms(Visit visit) {
        return signIn.confirms(visit.member().id(), visit.form().raw("password"), "");
    }

    private void password(Visit visit) {
        var login = staff.get().signIns().login(visit.member().id());
        var fresh = visit.form().raw("fresh");
        if (!Passwords.isGood(fresh, login)) refuse(visit, "wrong_password");
        else if (!fresh.equals(visit.form().raw("again"))) refuse(visit, "wrong_again");
        else if (!confirms(visit)) refuse(visit, "wrong_confirmation");
        else {
            var token = cookie.token(visit.context()).orElse("");
            var hash = signIn.passwords().hash(fresh);
            done(staff.get().accounts().password(hand(visit), hash, token));
            visit.see(PATH + "?fertig=password");
        }
    }

    private void codes(Visit visit) {
        if (!confirms(visit)) {
            refuse(visit, "wrong_confirmation");
            return;
        }
        var codes = Codes.freshRecovery();
        done(staff.get().accounts().recovery(hand(visit), codes));
        visit.show("staff/codes.jte", Map.of("codes", shown(codes)));
    }

    /// Another app, and another password with it: the old ones are good until the new ones are.
    private void device(Visit visit) {
        if (!confirms(visit)) {
            refuse(visit, "wrong_confirmation");
            return;
        }
        var secret = StaffCookie.fresh();
        done(staff.get().links().renew(visit.member().id(), secret, clock.instant()));
        visit.see(Gate.INVITATION + "/" + secret);
    }

    private void leaveEverywhere(Visit visit) {
        done(staff.get().accounts().endSessions(visit.member().id(), hand(visit)));
        cookie.end(visit.context());
        visit.see(Gate.SIGN_IN + "?abgemeldet=1");
    }

    static List<String> shown(List<String> codes) {
        return codes.stream().map(Codes::shown).toList();
    }

    private Hand hand(Visit visit) {
        return new Hand(visit.member().id(), clock.instant());
    }

    static <T> T done(Written<T> written) {
        if (written instanceof Written.Done<T>(var value)) return value;
        throw new StoreUnavailable("not durable");
    }
}
