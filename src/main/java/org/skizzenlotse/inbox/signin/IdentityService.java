// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.store.staff.Role;

/// A service that knows the team (OpenID Connect): its address, what this site is called there and
/// how it shows that it is it, and what the button says. The claim of that name lists groups; each
/// that is known here means a role. Where none means any, administrators let everybody in once.
public record IdentityService(
        String issuer, Client client, String name, String claim, Map<String, Role> roles) {
    /// What this site is called there, and its secret.
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /// Copies the roles.
    public IdentityService {
        roles = Map.copyOf(roles);
    }

    /// Whether it says who may do what.
    public boolean givesRoles() {
        return !roles.isEmpty();
    }

    /// The highest role that one of these groups means.
    public Optional<Role> role(Collection<String> groups) {
        return roles.entrySet().stream()
                .filter(one -> groups.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }
}
