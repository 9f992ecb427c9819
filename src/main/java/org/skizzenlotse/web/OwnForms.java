// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.http.Context;
import java.net.URI;

/// Tells by what the browser says whether a form came from this site.
public final class OwnForms {
    private final String origin;

    /// Of the site at this address, empty where it has no public one.
    public OwnForms(WebSettings settings) {
        this.origin = settings.publicUrl();
    }

    /// Checks that it came from here.
    ///
    /// @throws Refusal when the browser says that it did not
    public void check(Context context) {
        var site = context.header("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) throw foreign();
        var sender = context.header("Origin");
        if (sender != null && !sender.equals("null") && !isOurs(sender, context)) throw foreign();
    }

    private boolean isOurs(String sender, Context context) {
        if (!origin.isEmpty() && sender.equals(origin)) return true;
        try {
            var host = URI.create(sender).getRawAuthority();
            return host != null && host.equals(context.header("Host"));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// What whoever sent a foreign form is told.
    public static Refusal foreign() {
        return new Refusal(
                Refusal.Kind.FORBIDDEN,
                "Bitte ladet die Seite neu und versucht es dann noch einmal.");
    }
}
