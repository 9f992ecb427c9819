// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;

/// The state of a conversation in one compact row; its ID is that of the row.
public final class ConversationForm {
    private ConversationForm() {}

    /// The bytes to seal.
    public static byte[] write(Conversation conversation) {
        var names = Names.none();
        var json = Json.object();
        json.put("d", conversation.dialog());
        json.put("h", names.place(conversation.dialogHash()));
        json.put("v", names.place(conversation.variant()));
        json.set("b", Json.instant(conversation.startedAt()));
        json.set("l", LifecycleForm.toJson(conversation.lifecycle()));
        json.put("r", conversation.reference());
        json.set("c", LifecycleForm.toJson(conversation.scope()));
        var answers = json.putObject("a");
        new TreeMap<>(conversation.answers())
                .forEach((step, one) -> answers.set(step.value(), AnswerForm.toJson(one, names)));
        json.set("s", Json.texts(new TreeSet<>(conversation.shown())));
        json.set("p", PositionForm.toJson(conversation.position(), names));
        if (conversation.entry() != null) json.set("e", LifecycleForm.toJson(conversation.entry()));
        json.set("n", names.toJson());
        return Json.bytes(json);
    }

    /// The state in these bytes.
    public static Conversation read(ConversationId id, byte[] bytes) {
        var json = Json.read(bytes);
        var names = Names.of(json.path("n"));
        return new Conversation(
                id,
                json.path("d").textValue(),
                names.at(json.path("h")),
                names.at(json.path("v")),
                Json.instant(json.path("b")),
                LifecycleForm.lifecycle(json.path("l")),
                json.path("r").textValue(),
                LifecycleForm.scope(json.path("c")),
                answers(json.path("a"), names),
                new HashSet<>(Json.texts(json.path("s"))),
                PositionForm.fromJson(json.path("p"), names),
                json.has("e") ? LifecycleForm.entry(json.path("e")) : null);
    }

    private static Map<StepId, Answer> answers(JsonNode json, Names names) {
        var answers = new HashMap<StepId, Answer>();
        json.properties()
                .forEach(one ->
                        answers.put(
                                new StepId(one.getKey()),
                                AnswerForm.fromJson(one.getValue(), names)));
        return answers;
    }
}
