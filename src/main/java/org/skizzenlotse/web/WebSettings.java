// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import java.util.Set;

/// What the web surface is told by whoever runs it. `publicUrl` is the address under which people
/// reach it, without a slash at the end, empty on loopback; `embedOrigins` are the exact origins
/// whose pages may call the API; `trustedProxies` the addresses whose `X-Forwarded-For` is
/// believed. Port 0 takes a free one. With the `metricsToken` numbers may be read from elsewhere,
/// unless it is empty.
public record WebSettings(
        String bind,
        int port,
        String publicUrl,
        Set<String> embedOrigins,
        Set<String> trustedProxies,
        Limits limits,
        String metricsToken) {
    /// Without a word for the numbers.
    public WebSettings(
            String bind,
            int port,
            String publicUrl,
            Set<String> embedOrigins,
            Set<String> trustedProxies,
            Limits limits) {
        this(bind, port, publicUrl, embedOrigins, trustedProxies, limits, "");
    }

    /// Loopback with the limits that hold by default.
    public static WebSettings loopback(int port) {
        return new WebSettings("127.0.0.1", port, "", Set.of(), Set.of(), Limits.GENEROUS);
    }

    /// Copies the sets.
    public WebSettings {
        embedOrigins = Set.copyOf(embedOrigins);
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /// Whether people reach it over https: then cookies are bound to that.
    public boolean isSecure() {
        return publicUrl.startsWith("https://");
    }

    /// How much is taken from whom, in requests a minute, and how many streams are open at once.
    /// `startsPerVisitor` counts new conversations an hour.
    public record Limits(
            int perToken,
            int perVisitor,
            int startsPerVisitor,
            int overall,
            int streamsPerConversation,
            int streamsOverall) {
        /// Ten requests a second from one conversation is faster than anybody taps; a training room
        /// or a whole office may share one address. What is beyond would fill the disk, not
        /// sketches.
        public static final Limits GENEROUS = new Limits(600, 6_000, 1_000, 60_000, 3, 2_000);
    }
}
