// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Talk.Inside;
import org.skizzenlotse.render.SketchText;

/// The sketch as a file in the room, encrypted where the room is.
record OwnCopy(Bot bot, Talk talk) {
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
            if (failed.how() == Failed.How.NOT_NOW && talk.teller().isSoon(came))
                talk.teller().again(came.heard(), failed.after());
            else talk.teller().tell(came, inside.words().say("copy_failed"));
        } catch (IOException broken) {
            talk.teller().tell(came, inside.words().say("copy_failed"));
        }
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
        Line.relate(content, bot.memory().thread(talk.user(), talk.room()));
        if (homeserver.room(talk.room()).encrypted()) {
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
            content.put(
                    "url", homeserver.upload(new ByteArrayInputStream(bytes), bytes.length, TYPE));
        }
        homeserver.send(talk.room(), Line.transaction(key), "m.room.message", content.toString());
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
