// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import gg.jte.Content;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.store.staff.Role;

/// The page that one comes to after signing in.
final class Beginning implements Part {
    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        Content content = out -> out.writeContent("<h1>Skizzen</h1><p>Noch nichts da.</p>");
        gate.page(
                routes,
                "/staff",
                Role.READER,
                visit ->
                        visit.show(
                                "staff/layout.jte",
                                Map.of("title", "Skizzen", "here", "start", "content", content)));
    }
}
