// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody of the team with a browser without JavaScript, and with an app for codes of its own
/// making (RFC 6238), which shares nothing with the program.
public final class Colleague {
    public static final String PASSWORD = "vier wörter, die keiner rät";

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern LETTERS =
            Pattern.compile("<output class=\"letters\"[^>]*>([A-Z2-7 ]+)</output>");

    private final HttpClient client;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf = "";
    private String key = "";

    /// At the service of that address, without a slash at the end.
    public Colleague(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    /// Opens a page; the proof of its forms is remembered.
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /// Sends a form of the page that was opened last.
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("csrf", csrf);
        var form =
                all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty())
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            for (var cookie : answer.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                if (cookie.contains("Max-Age=0")) cookies.remove(pair[0]);
                else cookies.put(pair[0], pair[1]);
            }
            var proof = CSRF.matcher(answer.body());
            if (proof.find()) csrf = proof.group(1);
            var letters = LETTERS.matcher(answer.body());
            if (letters.find()) key = letters.group(1).replace(" ", "");
            return answer;
        } catch (IOException lost) {
            throw new AssertionError(lost);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /// The value of a cookie.
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /// Sends this header from now on.
    public Colleague with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /// Sets an account up by its link; whoever is not the first has their names already.
    public HttpResponse<String> setUp(String link, String login, Instant now) {
        var path = URI.create(link).getPath();
        assertThat(get(path).statusCode()).isEqualTo(200);
        return post(
                path,
                Map.of(
                        "name", "Kim " + login,
                        "login", login,
                        "password", PASSWORD,
                        "again", PASSWORD,
                        "code", code(now)));
    }

    /// Signs in with the password that all have here.
    public HttpResponse<String> signIn(String login, String code) {
        return post("/staff/anmelden", Map.of("login", login, "password", PASSWORD, "code", code));
    }

    /// What the app shows at that time.
    public String code(Instant now) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            var counter = ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array();
            var hash = ByteBuffer.wrap(mac.doFinal(counter));
            int value = hash.getInt(hash.get(19) & 0xf) & 0x7fffffff;
            return "%06d".formatted(value % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        long held = 0;
        for (int i = 0; i < base32.length(); i++) {
            held = held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(base32.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
            }
        }
        return bytes.array();
    }

    /// The key of the app, as letters.
    public String factor() {
        return key;
    }

    /// The same as bytes.
    public byte[] factorBytes() {
        return bytes(key);
    }

    /// The cookie by which the browser is known; empty without one.
    public String session() {
        return cookies.getOrDefault("team", "");
    }

    /// Another browser with that cookie.
    public Colleague keep(String session) {
        cookies.put("team", session);
        return this;
    }

    /// The proof that the last page held.
    public String csrf() {
        return csrf;
    }

    /// The app is taken over to another browser of the same person.
    public Colleague onAnotherDevice() {
        var other = new Colleague(client, address);
        other.key = key;
        return other;
    }
}
