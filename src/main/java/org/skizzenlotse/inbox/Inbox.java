// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import io.javalin.config.RoutesConfig;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.account.AccountPages;
import org.skizzenlotse.inbox.account.AuditPages;
import org.skizzenlotse.inbox.account.InvitationPages;
import org.skizzenlotse.inbox.account.OwnPages;
import org.skizzenlotse.inbox.oidc.OidcPages;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.SignIn;
import org.skizzenlotse.inbox.signin.SignInPages;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.WebServer;

/// All pages of the team below `/staff`, each added by its part through the gate.
public final class Inbox implements WebServer.Surface {
    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final ZoneId zone;
    private final List<Part> parts;

    /// With these parts beside signing in and accounts, and times of this zone.
    public Inbox(Supplier<Staff> staff, SignInRules rules, ZoneId zone, List<Part> parts) {
        this.staff = staff;
        this.rules = rules;
        this.zone = zone;
        this.parts = List.copyOf(parts);
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var gate = new Gate(staff, rules, shared.templates());
        gate.addTo(routes);
        var signIn = new SignIn(staff, rules);
        new SignInPages(staff, rules, signIn).addTo(routes, gate, shared);
        rules.service().ifPresent(one -> new OidcPages(staff, rules, one).addTo(routes, shared));
        new InvitationPages(staff, rules, signIn).addTo(routes, shared);
        var cookie = new StaffCookie(rules.web());
        new OwnPages(staff, rules.clock(), signIn, cookie).addTo(routes, gate);
        new AccountPages(staff, rules, zone).addTo(routes, gate);
        new AuditPages(staff, rules.clock(), zone).addTo(routes, gate);
        for (var part : parts) part.addTo(routes, gate);
    }

    @Override
    public void close() {
        for (var part : parts) part.close();
    }
}
