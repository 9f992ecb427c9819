// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.http.Context;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/// Tells visitors apart without knowing them: the address goes into a hash whose key lives in
/// memory for one day, so that nothing that is kept leads back to it.
final class Visitors {
    private static final int KEY_BYTES = 32;

    private final Set<String> trustedProxies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private LocalDate day = LocalDate.MIN;
    private byte[] key = new byte[KEY_BYTES];

    Visitors(Set<String> trustedProxies, Clock clock) {
        this.trustedProxies = trustedProxies;
        this.clock = clock;
    }

    /// The visitor's name for today.
    String name(Context context) {
        return name(address(context));
    }

    /// The name for today of whoever comes from that address.
    String name(String address) {
        return hash(keyOfToday(), address);
    }

    /// The nearest address that is not a trusted proxy's; what is farther was not seen by anybody
    /// we trust.
    private String address(Context context) {
        var address = context.req().getRemoteAddr();
        var forwarded = context.header("X-Forwarded-For");
        if (forwarded == null || !trustedProxies.contains(address)) {
            return address;
        }
        var hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0 && trustedProxies.contains(address); i--) {
            address = hops[i].strip();
        }
        return address;
    }

    private synchronized byte[] keyOfToday() {
        var today = LocalDate.now(clock);
        if (!today.equals(day)) {
            key = new byte[KEY_BYTES];
            random.nextBytes(key);
            day = today;
        }
        return key;
    }

    private static String hash(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
