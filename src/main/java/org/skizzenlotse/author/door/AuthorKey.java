// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key to the pages of the authors: from the settings, or a new one at each start. All that the
/// door hands out is made from it, so that another key ends everything.
public final class AuthorKey {
    /// 144 bits: nobody guesses it.
    private static final int BYTES = 18;

    private final String key;

    private AuthorKey(String key) {
        this.key = key;
    }

    /// The key of the settings.
    public static AuthorKey of(String key) {
        return new AuthorKey(key);
    }

    /// A key that nobody knows yet.
    public static AuthorKey fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AuthorKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// The key itself, to be told once to who starts the service.
    public String told() {
        return key;
    }

    /// Whether this is the key.
    public boolean isKey(String given) {
        return same(proof("key", given), proof("key", key));
    }

    /// What only who has the key can make of a text; `purpose` keeps proofs apart.
    String proof(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            var made = mac.doFinal((purpose + "\n" + text).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(made);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    boolean isProof(String purpose, String text, String given) {
        return same(proof(purpose, text), given);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "AuthorKey";
    }
}
