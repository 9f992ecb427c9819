// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.channel.telegram.Incoming.Other;
import org.skizzenlotse.channel.telegram.Incoming.Sent;
import org.skizzenlotse.channel.telegram.Incoming.Unreadable;
import org.skizzenlotse.channel.telegram.Incoming.Voice;
import org.skizzenlotse.channel.telegram.Incoming.Written;

/// Reads what a person sent in a private chat.
final class MessageReader {
    /// What people send besides texts and files; whatever else comes is either of these services or
    /// newer than this list. A venue is a location, too, and so comes first.
    private static final List<String> KINDS =
            List.of(
                    "sticker",
                    "video_note",
                    "venue",
                    "location",
                    "contact",
                    "poll",
                    "dice",
                    "game",
                    "story",
                    "paid_media",
                    "checklist");

    /// What Telegram itself says in a private chat; nobody waits for a word about it.
    private static final Set<String> SERVICES =
            Set.of(
                    "pinned_message",
                    "message_auto_delete_timer_changed",
                    "write_access_allowed",
                    "chat_background_set",
                    "proximity_alert_triggered",
                    "connected_website",
                    "passport_data",
                    "forum_topic_created",
                    "forum_topic_edited",
                    "forum_topic_closed",
                    "forum_topic_reopened");

    /// Endings for files that their sender gave no name, by what the sender's app says of them.
    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("application/pdf", ".pdf"),
                    Map.entry("text/plain", ".txt"),
                    Map.entry("image/jpeg", ".jpg"),
                    Map.entry("image/png", ".png"),
                    Map.entry("video/mp4", ".mp4"),
                    Map.entry("video/quicktime", ".mov"),
                    Map.entry("audio/mpeg", ".mp3"),
                    Map.entry("audio/mp4", ".m4a"),
                    Map.entry("audio/ogg", ".ogg"));

    private MessageReader() {}

    static Incoming read(long chat, JsonNode message, String language) {
        var id = UpdateReader.messageId(message);
        if (message.has("text"))
            return new Written(chat, id, UpdateReader.text(message.path("text")), language);
        if (message.has("voice"))
            return new Voice(
                    chat, id, file(message.path("voice"), "sprachnachricht-" + id, ".ogg"));
        var file = file(message, id);
        if (file != null)
            return new Sent(
                    chat,
                    id,
                    file,
                    UpdateReader.textOr("", message.path("media_group_id")),
                    UpdateReader.textOr("", message.path("caption")));
        for (var kind : KINDS) if (message.has(kind)) return new Other(chat, id, kind);
        for (var service : SERVICES) if (message.has(service)) return new Unreadable();
        return new Other(chat, id, "unknown");
    }

    /// An animation also comes as the document that it is, and is read as such.
    private static @Nullable TelegramFile file(JsonNode message, int id) {
        if (message.has("document")) return file(message.path("document"), "datei-" + id, "");
        if (message.has("photo")) return file(largest(message.path("photo")), "foto-" + id, ".jpg");
        if (message.has("video")) return file(message.path("video"), "video-" + id, ".mp4");
        if (message.has("audio")) return file(message.path("audio"), "audio-" + id, ".mp3");
        if (message.has("animation"))
            return file(message.path("animation"), "animation-" + id, ".mp4");
        return null;
    }

    private static TelegramFile file(JsonNode file, String name, String ending) {
        var kind = UpdateReader.textOr("", file.path("mime_type"));
        var given = UpdateReader.textOr("", file.path("file_name"));
        return new TelegramFile(
                UpdateReader.text(file.path("file_id")),
                given.isBlank() ? name + ENDINGS.getOrDefault(kind, ending) : given,
                file.path("file_size").asLong(-1));
    }

    private static JsonNode largest(JsonNode sizes) {
        JsonNode largest = MissingNode.getInstance();
        for (var one : sizes) if (area(one) >= area(largest)) largest = one;
        return largest;
    }

    private static long area(JsonNode size) {
        return size.path("width").asLong(0) * size.path("height").asLong(0);
    }
}
