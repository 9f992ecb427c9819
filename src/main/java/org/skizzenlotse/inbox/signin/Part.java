// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import io.javalin.config.RoutesConfig;

/// Some pages of the team: adds their routes through the gate.
public interface Part {
    /// Adds the routes.
    void addTo(RoutesConfig routes, Gate gate);

    /// Ends what would keep the server open.
    default void close() {}
}
