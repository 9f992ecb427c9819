// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Value;

/// The settings that say how long something is kept.
final class KeepingSettings {
    /// Its end is announced three days before.
    private static final int DRAFT_DAYS_MIN = 4;

    /// Two years after the last submission at most, whatever is set.
    private static final int MONTHS_MAX = 24;

    private KeepingSettings() {}

    /// Notes what is wrong, one line each.
    static void check(Config config, List<String> problems) {
        int before = problems.size();
        config.number(Setting.DRAFT_DAYS, DRAFT_DAYS_MIN, 730, problems);
        config.number(Setting.SUBMITTED_MONTHS, 1, MONTHS_MAX, problems);
        config.number(Setting.SUBMITTED_MONTHS_MAX, 1, MONTHS_MAX, problems);
        if (problems.size() == before && months(config) > monthsMax(config))
            problems.add("SUBMITTED_MONTHS: nicht mehr als SUBMITTED_MONTHS_MAX.");
    }

    /// What dialogs may read of them.
    static Map<String, Value> facts(Config config) {
        return Map.of(
                "entwurf_tage", config.amount(Setting.DRAFT_DAYS),
                "aufbewahrung_monate", config.amount(Setting.SUBMITTED_MONTHS),
                "aufbewahrung_hoechstens", config.amount(Setting.SUBMITTED_MONTHS_MAX));
    }

    private static int months(Config config) {
        return Integer.parseInt(config.get(Setting.SUBMITTED_MONTHS));
    }

    private static int monthsMax(Config config) {
        return Integer.parseInt(config.get(Setting.SUBMITTED_MONTHS_MAX));
    }
}
