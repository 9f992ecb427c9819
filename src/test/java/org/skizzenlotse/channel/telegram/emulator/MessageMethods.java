// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a bot says, changes and takes back. Every method holds the lock of the chats.
final class MessageMethods {
    private static final int TEXT_BYTES_MAX = 1 << 15;
    private static final int TEXT_LENGTH_MAX = 4096;
    private static final int CAPTION_LENGTH_MAX = 1024;
    private static final Duration DELETED_WITHIN = Duration.ofDays(2);
    private static final Set<String> ACTIONS =
            Set.of(
                    "typing",
                    "upload_photo",
                    "record_video",
                    "upload_video",
                    "record_voice",
                    "upload_voice",
                    "upload_document",
                    "choose_sticker",
                    "find_location",
                    "record_video_note",
                    "upload_video_note");

    private final World world;
    private final Chats chats;

    MessageMethods(World world) {
        this.world = world;
        this.chats = world.chats();
    }

    JsonNode send(Request request) {
        var room = room(request);
        var marked = text(request);
        var keyboard = Keyboards.of(request);
        mustExist(room, request);
        var message = chats.message(room, world.bot());
        marked.into(message, "text", "entities");
        keyboard.ifPresent(rows -> message.set("reply_markup", rows));
        return chats.keep(room, message, true).message.deepCopy();
    }

    JsonNode sendDocument(Request request) {
        var room = room(request);
        var caption = marked(request, "caption", "caption_entities").trimmed();
        if (caption.text().length() > CAPTION_LENGTH_MAX) {
            throw Refusal.badRequest("message caption is too long");
        }
        var keyboard = Keyboards.of(request);
        mustExist(room, request);
        var stored = world.files().sent(request, "document");
        var message = chats.message(room, world.bot());
        message.set("document", stored.document());
        if (!caption.text().isEmpty()) caption.into(message, "caption", "caption_entities");
        keyboard.ifPresent(rows -> message.set("reply_markup", rows));
        return chats.keep(room, message, true).message.deepCopy();
    }

    JsonNode editText(Request request) {
        var room = room(request);
        var post = toEdit(room, request);
        var marked = text(request);
        if (!post.message.has("text")) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        var wanted = post.message.deepCopy();
        marked.into(wanted, "text", "entities");
        return edited(post, withKeyboard(wanted, Keyboards.of(request)));
    }

    JsonNode editKeyboard(Request request) {
        var post = toEdit(room(request), request);
        return edited(post, withKeyboard(post.message.deepCopy(), Keyboards.of(request)));
    }

    void delete(Request request) {
        var room = chats.of(request.chat());
        room.mustTake();
        var post = room.posts.get((int) request.number("message_id", 0));
        if (post == null || post.deleted) {
            throw Refusal.badRequest("message to delete not found");
        }
        var old = chats.seconds() - post.dateSeconds() > DELETED_WITHIN.toSeconds();
        if (old || (!post.fromBot && !room.isPrivate())) {
            throw Refusal.badRequest("message can't be deleted for everyone");
        }
        post.deleted = true;
        chats.changed(post);
    }

    void action(Request request) {
        var room = room(request);
        var action = request.text("action").orElse("");
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        room.actions.add(action);
        chats.changed();
    }

    void leave(Request request) {
        room(request).left = true;
    }

    private Room room(Request request) {
        var room = chats.of(request.chat());
        room.mustTake();
        return room;
    }

    private static Post toEdit(Room room, Request request) {
        var post = room.posts.get((int) request.number("message_id", 0));
        if (post == null || post.deleted) throw Refusal.badRequest("message to edit not found");
        if (!post.fromBot) throw Refusal.badRequest("message can't be edited");
        return post;
    }

    private static void mustExist(Room room, Request request) {
        var reply = request.tree("reply_parameters").orElseGet(Json::object);
        if (!reply.has("message_id") || reply.path("allow_sending_without_reply").asBoolean()) {
            return;
        }
        var post = room.posts.get(reply.path("message_id").asInt());
        if (post == null || post.deleted) {
            throw Refusal.badRequest("message to be replied not found");
        }
    }

    /// A call without a keyboard takes the old one away.
    private static ObjectNode withKeyboard(ObjectNode message, Optional<ObjectNode> keyboard) {
        message.remove("reply_markup");
        keyboard.ifPresent(rows -> message.set("reply_markup", rows));
        return message;
    }

    private JsonNode edited(Post post, ObjectNode wanted) {
        if (wanted.equals(post.message)) {
            throw Refusal.badRequest(
                    "message is not modified: specified new message content and reply markup are"
                            + " exactly the same as a current content and reply markup of the"
                            + " message");
        }
        wanted.put("edit_date", chats.seconds());
        post.message.setAll(wanted);
        for (var name : Set.of("entities", "reply_markup")) {
            if (!wanted.has(name)) post.message.remove(name);
        }
        post.edits++;
        chats.changed(post);
        return post.message.deepCopy();
    }

    private static Marked text(Request request) {
        var marked = marked(request, "text", "entities").trimmed();
        if (marked.text().isEmpty()) throw Refusal.badRequest("message text is empty");
        if (marked.text().length() > TEXT_LENGTH_MAX) {
            throw Refusal.badRequest("message is too long");
        }
        return marked;
    }

    private static Marked marked(Request request, String textName, String entitiesName) {
        var raw = request.text(textName).orElse("");
        if (raw.getBytes(UTF_8).length > TEXT_BYTES_MAX) {
            throw Refusal.badRequest("text is too long");
        }
        var mode = request.text("parse_mode").orElse("");
        if (mode.equalsIgnoreCase("html")) return HtmlCheck.read(raw);
        if (!mode.isEmpty()) throw Refusal.badRequest("unsupported parse_mode");
        var entities = Json.array();
        request.tree(entitiesName).ifPresent(given -> given.forEach(entities::add));
        return new Marked(raw, entities);
    }
}
