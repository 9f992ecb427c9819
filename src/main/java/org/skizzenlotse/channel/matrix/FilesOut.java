// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Team.Sheet;

/// Files in rooms, encrypted where the room is.
record FilesOut(Reach reach) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Sends it into a thread (empty: none); `key` tells it from others.
    void send(String room, String thread, Sheet sheet, String key) throws Failed, IOException {
        var homeserver = reach.now();
        var bytes = sheet.bytes();
        var content =
                JSON.createObjectNode()
                        .put("msgtype", "m.file")
                        .put("body", sheet.name())
                        .put("filename", sheet.name());
        content.putObject("info").put("mimetype", sheet.mediaType()).put("size", bytes.length);
        content.putObject("m.mentions");
        Line.relate(content, thread);
        if (homeserver.room(room).encrypted()) {
            var lock = lock();
            try (var locking = CipherStream.locking(new ByteArrayInputStream(bytes), lock)) {
                var address = homeserver.upload(locking, bytes.length, "application/octet-stream");
                // the end, where the hash is, may not have been read
                locking.readAllBytes();
                var file = content.putObject("file");
                file.put("v", "v2").put("url", address).put("iv", lock.counter());
                file.putObject("hashes").put("sha256", locking.hash());
                var jwk = file.putObject("key");
                jwk.put("kty", "oct").put("alg", "A256CTR").put("ext", true);
                jwk.put("k", lock.key());
                jwk.putArray("key_ops").add("encrypt").add("decrypt");
            }
        } else {
            var stream = new ByteArrayInputStream(bytes);
            content.put("url", homeserver.upload(stream, bytes.length, sheet.mediaType()));
        }
        homeserver.send(room, Line.transaction(key), "m.room.message", content.toString());
    }

    /// A key of 256 bits; eight bytes at random to count from, and eight to count.
    private static MatrixFile.Lock lock() {
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
        var counter = Arrays.copyOf(random(8), 16);
        return new MatrixFile.Lock(
                key, Base64.getEncoder().withoutPadding().encodeToString(counter), "");
    }

    private static byte[] random(int many) {
        var bytes = new byte[many];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
