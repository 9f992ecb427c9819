// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/// The contents of messages that are no text.
final class Things {
    static final String PHOTO = "image/jpeg";

    private static final int[][] SIZES = {{90, 67}, {320, 240}, {1280, 960}};

    private Things() {}

    /// The smaller sizes have only the first bytes.
    static ArrayNode photo(FileStore files, byte[] bytes) {
        var sizes = Json.array();
        for (int i = 0; i < SIZES.length; i++) {
            var part = Arrays.copyOf(bytes, bytes.length * (i + 1) / SIZES.length);
            var stored = files.add(Upload.of(".jpg", part, PHOTO), "photos");
            sizes.add(stored.described().put("width", SIZES[i][0]).put("height", SIZES[i][1]));
        }
        return sizes;
    }

    static ObjectNode voice(FileStore files, byte[] bytes) {
        return files.add(Upload.of(".oga", bytes, "audio/ogg"), "voice")
                .described()
                .put("mime_type", "audio/ogg")
                .put("duration", 4);
    }

    static ObjectNode video(FileStore files, String name, byte[] bytes) {
        return files.add(Upload.of(name, bytes, "video/mp4"), "videos")
                .document()
                .put("width", 640)
                .put("height", 480)
                .put("duration", 5);
    }

    static ObjectNode sticker(FileStore files) {
        return files.add(Upload.of(".webp", new byte[] {1, 2, 3}, "image/webp"), "stickers")
                .described()
                .put("type", "regular")
                .put("width", 512)
                .put("height", 512)
                .put("is_animated", false)
                .put("is_video", false)
                .put("emoji", "👍");
    }

    static ObjectNode location() {
        return Json.object().put("latitude", 52.5).put("longitude", 13.4);
    }

    static ObjectNode contact() {
        return Json.object().put("phone_number", "+4930123456").put("first_name", "Bekannte");
    }

    static ObjectNode dice() {
        return Json.object().put("emoji", "🎲").put("value", 4);
    }

    static ObjectNode poll() {
        var poll =
                Json.object()
                        .put("id", "5258450000000000001")
                        .put("question", "Wann?")
                        .put("total_voter_count", 0)
                        .put("is_closed", false)
                        .put("is_anonymous", true)
                        .put("type", "regular")
                        .put("allows_multiple_answers", false)
                        .put("allows_revoting", true)
                        .put("members_only", false);
        var options = poll.putArray("options");
        for (var text : new String[] {"Heute", "Morgen"}) {
            options.addObject().put("persistent_id", text).put("text", text).put("voter_count", 0);
        }
        return poll;
    }

    static JsonNode broken(ObjectNode message, Broken how) {
        switch (how) {
            case SENDER_WITHOUT_IS_BOT -> ((ObjectNode) message.path("from")).remove("is_bot");
            case DATE_TOO_LARGE -> message.put("date", 32_503_680_000L);
            case CHAT_WITHOUT_TYPE -> ((ObjectNode) message.path("chat")).remove("type");
            case TEXT_AS_OBJECT -> message.putObject("text").put("rich", "?");
        }
        return message;
    }
}
