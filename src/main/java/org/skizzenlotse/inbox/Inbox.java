// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.WebServer;

/// All pages of the team below `/staff`, each added by its part through the gate.
public final class Inbox implements WebServer.Surface {
    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final List<Part> parts;

    /// With these parts.
    public Inbox(Supplier<Staff> staff, SignInRules rules, List<Part> parts) {
        this.staff = staff;
        this.rules = rules;
        this.parts = List.copyOf(parts);
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var gate = new Gate(staff, rules, shared.templates());
        gate.addTo(routes);
        for (var part : parts) part.addTo(routes, gate);
    }
}
