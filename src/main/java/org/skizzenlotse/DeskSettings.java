// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.util.List;
import org.skizzenlotse.conversation.Statuses;

/// The settings of what staff do with sketches.
final class DeskSettings {
    private DeskSettings() {}

    static void check(Config config, List<String> problems) {
        config.number(Setting.ANSWER_DAYS, 1, 90, problems);
        try {
            statuses(config);
        } catch (IllegalArgumentException wrong) {
            problems.add("STATUSES: " + wrong.getMessage());
        }
    }

    static Statuses statuses(Config config) {
        var own = config.get(Setting.STATUSES);
        return own.isEmpty() ? Statuses.USUAL : Statuses.of(own);
    }
}
