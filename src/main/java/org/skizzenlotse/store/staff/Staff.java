// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;

/// All that is known of the team, in one hand.
public record Staff(
        AccountStore accounts,
        SessionStore sessions,
        LinkStore links,
        SignInStore signIns,
        ExternalStore externals,
        AuditStore audit) {
    /// Over this database.
    public static Staff over(Database database) {
        return new Staff(
                new AccountStore(database),
                new SessionStore(database),
                new LinkStore(database),
                new SignInStore(database),
                new ExternalStore(database),
                new AuditStore(database));
    }
}
