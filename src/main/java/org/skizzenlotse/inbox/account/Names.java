// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import java.util.regex.Pattern;

/// What names look like: those that one signs in with, and those that others see.
final class Names {
    private static final int NAME_LENGTH_MAX = 80;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,59}");

    private Names() {}

    static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= NAME_LENGTH_MAX
                && name.chars().noneMatch(Character::isISOControl);
    }
}
