// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One message as a person sees it now. `text` is a file's caption where it has a file; `changed`
/// grows with every change in any chat of the server.
public record Seen(
        int id,
        boolean fromBot,
        String text,
        List<Mark> marks,
        List<List<Button>> keyboard,
        List<Upload> files,
        boolean deleted,
        int edits,
        long changed) {

    /// A button; `data` is empty for a link, `url` for all others.
    public record Button(String text, String data, String url) {}

    /// A part of the text that looks different, as `bold`; `url` only for `text_link`.
    public record Mark(String type, String text, String url) {}

    /// All texts of buttons, row by row.
    public List<String> buttons() {
        return keyboard.stream().flatMap(List::stream).map(Button::text).toList();
    }

    public Optional<Button> button(String wanted) {
        return keyboard.stream()
                .flatMap(List::stream)
                .filter(button -> button.text().equals(wanted))
                .findFirst();
    }

    static Seen of(Post post, FileStore files) {
        var message = post.message;
        var isText = message.has("text");
        var text = message.path(isText ? "text" : "caption").asText("");
        return new Seen(
                post.id(),
                post.fromBot,
                text,
                message.path(isText ? "entities" : "caption_entities")
                        .valueStream()
                        .map(entity -> mark(text, entity))
                        .toList(),
                message.path("reply_markup")
                        .path("inline_keyboard")
                        .valueStream()
                        .map(row -> row.valueStream().map(Seen::button).toList())
                        .toList(),
                Stream.of("document", "voice", "video")
                        .map(kind -> message.path(kind).path("file_id").asText())
                        .flatMap(id -> files.byId(id).stream())
                        .map(FileStore.Stored::upload)
                        .toList(),
                post.deleted,
                post.edits,
                post.changed);
    }

    private static Mark mark(String text, JsonNode entity) {
        int from = entity.path("offset").asInt();
        int to = Math.min(text.length(), from + entity.path("length").asInt());
        return new Mark(
                entity.path("type").asText(),
                text.substring(Math.min(from, to), to),
                entity.path("url").asText());
    }

    private static Button button(JsonNode button) {
        return new Button(
                button.path("text").asText(),
                button.path("callback_data").asText(),
                button.path("url").asText());
    }
}
