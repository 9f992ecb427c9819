// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.telegram.telegrambots.meta.TelegramUrl;

/// Where the Bot API is and the token that it knows us by. An address has no path of its own, since
/// the library could not keep it. The token stands in every URL, so none of these is ever shown.
final class BotAccess {
    /// Telegram's own.
    static final String USUAL_ADDRESS = "https://api.telegram.org";

    /// Letters, digits and what stands between them in a token; nothing that changes a URL.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]{1,200}");

    private static final int PORT_MAX = 65_535;

    private final HttpUrl base;
    private final String token;

    /// What is wrong with the settings, in words for whoever made them; never with the token.
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    private BotAccess(HttpUrl base, String token) {
        this.base = base;
        this.token = token;
    }

    /// Reads both settings.
    static BotAccess of(String address, String token) throws Unusable {
        if (!TOKEN.matcher(token).matches())
            throw new Unusable("ein Token von @BotFather, wie 123456:ABC-DEF, ohne Leerzeichen.");
        return new BotAccess(base(address), token);
    }

    /// For the library.
    TelegramUrl telegramUrl() {
        return new TelegramUrl(base.scheme(), base.host(), base.port(), false);
    }

    /// For the library, and for nothing that is kept or shown.
    String token() {
        return token;
    }

    /// Where a method is called.
    HttpUrl method(String name) {
        return base.newBuilder().addPathSegment("bot" + token).addPathSegment(name).build();
    }

    /// Where the bytes of a file are.
    HttpUrl file(String path) {
        return base.newBuilder()
                .addPathSegment("file")
                .addPathSegment("bot" + token)
                .addPathSegments(path)
                .build();
    }

    @Override
    public String toString() {
        return base.scheme() + "://" + base.host() + ":" + base.port();
    }

    private static HttpUrl base(String address) throws Unusable {
        var uri = parsed(address);
        if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getPort() == 0
                || uri.getPort() > PORT_MAX)
            throw new Unusable("eine Adresse wie " + USUAL_ADDRESS + ".");
        if (!String.valueOf(uri.getRawPath()).matches("/?")
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null)
            throw new Unusable("eine Adresse ohne Pfad, wie " + USUAL_ADDRESS + ".");
        var read = HttpUrl.parse(uri.toString());
        if (read == null) throw new Unusable("eine Adresse wie " + USUAL_ADDRESS + ".");
        return read;
    }

    private static URI parsed(String address) throws Unusable {
        try {
            return new URI(address);
        } catch (URISyntaxException _) {
            throw new Unusable("eine Adresse wie " + USUAL_ADDRESS + ".");
        }
    }
}
