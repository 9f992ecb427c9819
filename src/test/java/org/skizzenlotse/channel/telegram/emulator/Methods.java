// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;

/// Answers each method.
final class Methods {
    private static final int BATCH_MAX = 100;
    private static final int POLL_SECONDS_MAX = 50;

    private final World world;
    private final MessageMethods messages;

    Methods(World world) {
        this.world = world;
        this.messages = new MessageMethods(world);
    }

    /// The whole body of the answer. Only the poll is held, and it holds no lock of the chats.
    ObjectNode answer(Request request) throws InterruptedException {
        var method = request.method();
        if (method == Method.GET_UPDATES) return done(updates(request));
        synchronized (world.chats()) {
            var result = result(request);
            if (result.isTextual()) {
                return done(BooleanNode.TRUE).put("description", result.asText());
            }
            world.check().answer(method, result);
            return done(result);
        }
    }

    /// A text is what the real server says besides `true`.
    private JsonNode result(Request request) {
        return switch (request.method()) {
            case GET_ME -> me();
            case GET_UPDATES -> throw new IllegalStateException("held elsewhere");
            case SET_WEBHOOK -> TextNode.valueOf(world.webhook().set(request));
            case DELETE_WEBHOOK -> TextNode.valueOf(world.webhook().delete(request));
            case GET_WEBHOOK_INFO -> world.webhook().info();
            case SEND_MESSAGE -> messages.send(request);
            case SEND_DOCUMENT -> messages.sendDocument(request);
            case EDIT_MESSAGE_TEXT -> messages.editText(request);
            case EDIT_MESSAGE_REPLY_MARKUP -> messages.editKeyboard(request);
            case GET_FILE -> world.files().described(request);
            case GET_MY_COMMANDS -> world.commands().get(request);
            case DELETE_MESSAGE -> did(() -> messages.delete(request));
            case SEND_CHAT_ACTION -> did(() -> messages.action(request));
            case ANSWER_CALLBACK_QUERY ->
                    did(() -> {
                        world.taps().answer(request);
                        world.chats().changed();
                    });
            case SET_MY_COMMANDS -> did(() -> world.commands().set(request));
            case DELETE_MY_COMMANDS -> did(() -> world.commands().delete(request));
            case LEAVE_CHAT -> did(() -> messages.leave(request));
        };
    }

    private static JsonNode did(Runnable act) {
        act.run();
        return BooleanNode.TRUE;
    }

    private JsonNode updates(Request request) throws InterruptedException {
        world.updates().allow(request);
        int limit = Math.clamp(request.number("limit", BATCH_MAX), 1, BATCH_MAX);
        long seconds = Math.clamp(request.number("timeout", 0), 0, POLL_SECONDS_MAX);
        return world.updates()
                .poll(request.number("offset", 0), limit, Duration.ofSeconds(seconds));
    }

    private JsonNode me() {
        return world.bot()
                .deepCopy()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private static ObjectNode done(JsonNode result) {
        var body = Json.object().put("ok", true);
        body.set("result", result);
        return body;
    }
}
