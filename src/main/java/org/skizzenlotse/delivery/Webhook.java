// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.skizzenlotse.render.json.SketchJson;

/// Calls an address of the operator for each notice, with JSON in the body. The signature is the
/// HMAC-SHA256 of time stamp and body, so that the other side knows who calls and that it is not a
/// call of yesterday. Redirects are not followed, and of the answer only the status is read.
public final class Webhook implements Notices.Way {
    /// `t=…,v1=…`: seconds since 1970, and the signature in hexadecimal.
    public static final String SIGNATURE = "Skizzenlotse-Signature";

    /// The same at each attempt.
    public static final String DELIVERY = "Skizzenlotse-Delivery";

    /// Within this time a call has ended: connecting, then waiting for the answer to begin.
    public static final Duration TAKES_AT_MOST = Duration.ofSeconds(25);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HMAC = "HmacSHA256";

    private final Settings settings;
    private final InstantSource clock;
    private final HttpClient client;

    /// Where it calls, with which secret it signs, and whether the sketch is in the body.
    public record Settings(URI address, String secret, boolean content, Limits limits) {
        /// With the limits of a service beyond the next town.
        public Settings(URI address, String secret, boolean content) {
            this(address, secret, content, Limits.USUAL);
        }

        @Override
        public String toString() {
            return "Settings[" + address.getHost() + "]";
        }
    }

    /// For how long it waits for a connection, and then for an answer.
    public record Limits(Duration connect, Duration answer) {
        /// An answer that takes longer comes from nobody who only puts it down.
        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /// Calls there, trusting whom the JDK trusts.
    public Webhook(Settings settings, InstantSource clock) {
        this(settings, clock, usual());
    }

    Webhook(Settings settings, InstantSource clock, SSLContext trusting) {
        this.settings = settings;
        this.clock = clock;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.limits().connect())
                        .sslContext(trusting)
                        .build();
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SendOutcome send(Notice notice) {
        var body = body(notice);
        var at = clock.instant().getEpochSecond();
        var request =
                HttpRequest.newBuilder(settings.address())
                        .timeout(settings.limits().answer())
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Skizzenlotse")
                        .header(DELIVERY, notice.id())
                        .header(SIGNATURE, "t=" + at + ",v1=" + signature(at, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            // what is said there is not asked for
            answer.body().close();
            return outcome(answer.statusCode());
        } catch (IOException failed) {
            return new SendOutcome.Later(why(failed));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Later("ended");
        }
    }

    private byte[] body(Notice notice) {
        var json = JSON.createObjectNode();
        json.put("id", notice.id());
        json.put("event", notice.event().id());
        json.put("reference", notice.reference());
        var sketch = notice.sketch();
        if (sketch != null) {
            json.put("revision", notice.revision());
            json.put("dialog", sketch.dialog());
            json.put("dialog_hash", sketch.dialogHash());
        }
        var at = notice.at();
        if (at != null) json.put("submitted_at", at.toString());
        if (!notice.link().isEmpty()) json.put("link", notice.link());
        if (sketch != null && settings.content())
            json.putRawValue("sketch", new RawValue(new SketchJson().render(sketch)));
        try {
            return JSON.writeValueAsString(json).getBytes(UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String signature(long at, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(settings.secret().getBytes(UTF_8), HMAC));
            mac.update((at + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whatever is not right there somebody can mend, but for an address that says that it is gone.
    private static SendOutcome outcome(int status) {
        if (status >= 200 && status < 300) return new SendOutcome.Sent();
        return status == 410
                ? new SendOutcome.Refused("http 410", List.of())
                : new SendOutcome.Later("http " + status);
    }

    private static String why(IOException failed) {
        return switch (failed) {
            case SSLException _ -> "tls";
            case HttpConnectTimeoutException _ -> "connection";
            case HttpTimeoutException _ -> "slow";
            case ConnectException refused ->
                    refused.getCause() instanceof SSLException ? "tls" : "connection";
            default -> "broken off";
        };
    }

    @Override
    public String toString() {
        return settings.toString();
    }
}
