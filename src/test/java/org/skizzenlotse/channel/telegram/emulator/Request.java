// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// One call, however it was written down: JSON, a form or a query. Ids may be numbers or numeric
/// text, and what is nested may be JSON in a text, as the real server takes them.
record Request(Method method, ObjectNode parameters, Map<String, Upload> parts) {
    Request {
        parts = Map.copyOf(parts);
    }

    Optional<String> text(String name) {
        var value = parameters.path(name);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    long number(String name, long otherwise) {
        var written = text(name).orElse("").strip();
        try {
            return written.isEmpty() ? otherwise : Long.parseLong(written);
        } catch (NumberFormatException unreadable) {
            return otherwise;
        }
    }

    boolean flag(String name) {
        var written = text(name).orElse("");
        return written.equals("true") || written.equals("1");
    }

    Optional<JsonNode> tree(String name) {
        var value = parameters.path(name);
        if (value.isMissingNode() || value.isNull()) return Optional.empty();
        return value.isTextual() ? Json.read(value.asText()) : Optional.of(value);
    }

    long chat() {
        var written = text("chat_id").orElse("").strip();
        if (written.isEmpty()) throw Refusal.badRequest("chat_id is empty");
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException name) {
            throw Refusal.badRequest("chat not found");
        }
    }

    /// As it stands there, or nothing; for records of calls.
    String chatWritten() {
        return text("chat_id").orElse("");
    }

    /// Without contents.
    @Override
    public String toString() {
        return "Request[" + method.words() + "]";
    }
}
