// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.web.WebServer;

/// Where Telegram brings updates, if the settings say so. It hears 2xx only once they are durable;
/// whoever does not know the secret hears that there is nothing here.
public final class Webhook implements WebServer.Surface {
    /// The header that carries the secret (Bot API, `setWebhook`).
    private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";

    /// The longest text with its keyboard and what it replies to.
    private static final int BYTES_MAX = 1 << 20;

    private final String secret;
    private final Supplier<Optional<Telegram>> telegram;

    /// With the secret that was told to Telegram; empty where it does not call.
    public Webhook(String secret, Supplier<Optional<Telegram>> telegram) {
        this.secret = secret;
        this.telegram = telegram;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        if (!secret.isEmpty()) routes.post(Telegram.WEBHOOK, this::take);
    }

    private void take(Context context) throws IOException {
        var given = context.header(SECRET);
        if (given == null
                || !MessageDigest.isEqual(given.getBytes(UTF_8), secret.getBytes(UTF_8))) {
            context.status(404);
            return;
        }
        var bytes = context.bodyInputStream().readNBytes(BYTES_MAX + 1);
        // it would come again for ever, and nobody could read it
        if (bytes.length > BYTES_MAX) return;
        var bot = telegram.get();
        var kept = bot.isPresent() && bot.get().brought(new String(bytes, UTF_8));
        context.status(kept ? 200 : 503);
    }
}
