// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.skizzenlotse.channel.matrix.Homeserver.Failed;
import org.skizzenlotse.channel.matrix.Homeserver.Happening;
import org.skizzenlotse.channel.matrix.Homeserver.Kind;

/// Reads what happened (Matrix client-server API, room events): of everything that can stand in an
/// event, what the bot needs. Nothing here is trusted to be there.
final class Events {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /// As it is kept until it is dealt with.
    static String kept(Happening one) {
        return JSON.createObjectNode()
                .put("kind", one.kind().name())
                .put("id", one.id())
                .put("room", one.room())
                .put("sender", one.sender())
                .put("event", one.event())
                .toString();
    }

    /// What was kept; empty where it is nothing of ours.
    static Happening happening(String kept) {
        var json = json(kept);
        var kind =
                switch (json.path("kind").asText()) {
                    case "INVITED" -> Kind.INVITED;
                    case "OUT" -> Kind.OUT;
                    default -> Kind.EVENT;
                };
        return new Happening(
                kind,
                json.path("id").asText(),
                json.path("room").asText(),
                json.path("sender").asText(),
                json.path("event").asText());
    }

    /// Whether it is about who is in the room.
    static boolean isMembership(Happening one) {
        return json(one.event()).path("type").asText().equals("m.room.member");
    }

    /// When it was sent, as its sender's homeserver has it, in milliseconds; 0 where that is not
    /// known.
    static long at(Happening one) {
        return json(one.event()).path("origin_server_ts").asLong(0);
    }

    /// What it is.
    ///
    /// @throws Failed while it cannot be opened, or when it never can
    static Incoming read(Happening one, Homeserver homeserver) throws Failed {
        var room = one.room();
        var sender = one.sender();
        if (one.kind() == Kind.INVITED) return new Incoming.Invited(room, sender);
        if (one.kind() == Kind.OUT) return new Incoming.Out(room, sender);
        var event = json(one.event());
        var type = event.path("type").asText();
        var content = event.path("content");
        return switch (type) {
            case "m.room.member" -> member(one, event, content);
            case "m.room.redaction" -> {
                var in = content.path("redacts").asText();
                var target = in.isEmpty() ? event.path("redacts").asText() : in;
                yield new Incoming.TakenBack(room, sender, target);
            }
            case "m.room.encrypted" -> {
                // what was taken back has nothing in it any more
                if (content.path("ciphertext").isMissingNode())
                    yield new Incoming.Ignored(room, sender);
                var opened = json(homeserver.open(one.event()).json());
                yield meant(one, opened.path("type").asText(), opened.path("content"), content);
            }
            default -> meant(one, type, content, content);
        };
    }

    private static Incoming member(Happening one, JsonNode event, JsonNode content) {
        var who = event.path("state_key").asText();
        return switch (content.path("membership").asText()) {
            case "join" -> {
                var before = event.path("unsigned").path("prev_content").path("membership");
                yield before.asText().equals("join")
                        ? new Incoming.Ignored(one.room(), who)
                        : new Incoming.Joined(one.room(), who);
            }
            case "leave", "ban" -> new Incoming.Left(one.room(), who);
            default -> new Incoming.Ignored(one.room(), who);
        };
    }

    /// `outer` has the relation where the content was encrypted.
    private static Incoming meant(Happening one, String type, JsonNode content, JsonNode outer) {
        var own = content.path("m.relates_to");
        var relation = own.isMissingNode() ? outer.path("m.relates_to") : own;
        var target = relation.path("event_id").asText();
        return switch (type) {
            case "m.reaction" ->
                    new Incoming.Reacted(
                            one.room(), one.sender(), target, relation.path("key").asText());
            case "m.room.message" -> {
                if (relation.path("rel_type").asText().equals("m.replace")) {
                    var text = content.path("m.new_content").path("body").asText();
                    yield new Incoming.Edited(one.room(), one.sender(), target, text);
                }
                yield message(one, content, relation);
            }
            case "m.sticker" -> new Incoming.Other(one.room(), one.sender(), "sticker");
            case "m.poll.start", "org.matrix.msc3381.poll.start" ->
                    new Incoming.Other(one.room(), one.sender(), "poll");
            default -> new Incoming.Ignored(one.room(), one.sender());
        };
    }

    private static Incoming message(Happening one, JsonNode content, JsonNode relation) {
        var isThread = relation.path("rel_type").asText().equals("m.thread");
        var thread = isThread ? relation.path("event_id").asText() : "";
        var body = content.path("body").asText();
        return switch (content.path("msgtype").asText()) {
            // bots write notices, and must not answer any (Matrix specification, m.notice)
            case "m.notice" -> new Incoming.Ignored(one.room(), one.sender());
            case "m.text", "m.emote" -> {
                var replies = relation.has("m.in_reply_to");
                var text = replies ? unquoted(body) : body;
                yield new Incoming.Written(
                        one.room(), one.sender(), one.id(), text.strip(), thread);
            }
            case "m.file", "m.image", "m.video" -> file(one, content, thread);
            case "m.audio" ->
                    content.has("org.matrix.msc3245.voice") || content.has("m.voice")
                            ? new Incoming.Voice(one.room(), one.sender(), one.id(), file(content))
                            : file(one, content, thread);
            case "m.location" -> new Incoming.Other(one.room(), one.sender(), "location");
            // without a type it was taken back
            case "" -> new Incoming.Ignored(one.room(), one.sender());
            default -> new Incoming.Other(one.room(), one.sender(), "other");
        };
    }

    /// Clients of before repeat at the head what they reply to.
    private static String unquoted(String body) {
        int from = 0;
        while (body.startsWith("> ", from)) {
            int end = body.indexOf('\n', from);
            if (end < 0) return body;
            from = end + 1;
        }
        return from > 0 && body.startsWith("\n", from) ? body.substring(from) : body;
    }

    private static Incoming file(Happening one, JsonNode content, String thread) {
        var body = content.path("body").asText();
        var named = content.path("filename").asText();
        var caption = named.isEmpty() || named.equals(body) ? "" : body;
        return new Incoming.Sent(
                one.room(), one.sender(), one.id(), file(content), caption, thread);
    }

    private static MatrixFile file(JsonNode content) {
        var encrypted = content.path("file");
        var named = content.path("filename").asText();
        return new MatrixFile(
                encrypted.isMissingNode()
                        ? content.path("url").asText()
                        : encrypted.path("url").asText(),
                named.isEmpty() ? content.path("body").asText() : named,
                content.path("info").path("size").asLong(-1),
                encrypted.isMissingNode() ? null : lock(encrypted));
    }

    private static MatrixFile.Lock lock(JsonNode file) {
        return new MatrixFile.Lock(
                file.path("key").path("k").asText(),
                file.path("iv").asText(),
                file.path("hashes").path("sha256").asText());
    }

    /// Anything that is no JSON is nothing.
    static JsonNode json(String text) {
        try {
            var read = JSON.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }
}
