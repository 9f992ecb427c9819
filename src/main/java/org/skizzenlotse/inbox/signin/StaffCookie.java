// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.web.WebSettings;

/// The cookie by which the browser of somebody of the team is known, and the proof that a form came
/// from a page of ours. It ends with the browser at the latest.
public final class StaffCookie {
    private static final int BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final boolean secure;

    /// Bound to https where people come by that.
    public StaffCookie(WebSettings settings) {
        this.secure = settings.isSecure();
    }

    /// Nobody guesses it.
    public static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// The token that the browser sent.
    public Optional<String> token(Context context) {
        return Optional.ofNullable(context.cookie(name()))
                .filter(value -> TOKEN.matcher(value).matches());
    }

    /// From now on the browser sends this one.
    public void begin(Context context, String token) {
        set(context, token, "");
    }

    /// The browser forgets it.
    public void end(Context context) {
        set(context, "", "; Max-Age=0");
    }

    private void set(Context context, String token, String more) {
        var cookie = name() + "=" + token + "; Path=/; HttpOnly; SameSite=Lax";
        context.res().addHeader("Set-Cookie", cookie + (secure ? "; Secure" : "") + more);
    }

    private String name() {
        return (secure ? "__Host-" : "") + "team";
    }

    /// The field `csrf` of every form: made from the token, which other pages cannot read.
    static String csrf(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
            var proof = mac.doFinal("staff form".getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    static boolean isProof(String given, String token) {
        return MessageDigest.isEqual(csrf(token).getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
