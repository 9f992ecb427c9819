// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.skizzenlotse.engine.ConversationId;

/// Random names: tokens that nobody guesses, IDs, and references that people read out.
final class Secrets {
    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 16;

    /// 40 bits: at a million submissions one in two million new ones is taken, and drawn again.
    private static final int REFERENCE_LETTERS = 8;

    /// Without letters that look like another or like a digit.
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /// 128 bits, short enough for a picture that cameras read.
    static String link() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(ID_BYTES));
    }

    /// From 10 to 99, to compare by eye.
    static int twoDigits() {
        return RANDOM.nextInt(10, 100);
    }

    static String id() {
        return HexFormat.of().formatHex(bytes(ID_BYTES));
    }

    static ConversationId conversation() {
        return new ConversationId(id());
    }

    /// Like `SK-7H3K-92QF`.
    static String reference(String prefix) {
        var reference = new StringBuilder(prefix.isEmpty() ? "R" : prefix);
        for (int i = 0; i < REFERENCE_LETTERS; i++) {
            if (i % 4 == 0) reference.append('-');
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }

    private static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
