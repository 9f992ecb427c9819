// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.render.SketchText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sketch as a file in the room, encrypted where the room is.
record OwnCopy(Bot bot, Talk talk) {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCopy.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TYPE = "text/plain";

    void send(Inside inside, Came came) {
        var sketch = bot.conversations().sketch(inside.seat().token());
        if (sketch.isEmpty()) {
            bot.postbox().done(came.heard());
            return;
        }
        var reference = sketch.get().reference();
        var name = (reference.isEmpty() ? "skizze" : reference) + ".txt";
        var text = new SketchText(bot.manner().zone()).render(sketch.get());
        try {
            send(name, text.getBytes(StandardCharsets.UTF_8), "copy " + came.pending().id());
            bot.postbox().done(came.heard());
        } catch (Failed failed) {
            if (failed.how() == Failed.How.NOT_NOW && came.pending().attempts() < Teller.TRIES_MAX)
                talk.teller().again(came.heard(), failed.after());
            else talk.teller().tell(came, inside.words().say("copy_failed"));
        } catch (IOException broken) {
            talk.teller().tell(came, inside.words().say("copy_failed"));
        }
        LOG.debug("copy dealt with");
    }

    private void send(String name, byte[] bytes, String key) throws Failed, IOException {
        var homeserver = bot.reach().now();
        var content =
                JSON.createObjectNode()
                        .put("msgtype", "m.file")
                        .put("body", name)
                        .put("filename", name);
        content.putObject("info").put("mimetype", TYPE).put("size", bytes.length);
        content.putObject("m.mentions");
        if (homeserver.room(talk.room()).encrypted()) {
            var lock = new MatrixFile.Lock(random(32), counter(), new byte[0]);
            try (var locking = CipherStream.locking(new ByteArrayInputStream(bytes), lock)) {
                var address =
                        homeserver.upload(locking, bytes.length, "application/octet-stream");
                // to its end, where its hash is
                locking.skipNBytes(0);
                var file = content.putObject("file");
                file.put("v", "v2").put("url", address).put("iv", base64(lock.counter()));
                file.putObject("hashes").put("sha256", base64(locking.hash()));
                var jwk = file.putObject("key");
                jwk.put("kty", "oct").put("alg", "A256CTR").put("ext", true);
                jwk.put(
                        "k",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(lock.key()));
                jwk.putArray("key_ops").add("encrypt").add("decrypt");
            }
        } else {
            content.put(
                    "url",
                    homeserver.upload(new ByteArrayInputStream(bytes), bytes.length, TYPE));
        }
        homeserver.send(
                talk.room(), Line.transaction(key), "m.room.message", content.toString());
    }

    private static byte[] random(int many) {
        var bytes = new byte[many];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// Eight bytes at random, and room to count.
    private static byte[] counter() {
        return java.util.Arrays.copyOf(random(8), 16);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
