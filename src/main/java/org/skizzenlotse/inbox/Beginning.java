// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import io.javalin.config.RoutesConfig;
import java.util.Map;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.store.staff.Role;

/// The page that one comes to after signing in.
public final class Beginning implements Part {
    @Override
    public void addTo(RoutesConfig routes, Gate gate) {
        gate.page(routes, "/staff", Role.READER, visit -> visit.show("staff/start.jte", Map.of()));
    }
}
