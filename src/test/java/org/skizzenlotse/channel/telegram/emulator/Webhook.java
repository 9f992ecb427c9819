// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/// Brings updates to the bot, one after the other, each again until it is taken with a 2xx. Besides
/// HTTPS it takes plain HTTP to this machine, which the real server does not; it never calls
/// another machine.
final class Webhook {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /// Tests do not wait as long as the real server does.
    private static final long PAUSE_MILLIS_FIRST = 50;

    private static final long PAUSE_MILLIS_MAX = 1000;
    private static final Pattern HERE =
            Pattern.compile("https?://(127\\.0\\.0\\.1|localhost)[:/].*");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock;
    private final UpdateQueue updates;
    private String url = "";
    private String lastError = "";
    private long lastErrorSeconds;

    Webhook(Clock clock, UpdateQueue updates) {
        this.clock = clock;
        this.updates = updates;
    }

    /// What is said of it.
    synchronized String set(Request request) {
        var wanted = request.text("url").orElse("");
        if (wanted.isEmpty()) return delete(request);
        if (!wanted.startsWith("https://") && !HERE.matcher(wanted).matches()) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        var secret = request.text("secret_token").orElse("");
        if (!secret.isEmpty() && !SECRET.matcher(secret).matches()) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        if (request.flag("drop_pending_updates")) updates.drop();
        updates.allow(request);
        url = wanted;
        lastError = "";
        long turn = updates.useWebhook(true);
        Thread.ofVirtual().name("webhook").start(() -> deliver(URI.create(wanted), secret, turn));
        return "Webhook was set";
    }

    synchronized String delete(Request request) {
        if (request.flag("drop_pending_updates")) updates.drop();
        if (url.isEmpty()) return "Webhook is already deleted";
        url = "";
        updates.useWebhook(false);
        return "Webhook was deleted";
    }

    synchronized ObjectNode info() {
        var info =
                Json.object()
                        .put("url", url)
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", updates.size());
        if (!lastError.isEmpty()) {
            info.put("last_error_date", lastErrorSeconds).put("last_error_message", lastError);
        }
        var allowed = updates.allowed();
        if (!allowed.isEmpty()) allowed.forEach(info.putArray("allowed_updates")::add);
        return info;
    }

    void close() {
        http.shutdownNow();
    }

    private void deliver(URI place, String secret, long turn) {
        long pauseMillis = PAUSE_MILLIS_FIRST;
        try {
            while (true) {
                var head = updates.head(turn);
                if (head.isEmpty()) return;
                if (taken(place, secret, head.get())) {
                    updates.confirm(head.get().path("update_id").asInt());
                    pauseMillis = PAUSE_MILLIS_FIRST;
                } else {
                    if (!updates.isTurn(turn)) return;
                    Thread.sleep(pauseMillis);
                    pauseMillis = Math.min(PAUSE_MILLIS_MAX, pauseMillis * 2);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean taken(URI place, String secret, ObjectNode update) throws InterruptedException {
        if (!HERE.matcher(place.toString()).matches()) {
            failed("Connection timed out");
            return false;
        }
        var request =
                HttpRequest.newBuilder(place)
                        .timeout(ANSWER_WITHIN)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(update.toString(), UTF_8));
        if (!secret.isEmpty()) request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        try {
            int code = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (code / 100 == 2) return true;
            failed("Wrong response from the webhook: " + code);
        } catch (IOException unreachable) {
            failed("Connection refused");
        }
        return false;
    }

    private synchronized void failed(String why) {
        lastError = why;
        lastErrorSeconds = clock.instant().getEpochSecond();
    }
}
