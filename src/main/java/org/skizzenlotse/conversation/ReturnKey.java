// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The key by which people come back from any device: 25 letters in groups of five, none of which
/// looks like another. 24 are drawn (120 bits); the last is a check letter that finds every single
/// slip and every two letters that were swapped.
record ReturnKey(String letters) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int DRAWN = 24;
    private static final int GROUP = 5;

    /// What is pasted may stand in a whole letter; nobody reads on beyond this.
    private static final int TYPED_MAX = 2_000;

    private static final Pattern GROUPS =
            Pattern.compile("(?<![0-9A-Z])(?:[0-9A-Z]{5}[^0-9A-Z]{0,3}){4}[0-9A-Z]{5}(?![0-9A-Z])");

    /// x⁵ + x² + 1: the letters are the elements of the field with 32 elements.
    private static final int POLYNOMIAL = 0b100101;

    private static final SecureRandom RANDOM = new SecureRandom();

    /// A new one.
    static ReturnKey fresh() {
        var letters = new StringBuilder();
        for (int i = 0; i < DRAWN; i++)
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return new ReturnKey(letters.append(LETTERS.charAt(twice(sum(letters)))).toString());
    }

    /// The key that somebody typed or pasted, in capitals or not, with or without gaps and words
    /// around it; empty where there is none, or a slip in it.
    static Optional<ReturnKey> read(String typed) {
        var text = typed.substring(0, Math.min(typed.length(), TYPED_MAX));
        var capitals = text.toUpperCase(Locale.ROOT);
        var bare = plain(capitals.replaceAll("[^0-9A-Z]", ""));
        if (isWhole(bare)) return Optional.of(new ReturnKey(bare));
        var groups = GROUPS.matcher(capitals);
        for (int from = 0; groups.find(from); from = groups.start() + 1) {
            var found = plain(groups.group().replaceAll("[^0-9A-Z]", ""));
            if (isWhole(found)) return Optional.of(new ReturnKey(found));
        }
        return Optional.empty();
    }

    /// As people see it: `7H3K9-2QFXM-…`.
    String text() {
        return letters.replaceAll(".{" + GROUP + "}(?!$)", "$0-");
    }

    /// Letters that are taken for another by eye.
    private static String plain(String capitals) {
        return capitals.replace('O', '0').replace('I', '1').replace('L', '1').replace('U', 'V');
    }

    private static boolean isWhole(String letters) {
        return letters.length() == DRAWN + 1 && sum(letters) == 0;
    }

    private static int sum(CharSequence letters) {
        int sum = 0;
        for (int i = 0; i < letters.length(); i++)
            sum = twice(sum) ^ LETTERS.indexOf(letters.charAt(i));
        return sum;
    }

    private static int twice(int element) {
        int shifted = element << 1;
        return shifted < LETTERS.length() ? shifted : shifted ^ POLYNOMIAL;
    }

    @Override
    public String toString() {
        return "ReturnKey";
    }
}
