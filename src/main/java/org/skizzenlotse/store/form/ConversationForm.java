// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.TreeSet;
import org.skizzenlotse.engine.Consultation;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Together;

/// The state of a conversation in one compact row; its ID is that of the row.
public final class ConversationForm {
    private ConversationForm() {}

    /// The bytes to seal.
    public static byte[] write(Conversation conversation) {
        var names = Names.none();
        return Json.written(out -> {
            out.writeStartObject();
            out.writeStringField("d", conversation.dialog());
            out.writeNumberField("h", names.place(conversation.dialogHash()));
            out.writeNumberField("v", names.place(conversation.variant()));
            member(out, "b", Json.instant(conversation.startedAt()));
            member(out, "l", LifecycleForm.toJson(conversation.lifecycle()));
            out.writeStringField("r", conversation.reference());
            member(out, "c", LifecycleForm.toJson(conversation.scope()));
            out.writeFieldName("a");
            AnswersForm.write(out, conversation.answers(), names);
            member(out, "s", Json.texts(new TreeSet<>(conversation.shown())));
            member(out, "p", PositionForm.toJson(conversation.position(), names));
            var entry = conversation.entry();
            if (entry != null) member(out, "e", LifecycleForm.toJson(entry));
            var origin = conversation.origin();
            if (origin != null) member(out, "o", LifecycleForm.toJson(origin));
            if (!conversation.reminders()) out.writeBooleanField("m", false);
            if (!conversation.together().equals(Together.ALONE))
                member(out, "t", TogetherForm.toJson(conversation.together(), names));
            var arrival = conversation.arrival();
            if (arrival != null) member(out, "w", TogetherForm.put(Json.object(), arrival));
            if (!conversation.consultation().equals(Consultation.NONE))
                member(out, "k", ConsultationForm.toJson(conversation.consultation()));
            member(out, "n", names.toJson());
            out.writeEndObject();
        });
    }

    private static void member(JsonGenerator out, String name, JsonNode node) throws IOException {
        out.writeFieldName(name);
        out.writeTree(node);
    }

    /// The state in these bytes.
    public static Conversation read(ConversationId id, byte[] bytes) {
        return Json.read(bytes, in -> read(id, in));
    }

    private static Conversation read(ConversationId id, JsonParser in) throws IOException {
        var json = Json.object();
        var answers = new AnswersForm.Unnamed();
        in.nextToken();
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if (name.equals("a")) answers = AnswersForm.read(in);
            else json.<JsonNode>set(name, in.readValueAsTree());
        }
        return conversation(id, json, answers);
    }

    private static Conversation conversation(
            ConversationId id, JsonNode json, AnswersForm.Unnamed answers) {
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
                answers.named(names),
                new HashSet<>(Json.texts(json.path("s"))),
                PositionForm.fromJson(json.path("p"), names),
                json.has("e") ? LifecycleForm.entry(json.path("e")) : null,
                json.has("o") ? LifecycleForm.origin(json.path("o")) : null,
                json.path("m").asBoolean(true),
                json.has("t") ? TogetherForm.fromJson(json.path("t"), names) : Together.ALONE,
                TogetherForm.arrival(json.path("w")),
                json.has("k") ? ConsultationForm.fromJson(json.path("k")) : Consultation.NONE);
    }
}
