// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.skizzenlotse.store.staff.StaffId;

/// New names for people of the team in rows, and what a name to sign in with looks like.
final class Ids {
    static final int NAME_LENGTH_MAX = 80;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,59}");
    private static final int LENGTH = 16;

    private Ids() {}

    static StaffId fresh() {
        var random = UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        return new StaffId("t-" + random.substring(0, LENGTH));
    }

    static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= NAME_LENGTH_MAX
                && name.chars().noneMatch(Character::isISOControl);
    }
}
