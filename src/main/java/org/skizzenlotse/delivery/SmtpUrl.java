// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.List;

/// The address of a mail server: `smtp://user:password@host:port` begins in the clear and then
/// insists on TLS (STARTTLS), `smtps://` speaks TLS at once. User and password are percent-encoded;
/// without them there is no login, without a port it is 587 or 465. The one option: `?tls=none`
/// does without TLS, as a server on loopback does by itself, and `?tls=starttls` insists on it
/// there too.
public record SmtpUrl(String host, int port, Security security, String user, String password) {
    private static final int PORT_STARTTLS = 587;
    private static final int PORT_TLS = 465;

    /// How the talk is protected.
    public enum Security {
        /// From the first byte on.
        TLS,
        /// From the command STARTTLS on, and not at all without it.
        STARTTLS,
        /// Not at all.
        NONE
    }

    /// What is wrong with an address, in words for whoever set it; never with its password.
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    /// Reads an address.
    public static SmtpUrl of(String text) throws Unusable {
        var url = parsed(text);
        var scheme = String.valueOf(url.getScheme());
        if (!List.of("smtp", "smtps").contains(scheme)
                || url.getHost() == null
                || !String.valueOf(url.getRawPath()).matches("/?")
                || url.getRawFragment() != null)
            throw new Unusable("eine Adresse wie smtp://name:passwort@mail.example:587.");
        var host = url.getHost().replaceAll("[\\[\\]]", "");
        var security = security(scheme, host, String.valueOf(url.getRawQuery()));
        var standard = security == Security.TLS ? PORT_TLS : PORT_STARTTLS;
        var login = login(url.getRawUserInfo());
        if (security == Security.NONE && !login.getFirst().isEmpty() && !isLoopback(host))
            throw new Unusable("ein Passwort geht nicht unverschlüsselt über das Netz.");
        var port = url.getPort() < 0 ? standard : url.getPort();
        return new SmtpUrl(host, port, security, login.getFirst(), login.getLast());
    }

    private static URI parsed(String text) throws Unusable {
        try {
            var url = new URI(text);
            // a host that is none, such as one with an underscore, is told here and not later
            return url.getRawAuthority() == null ? url : url.parseServerAuthority();
        } catch (URISyntaxException _) {
            throw new Unusable("keine Adresse; Sonderzeichen im Passwort als %40 und so fort.");
        }
    }

    private static Security security(String scheme, String host, String query) throws Unusable {
        if (scheme.equals("smtps") && query.equals("null")) return Security.TLS;
        if (scheme.equals("smtp"))
            switch (query) {
                case "null" -> {
                    return isLoopback(host) ? Security.NONE : Security.STARTTLS;
                }
                case "tls=none" -> {
                    return Security.NONE;
                }
                case "tls=starttls" -> {
                    return Security.STARTTLS;
                }
                default -> {}
            }
        throw new Unusable(
                "nach dem Fragezeichen geht nur tls=none oder tls=starttls (mit smtp:).");
    }

    private static List<String> login(String userInfo) throws Unusable {
        if (userInfo == null) return List.of("", "");
        var parts = userInfo.split(":", 2);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty())
            throw new Unusable("Name und Passwort gehören zusammen, mit einem Doppelpunkt.");
        return List.of(decoded(parts[0]), decoded(parts[1]));
    }

    private static String decoded(String part) {
        // a plus is a plus here, and no space
        return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /// Whether there is a login.
    boolean hasLogin() {
        return !user.isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
