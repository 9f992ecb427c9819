// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skizzenlotse.web.WebSettings;

/// The cookie of an author: who they said they are and until when, with a proof made from the key.
/// Nothing of it is kept here, so it holds over restarts as long as the key does.
record Pass(String name, String cookie) {
    /// A working day.
    private static final Duration LASTS = Duration.ofHours(12);

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,15})\\.([A-Za-z0-9_-]{1,200})\\.([A-Za-z0-9_-]{43})");

    /// The pass that the browser sent, if it holds.
    static Optional<Pass> sent(Context context, Means means) {
        var cookie = context.cookie(called(means.web()));
        var found = FORM.matcher(cookie == null ? "" : cookie);
        if (!found.matches()) return Optional.empty();
        var content = found.group(1) + "." + found.group(2);
        if (!means.key().isProof("pass", content, found.group(3))) return Optional.empty();
        if (Long.parseLong(found.group(1)) < means.now().getEpochSecond()) return Optional.empty();
        var name = new String(Base64.getUrlDecoder().decode(found.group(2)), UTF_8);
        return Optional.of(new Pass(name, found.group()));
    }

    /// What is needed to make and to check passes.
    record Means(AuthorKey key, WebSettings web, Instant now) {}

    /// Gives the browser a pass for this name.
    static void give(Context context, Means means, String name) {
        var until = means.now().plus(LASTS).getEpochSecond();
        var said = Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
        var content = until + "." + said;
        var cookie = content + "." + means.key().proof("pass", content);
        set(context, means.web(), cookie + "; Max-Age=" + LASTS.toSeconds());
    }

    /// The browser forgets it.
    static void take(Context context, WebSettings web) {
        set(context, web, "; Max-Age=0");
    }

    private static void set(Context context, WebSettings web, String value) {
        var cookie = called(web) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
        context.res().addHeader("Set-Cookie", cookie + (web.isSecure() ? "; Secure" : ""));
    }

    private static String called(WebSettings web) {
        return (web.isSecure() ? "__Host-" : "") + "author";
    }

    @Override
    public String toString() {
        return "Pass";
    }
}
