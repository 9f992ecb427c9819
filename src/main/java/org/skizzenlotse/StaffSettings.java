// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.Duration;
import java.util.List;

/// The settings of the team's pages.
final class StaffSettings {
    /// A working day: then a session ends anyway.
    private static final int IDLE_MINUTES_MAX = 720;

    private StaffSettings() {}

    static void check(Config config, List<String> problems) {
        config.number(Setting.STAFF_IDLE_MINUTES, 1, IDLE_MINUTES_MAX, problems);
    }

    /// After which idle time somebody signs in anew.
    static Duration idle(Config config) {
        return Duration.ofMinutes(Long.parseLong(config.get(Setting.STAFF_IDLE_MINUTES)));
    }
}
