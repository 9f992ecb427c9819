// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a browser takes along on its way to the service and back: a random word in a cookie, from
/// which state, nonce and verifier derive, so that nothing of it is kept here. Who comes back
/// without it began elsewhere.
record Ticket(String word) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{43}");

    /// Long enough to look for a phone.
    private static final int SECONDS = 900;

    /// The one that the browser sent.
    static Optional<Ticket> of(Context context, boolean secure) {
        return Optional.ofNullable(context.cookie(name(secure)))
                .filter(word -> WORD.matcher(word).matches())
                .map(Ticket::new);
    }

    void give(Context context, boolean secure) {
        set(context, secure, word, SECONDS);
    }

    static void take(Context context, boolean secure) {
        set(context, secure, "", 0);
    }

    private static void set(Context context, boolean secure, String word, int seconds) {
        var cookie =
                "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d%s"
                        .formatted(name(secure), word, seconds, secure ? "; Secure" : "");
        context.res().addHeader("Set-Cookie", cookie);
    }

    private static String name(boolean secure) {
        return (secure ? "__Host-" : "") + "anmeldung";
    }

    /// A word that derives from it, for one purpose: 43 letters, as verifiers need them.
    String derived(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(word.getBytes(UTF_8), "HmacSHA256"));
            var bytes = mac.doFinal(purpose.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    @Override
    public String toString() {
        return "Ticket";
    }
}
