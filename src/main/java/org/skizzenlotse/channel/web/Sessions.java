// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.WebSettings;

/// The cookie that holds a conversation's token, one for each dialog, and the proof that a form
/// came from a page of ours. The cookie ends with the browser session.
final class Sessions {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,200}");

    private final boolean secure;
    private final String origin;
    private final Set<String> embedOrigins;

    Sessions(WebSettings settings) {
        this.secure = settings.isSecure();
        this.origin = settings.publicUrl();
        this.embedOrigins = settings.embedOrigins();
    }

    /// Where people come back by key, in full where the address of the service is known.
    String returnAddress() {
        return origin + ReturnPages.PATH;
    }

    /// The token that the browser sent.
    Optional<String> token(Context context, String dialog) {
        return Optional.ofNullable(context.cookie(name(dialog)))
                .filter(value -> TOKEN.matcher(value).matches());
    }

    /// From now on the browser sends this token.
    void begin(Context context, String dialog, String token) {
        context.res().addHeader("Set-Cookie", cookie(dialog, token));
    }

    /// The browser forgets the token.
    void end(Context context, String dialog) {
        context.res().addHeader("Set-Cookie", cookie(dialog, "") + "; Max-Age=0");
    }

    /// This browser waits with this token to be let in.
    void await(Context context, String token) {
        var cookie = awaitName() + "=" + token + "; Path=/; HttpOnly; SameSite=Lax";
        context.res().addHeader("Set-Cookie", cookie + (secure ? "; Secure" : ""));
    }

    /// The token with which the browser waits.
    Optional<String> awaited(Context context) {
        return Optional.ofNullable(context.cookie(awaitName()))
                .filter(value -> TOKEN.matcher(value).matches());
    }

    /// The browser waits no more.
    void endAwaiting(Context context) {
        if (awaited(context).isEmpty()) return;
        var cookie = awaitName() + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
        context.res().addHeader("Set-Cookie", cookie + (secure ? "; Secure" : ""));
    }

    private String awaitName() {
        return (secure ? "__Host-" : "") + "umzug";
    }

    /// The member `csrf` of every form: made from the token, which other pages cannot read.
    static String csrf(String token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
            var proof = mac.doFinal("form".getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    /// Checks that a form came from a page of this conversation.
    ///
    /// @throws Refusal when it did not
    static void check(String proof, String token) {
        var wanted = csrf(token).getBytes(UTF_8);
        if (!MessageDigest.isEqual(wanted, proof.getBytes(UTF_8))) {
            throw foreign();
        }
    }

    /// Checks by what the browser says that a form came from this site.
    ///
    /// @throws Refusal when it says that it did not
    void checkOrigin(Context context) {
        var site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw foreign();
        }
        var sender = context.header("Origin");
        if (sender != null && !sender.equals("null") && !isOurs(sender, context)) {
            throw foreign();
        }
    }

    /// The same, but the pages that may embed the chat may send this form, too.
    ///
    /// @throws Refusal when neither is so
    void checkWelcome(Context context) {
        var sender = context.header("Origin");
        if (sender == null || !embedOrigins.contains(sender)) {
            checkOrigin(context);
        }
    }

    private boolean isOurs(String sender, Context context) {
        if (!origin.isEmpty() && sender.equals(origin)) {
            return true;
        }
        try {
            var host = URI.create(sender).getRawAuthority();
            return host != null && host.equals(context.header("Host"));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private String cookie(String dialog, String value) {
        return name(dialog)
                + "="
                + value
                + "; Path=/; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }

    private String name(String dialog) {
        return (secure ? "__Host-" : "") + "gespraech-" + dialog;
    }

    private static Refusal foreign() {
        return new Refusal(
                Refusal.Kind.FORBIDDEN,
                "Bitte ladet die Seite neu und versucht es dann noch einmal.");
    }
}
