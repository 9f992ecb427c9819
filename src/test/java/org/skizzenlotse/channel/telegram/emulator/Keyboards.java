// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/// Inline keyboards as the real server takes them.
final class Keyboards {
    private static final int DATA_BYTES_MAX = 64;
    private static final int BUTTONS_MAX = 100;

    /// A host needs a dot: `http://localhost` is refused.
    private static final Pattern WEB_ADDRESS =
            Pattern.compile(
                    "(?i)(https?://)?[^\\s/:?#]+\\.[^\\s/:?#]+(:\\d+)?([/?#]\\S*)?|tg://\\S+");

    private Keyboards() {}

    /// The inline keyboard of a call; none where it has none, an empty one, or one of another kind.
    static Optional<ObjectNode> of(Request request) {
        if (request.parameters().path("reply_markup").isMissingNode()) return Optional.empty();
        var markup = request.tree("reply_markup");
        if (markup.isEmpty() || !markup.get().isObject()) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        var rows = Json.array();
        int buttons = 0;
        for (var row : markup.get().path("inline_keyboard")) {
            var kept = Json.array();
            for (var button : row) kept.add(button(button));
            buttons += kept.size();
            if (!kept.isEmpty()) rows.add(kept);
        }
        if (buttons > BUTTONS_MAX) throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        if (rows.isEmpty()) return Optional.empty();
        var keyboard = Json.object();
        keyboard.set("inline_keyboard", rows);
        return Optional.of(keyboard);
    }

    static boolean isWebAddress(String written) {
        return WEB_ADDRESS.matcher(written).matches();
    }

    private static JsonNode button(JsonNode button) {
        if (!button.path("text").isTextual()) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Can't find field \"text\"");
        }
        if (button.path("text").asText().isBlank()) {
            throw Refusal.badRequest("inline keyboard button text must be non-empty");
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(UTF_8).length;
            if (bytes == 0 || bytes > DATA_BYTES_MAX) {
                throw Refusal.badRequest("BUTTON_DATA_INVALID");
            }
        } else if (button.has("url")) {
            var address = button.path("url").asText();
            if (!isWebAddress(address)) {
                throw Refusal.badRequest(
                        "inline keyboard button URL '" + address + "' is invalid: Wrong HTTP URL");
            }
        } else if (button.size() < 2) {
            throw Refusal.badRequest("text buttons are unallowed in the inline keyboard");
        }
        return button;
    }
}
