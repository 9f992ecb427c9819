// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.skizzenlotse.web.Refusal;

/// Passwords as Argon2id keeps them. One is computed at a time: each takes memory, and a processor
/// that the conversations of applicants need, too.
public final class Passwords {
    /// Shorter ones are guessed. Longer words are welcome; kinds of characters are not asked for.
    public static final int LENGTH_MIN = 12;

    static final int LENGTH_MAX = 200;

    /// What OWASP asks for at least: 19 MiB, two passes.
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /// Fewer are a pattern, whatever their length.
    private static final int DIFFERENT_MIN = 5;

    private static final int WAIT_SECONDS_MAX = 10;

    /// Of nothing that anybody types; it takes as long to compare with.
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$/o+5bAWAOUG74SskAoA5gQ"
                    + "$Y4AyM9NI/yP5yYBT87uw22XjI8SDIacO3S+HRLgZ644";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Semaphore one = new Semaphore(1, true);

    /// Whether a password may be used by whoever signs in with that name.
    public static boolean isGood(String password, String login) {
        var lower = password.toLowerCase(Locale.ROOT);
        return password.length() >= LENGTH_MIN
                && password.length() <= LENGTH_MAX
                && password.codePoints().distinct().count() >= DIFFERENT_MIN
                && !lower.contains("skizzenlotse")
                && (login.isEmpty() || !lower.contains(login));
    }

    /// What is kept of a password.
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var argon = Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
        return inTurn(() -> argon.hash(bytes(password), salt).getResult());
    }

    /// Whether it is the one of which this was kept; of nobody nothing is, which takes as long.
    boolean matches(String password, String kept) {
        var known = kept.isEmpty() ? NOBODY : kept;
        var given = password.length() > LENGTH_MAX ? "" : password;
        var argon = Argon2Function.getInstanceFromHash(known);
        boolean same = inTurn(() -> argon.check(bytes(given), known.getBytes(UTF_8)));
        return same && !kept.isEmpty() && !given.isEmpty();
    }

    private <T> T inTurn(Supplier<T> computing) {
        try {
            if (!one.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS))
                throw new Refusal(
                        Refusal.Kind.UNAVAILABLE, "Gerade melden sich sehr viele gleichzeitig an.");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "");
        }
        try {
            return computing.get();
        } finally {
            one.release();
        }
    }

    /// The same bytes for the same characters, on whatever keyboard they were typed.
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(UTF_8);
    }
}
