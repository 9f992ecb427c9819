// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.inbox.signin.IdentityService;
import org.skizzenlotse.store.staff.Role;

/// The settings of the team's pages.
final class StaffSettings {
    /// Nobody guesses so many signs.
    private static final int AUTHOR_KEY_MIN = 20;

    /// A working day: then a session ends anyway.
    private static final int IDLE_MINUTES_MAX = 720;

    private StaffSettings() {}

    static void check(Config config, List<String> problems) {
        config.number(Setting.STAFF_IDLE_MINUTES, 1, IDLE_MINUTES_MAX, problems);
        roles(config, problems);
        var key = config.get(Setting.AUTHOR_KEY);
        if (!key.isEmpty() && key.length() < AUTHOR_KEY_MIN)
            problems.add("AUTHOR_KEY: mindestens " + AUTHOR_KEY_MIN + " Zeichen, oder leer.");
        var issuer = config.get(Setting.OIDC_ISSUER);
        if (issuer.isEmpty()) return;
        if (!issuer.matches("https://\\S+|http://(localhost|127\\.0\\.0\\.1)[:/]\\S*"))
            problems.add("OIDC_ISSUER: eine Adresse, die mit https:// beginnt.");
        for (var needed : List.of(Setting.OIDC_CLIENT, Setting.OIDC_SECRET))
            if (config.get(needed).isEmpty())
                problems.add(needed.name() + ": mit OIDC_ISSUER nötig.");
    }

    /// After which idle time somebody signs in anew.
    static Duration idle(Config config) {
        return Duration.ofMinutes(Long.parseLong(config.get(Setting.STAFF_IDLE_MINUTES)));
    }

    /// The service that knows the team, if there is one.
    static Optional<IdentityService> service(Config config) {
        var issuer = config.get(Setting.OIDC_ISSUER);
        if (issuer.isEmpty()) return Optional.empty();
        return Optional.of(
                new IdentityService(
                        issuer,
                        new IdentityService.Client(
                                config.get(Setting.OIDC_CLIENT), config.get(Setting.OIDC_SECRET)),
                        config.get(Setting.OIDC_NAME),
                        config.get(Setting.OIDC_ROLE_CLAIM),
                        roles(config, List.of())));
    }

    private static Map<String, Role> roles(Config config, List<String> problems) {
        var roles = new HashMap<String, Role>();
        for (var pair : config.get(Setting.OIDC_ROLES).split(",", -1)) {
            if (pair.isBlank()) continue;
            // a group may have colons of its own
            int colon = pair.lastIndexOf(':');
            var role = Role.named(pair.substring(colon + 1).strip());
            if (colon > 0 && role.isPresent())
                roles.put(pair.substring(0, colon).strip(), role.get());
            else
                problems.add(
                        "OIDC_ROLES: Gruppe und reader, adviser oder administrator, mit"
                                + " Doppelpunkt, etwa beratung:adviser.");
        }
        return roles;
    }
}
