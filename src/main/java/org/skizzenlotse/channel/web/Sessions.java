// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.skizzenlotse.web.OwnForms;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.WebSettings;

/// The cookie that holds a conversation's token, one for each dialog, and the proof that a form
/// came from a page of ours. The cookie ends with the browser session.
final class Sessions {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{20,200}");

    private final boolean secure;
    private final String origin;
    private final Set<String> embedOrigins;
    private final OwnForms forms;

    Sessions(WebSettings settings) {
        this.secure = settings.isSecure();
        this.origin = settings.publicUrl();
        this.embedOrigins = settings.embedOrigins();
        this.forms = new OwnForms(settings);
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
            throw OwnForms.foreign();
        }
    }

    /// Checks by what the browser says that a form came from this site.
    ///
    /// @throws Refusal when it says that it did not
    void checkOrigin(Context context) {
        forms.check(context);
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
}
