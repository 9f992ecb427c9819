// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.matrix.synapse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A message as a peer's client has it, opened where it came encrypted. An edit is a message of its
/// own that [#replaces] another.
public record Message(
        String id,
        String room,
        String sender,
        JsonNode content,
        boolean decrypted,
        boolean verified,
        Optional<Attached> file) {

    /// A file as it was before it was sent. Where it could not be had, `wrong` says why.
    public record Attached(
            String name, long size, String mime, String sha256, Path path, String wrong) {
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }
    }

    static Message of(JsonNode told) {
        return new Message(
                told.path("id").asText(),
                told.path("room").asText(),
                told.path("sender").asText(),
                told.path("content"),
                told.path("decrypted").asBoolean(),
                told.path("verified").asBoolean(),
                told.has("file") ? Optional.of(attached(told.path("file"))) : Optional.empty());
    }

    private static Attached attached(JsonNode file) {
        return new Attached(
                file.path("name").asText(),
                file.path("size").asLong(),
                file.path("mime").asText(),
                file.path("sha256").asText(),
                Path.of(file.path("path").asText()),
                file.path("wrong").asText(""));
    }

    /// The text; that of an edit as it is to stand.
    public String body() {
        return newest().path("body").asText();
    }

    /// The HTML beside the text; empty where there is none.
    public String html() {
        return newest().path("formatted_body").asText("");
    }

    /// Such as `m.text` or `m.notice`.
    public String type() {
        return newest().path("msgtype").asText();
    }

    /// The message that this edits.
    public Optional<String> replaces() {
        return related("m.replace");
    }

    /// The message that began the thread which this is in.
    public Optional<String> thread() {
        return related("m.thread");
    }

    /// The message that this answers; in a thread also the one before it.
    public Optional<String> replyTo() {
        var to = relation().path("m.in_reply_to").path("event_id");
        return to.isTextual() ? Optional.of(to.asText()) : Optional.empty();
    }

    @Override
    public String toString() {
        return sender
                + replaces().map(_ -> " (edit)").orElse("")
                + file.map(_ -> " (file)").orElse("")
                + ": "
                + body();
    }

    private Optional<String> related(String kind) {
        return relation().path("rel_type").asText().equals(kind)
                ? Optional.of(relation().path("event_id").asText())
                : Optional.empty();
    }

    private JsonNode relation() {
        return content.path("m.relates_to");
    }

    private JsonNode newest() {
        return content.has("m.new_content") ? content.path("m.new_content") : content;
    }
}
