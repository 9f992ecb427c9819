// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.store.staff.SignInStore.Shown;

/// The second factor: codes of an app, one for each half minute (RFC 6238), and codes on paper for
/// when the app is not at hand.
public final class Codes {
    private static final int STEP_SECONDS = 30;

    /// Clocks go wrong by that many steps, before and after.
    private static final int DRIFT = 1;

    private static final int RECOVERY_CODES = 10;

    /// 50 bits: an attempt each takes as long as the slow-down lets it.
    private static final int RECOVERY_LETTERS = 10;

    /// Without those that look like others.
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int GROUP = 4;
    private static final int FACTOR_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HmacOneTimePasswordGenerator HOTP = new HmacOneTimePasswordGenerator();

    private Codes() {}

    /// The step of time of which this is the code; none for a wrong one.
    public static OptionalLong step(byte[] factor, String code, Instant now) {
        var key = factor.length == 0 ? new byte[FACTOR_BYTES] : factor;
        long here = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = here - DRIFT; step <= here + DRIFT; step++)
            if (isSame(code(key, step), code)) found = OptionalLong.of(step);
        return factor.length == 0 ? OptionalLong.empty() : found;
    }

    /// The code of a step of time.
    static String code(byte[] factor, long step) {
        try {
            return HOTP.generateOneTimePasswordString(
                    new SecretKeySpec(factor, "HmacSHA1"), step, Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("any bytes are a key", impossible);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    /// What was typed, without what people put between.
    public static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /// Whether it is a code for when the app is not at hand, by its looks.
    static boolean isRecovery(String typed) {
        return typed.length() == RECOVERY_LETTERS
                && likened(typed).chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    }

    /// Letters that are none of ours look like those that are.
    private static String likened(String typed) {
        return typed.replace('O', '0').replace('I', '1').replace('L', '1');
    }

    static Shown recovery(String typed) {
        return new Shown.Recovery(likened(typed));
    }

    /// New codes on paper, as they are kept.
    public static List<String> freshRecovery() {
        return Stream.generate(Codes::letters).limit(RECOVERY_CODES).toList();
    }

    private static String letters() {
        var letters = new StringBuilder();
        for (int i = 0; i < RECOVERY_LETTERS; i++)
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return letters.toString();
    }

    /// A code on paper, as one reads it.
    public static String shown(String code) {
        int half = code.length() / 2;
        return code.substring(0, half) + "-" + code.substring(half);
    }

    /// The bytes of a second factor as apps read them (RFC 4648), without signs at the end.
    public static String base32(byte[] factor) {
        var letters = new StringBuilder();
        int bits = factor.length * Byte.SIZE;
        for (int at = 0; at < bits; at += BITS) {
            int letter = 0;
            for (int i = at; i < at + BITS; i++) letter = letter << 1 | bit(factor, i);
            letters.append(BASE32.charAt(letter));
        }
        return letters.toString();
    }

    private static int bit(byte[] bytes, int at) {
        int index = at / Byte.SIZE;
        return index >= bytes.length ? 0 : bytes[index] >> (Byte.SIZE - 1 - at % Byte.SIZE) & 1;
    }

    /// The same in groups, to type it.
    public static String inGroups(String letters) {
        return String.join(
                " ",
                IntStream.iterate(0, at -> at < letters.length(), at -> at + GROUP)
                        .mapToObj(
                                at -> letters.substring(at, Math.min(letters.length(), at + GROUP)))
                        .toList());
    }
}
