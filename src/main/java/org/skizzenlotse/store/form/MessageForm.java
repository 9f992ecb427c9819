// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import java.util.Locale;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Message;

/// Messages.
public final class MessageForm {
    private MessageForm() {}

    /// The bytes to seal.
    public static byte[] write(Message message) {
        var json = Json.object().put("k", message.kind().id()).put("t", message.text());
        if (message.quotes()) json.put("q", true);
        var step = message.step();
        if (step != null) json.put("s", step.value());
        if (!message.lang().isEmpty()) json.put("l", message.lang());
        return Json.bytes(json);
    }

    /// The message in these bytes.
    public static Message read(byte[] bytes) {
        var json = Json.read(bytes);
        return new Message(
                Message.Kind.valueOf(json.path("k").asText().toUpperCase(Locale.ROOT)),
                json.path("t").textValue(),
                json.path("q").asBoolean(false),
                json.has("s") ? new StepId(json.path("s").textValue()) : null,
                json.path("l").asText(""));
    }
}
