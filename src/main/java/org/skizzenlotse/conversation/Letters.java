// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people copy by hand: letters in groups, none of which looks like another. All but the last
/// are drawn, five bits each; the last is a check letter that finds every single slip and every two
/// letters that were swapped.
record Letters(int groups, int group) {
    private static final String ALL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// What is pasted may stand in a whole letter; nobody reads on beyond this.
    private static final int TYPED_MAX = 2_000;

    /// x⁵ + x² + 1: the letters are the elements of the field with 32 elements.
    private static final int POLYNOMIAL = 0b100101;

    private static final SecureRandom RANDOM = new SecureRandom();

    /// New ones.
    String fresh() {
        var letters = new StringBuilder();
        for (int i = 1; i < groups * group; i++)
            letters.append(ALL.charAt(RANDOM.nextInt(ALL.length())));
        return letters.append(ALL.charAt(twice(sum(letters)))).toString();
    }

    /// Those that somebody typed or pasted, in capitals or not, with or without gaps and words
    /// around them; empty where there are none, or a slip in them.
    Optional<String> read(String typed) {
        var text = typed.substring(0, Math.min(typed.length(), TYPED_MAX));
        var capitals = text.toUpperCase(Locale.ROOT);
        var bare = plain(capitals.replaceAll("[^0-9A-Z]", ""));
        if (isWhole(bare)) return Optional.of(bare);
        var found = pattern().matcher(capitals);
        for (int from = 0; found.find(from); from = found.start() + 1) {
            var one = plain(found.group().replaceAll("[^0-9A-Z]", ""));
            if (isWhole(one)) return Optional.of(one);
        }
        return Optional.empty();
    }

    private Pattern pattern() {
        var one = "[0-9A-Z]{" + group + "}";
        return Pattern.compile(
                "(?<![0-9A-Z])(?:"
                        + one
                        + "[^0-9A-Z]{0,3}){"
                        + (groups - 1)
                        + "}"
                        + one
                        + "(?![0-9A-Z])");
    }

    /// As people see them: `7H3K9-2QFXM-…`.
    String text(String letters) {
        return letters.replaceAll(".{" + group + "}(?!$)", "$0-");
    }

    /// Letters that are taken for another by eye.
    private static String plain(String capitals) {
        return capitals.replace('O', '0').replace('I', '1').replace('L', '1').replace('U', 'V');
    }

    private boolean isWhole(String letters) {
        return letters.length() == groups * group && sum(letters) == 0;
    }

    private static int sum(CharSequence letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++)
            sum = twice(sum) ^ ALL.indexOf(letters.charAt(i));
        return sum;
    }

    private static int twice(int element) {
        int shifted = element << 1;
        return shifted < ALL.length() ? shifted : shifted ^ POLYNOMIAL;
    }
}
