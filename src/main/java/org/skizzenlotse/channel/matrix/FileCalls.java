// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import static org.skizzenlotse.channel.matrix.Calls.part;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Reading;
import org.skizzenlotse.channel.messenger.WatchedStream;

/// Files of the homeserver, as streams: never a whole one in memory or on the disk.
final class FileCalls {
    /// What the largest file takes over a slow line.
    private static final Duration FILE_MAX = Duration.ofMinutes(30);

    private static final int ERROR_BYTES_MAX = 10_000;
    private static final Pattern MXC = Pattern.compile("mxc://([^/?#]+)/([A-Za-z0-9_-]+)");

    private final Calls calls;

    FileCalls(Calls calls) {
        this.calls = calls;
    }

    <T> T download(String mxc, Reading<T> reading) throws Failed, IOException {
        var parts = MXC.matcher(mxc);
        if (!parts.matches()) throw Failures.refused("no mxc");
        var file = part(parts.group(1)) + "/" + part(parts.group(2));
        try {
            return downloadFrom("client/v1/media/download/" + file, reading);
        } catch (Failed failed) {
            if (!"M_UNRECOGNIZED".equals(failed.getMessage())) throw failed;
            // before version 1.11 of the specification
            return downloadFrom("media/v3/download/" + file, reading);
        }
    }

    private <T> T downloadFrom(String path, Reading<T> reading) throws Failed, IOException {
        HttpResponse<InputStream> response;
        try {
            var request = calls.request(path, Calls.CALL_MAX).GET().build();
            response = calls.send(request, BodyHandlers.ofInputStream());
        } catch (IOException unreachable) {
            throw Failures.unreachable();
        }
        try (var bytes = new WatchedStream(response.body())) {
            if (response.statusCode() / 100 != 2) {
                var body = bytes.readNBytes(ERROR_BYTES_MAX);
                throw Failures.of(calls.answer(response, body));
            }
            return timed(bytes, reading);
        }
    }

    /// Reads; a line that stands still is cut by another thread.
    private static <T> T timed(WatchedStream bytes, Reading<T> reading) throws Failed, IOException {
        var cutter = Thread.ofVirtual().name("matrix-file").start(() -> cutLater(bytes));
        try {
            var read = reading.read(bytes);
            if (bytes.broken() != null) throw Failures.unreachable();
            return read;
        } catch (IOException failed) {
            if (bytes.broken() != null) throw Failures.unreachable();
            throw failed;
        } finally {
            cutter.interrupt();
        }
    }

    private static void cutLater(WatchedStream bytes) {
        try {
            Thread.sleep(FILE_MAX);
            bytes.cut(new IOException("took too long"));
        } catch (InterruptedException | IOException done) {
            Thread.currentThread().interrupt();
        }
    }

    String upload(InputStream bytes, long size, String contentType) throws Failed, IOException {
        var watched = new WatchedStream(bytes);
        var body = BodyPublishers.ofInputStream(() -> watched);
        var request =
                calls.request("media/v3/upload", FILE_MAX)
                        .header("Content-Type", contentType)
                        .POST(
                                size == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.fromPublisher(body, size))
                        .build();
        try {
            var answer = calls.whole(request, FILE_MAX);
            if (!answer.isGood()) throw Failures.of(answer);
            return answer.json().path("content_uri").asText();
        } catch (IOException failed) {
            var broken = watched.broken();
            if (broken != null) throw broken;
            throw Failures.unreachable();
        }
    }
}
