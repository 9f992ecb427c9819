// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Answer;

/// Answers with where they came from.
final class AnswerForm {
    private AnswerForm() {}

    static ObjectNode toJson(Answer answer, Names names) {
        var json = Json.object();
        if (answer.isOpen()) json.put("s", answer.status().id());
        answer.given().ifPresent(value -> json.set("v", ValueForm.toJson(value)));
        var from = answer.provenance();
        var places = Json.array().add(from.wording()).add(names.place(from.variant()));
        places.add(names.place(from.channel())).add(names.place(from.dialog()));
        places.add(Json.instant(from.at())).add(names.place(from.by()));
        return json.set("p", places);
    }

    static Answer fromJson(JsonNode json, Names names) {
        var status =
                Answer.Status.valueOf(
                        json.path("s")
                                .asText(Answer.Status.ANSWERED.id())
                                .toUpperCase(Locale.ROOT));
        var value = json.has("v") ? ValueForm.fromJson(json.path("v")) : null;
        var places = json.path("p");
        var from =
                new Answer.Provenance(
                        places.path(0).textValue(),
                        names.at(places.path(1)),
                        names.at(places.path(2)),
                        names.at(places.path(3)),
                        Json.instant(places.path(4)),
                        names.at(places.path(5)));
        return new Answer(status, value, from);
    }

    static void put(ObjectNode json, String member, @Nullable Answer answer, Names names) {
        if (answer != null) json.set(member, toJson(answer, names));
    }

    static @Nullable Answer get(JsonNode json, String member, Names names) {
        return json.has(member) ? fromJson(json.path(member), names) : null;
    }
}
