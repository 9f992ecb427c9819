// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGeneratorFactory;

/// Somebody in a conversation who sends files by tus, in pieces as the widget does, of letters that
/// are made as they are sent.
final class Sender {
    private static final String FILES = "/api/v1/conversation/files";
    private static final int PIECE_BYTES = 4 * 1024 * 1024;

    /// No divisor of a piece, so that no two pieces are the same.
    private static final int BLOCK_BYTES = 1_000_003;

    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final HttpClient client;
    private final String address;
    private final String token;

    private Sender(HttpClient client, String address, String token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    /// Begins a conversation and agrees to it.
    static Sender begin(HttpClient client, int port) throws IOException, InterruptedException {
        var address = "http://127.0.0.1:" + port;
        var begun =
                client.send(
                        HttpRequest.newBuilder(URI.create(address + "/api/v1/conversations"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"dialog\":\"probe\"}"))
                                .build(),
                        BodyHandlers.ofString());
        var token = new ObjectMapper().readTree(begun.body()).path("token").asText();
        var sender = new Sender(client, address, token);
        sender.send(
                sender.request("/api/v1/conversation/turns")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "ja")
                        .POST(BodyPublishers.ofString("{\"step\":\"ja\",\"choose\":[\"yes\"]}")));
        return sender;
    }

    /// Sends a file; true when it comes back as it was sent.
    boolean sends(int bytes, long seed) throws IOException, InterruptedException {
        var file = announce(bytes);
        var letters = new Letters(seed);
        for (int at = 0; at < bytes; at += PIECE_BYTES) {
            int piece = Math.min(PIECE_BYTES, bytes - at);
            append(file, at, letters.next(piece, OPEN));
        }
        return digest(received(file)).equals(digest(new Letters(seed).next(bytes, OPEN)));
    }

    /// Sends a file in one piece, which waits in its middle until it may go on.
    void sendsOnceOpen(int bytes, long seed, CountDownLatch gate)
            throws IOException, InterruptedException {
        append(announce(bytes), 0, new Letters(seed).next(bytes, gate));
    }

    private String announce(int bytes) throws IOException, InterruptedException {
        var metadata = "filename " + base64("Konzept.txt") + ",step " + base64("unterlagen");
        return send(request(FILES)
                        .header("Upload-Length", String.valueOf(bytes))
                        .header("Upload-Metadata", metadata)
                        .POST(BodyPublishers.noBody()))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void append(String file, int at, InputStream bytes)
            throws IOException, InterruptedException {
        send(
                request(file)
                        .header("Upload-Offset", String.valueOf(at))
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofInputStream(() -> bytes)));
    }

    private InputStream received(String file) throws IOException, InterruptedException {
        var request = request(file + "/content").build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .header("Tus-Resumable", "1.0.0");
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300)
            throw new IOException(answer.statusCode() + " " + answer.body());
        return answer;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String digest(InputStream bytes) throws IOException {
        try (var in = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /// The same letters for the same seed, wherever they are cut.
    private static final class Letters {
        private final byte[] block = new byte[BLOCK_BYTES];
        private int at;

        Letters(long seed) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (int i = 0; i < block.length; i++) block[i] = (byte) ('a' + random.nextInt(26));
        }

        InputStream next(int count, CountDownLatch gate) {
            return new InputStream() {
                private int left = count;

                @Override
                public int read() throws IOException {
                    var one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] to, int from, int wanted) throws IOException {
                    if (left <= 0) return -1;
                    if (left <= count / 2) await(gate);
                    int given = Math.min(Math.min(wanted, left), block.length - at);
                    System.arraycopy(block, at, to, from, given);
                    at = (at + given) % block.length;
                    left -= given;
                    return given;
                }
            };
        }

        private static void await(CountDownLatch gate) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }
    }
}
