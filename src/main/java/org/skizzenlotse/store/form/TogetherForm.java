// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Arrival;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Together;

/// The people of a conversation, and what they answered side by side.
final class TogetherForm {
    private TogetherForm() {}

    static ObjectNode toJson(Together together, Names names) {
        var json = Json.object();
        var people = json.putArray("p");
        for (var person : together.people())
            people.addObject()
                    .put("i", person.number())
                    .put("m", person.name())
                    .put("s", person.standing().name().toLowerCase(Locale.ROOT));
        json.put("r", together.responsible());
        if (together.offered() != 0) json.put("o", together.offered());
        if (!together.sideBySide().isEmpty()) json.set("b", toJson(together.sideBySide(), names));
        return json;
    }

    static Together fromJson(JsonNode json, Names names) {
        var people = new ArrayList<Person>();
        for (var person : json.path("p"))
            people.add(
                    new Person(
                            person.path("i").intValue(),
                            person.path("m").textValue(),
                            Person.Standing.valueOf(
                                    person.path("s").textValue().toUpperCase(Locale.ROOT))));
        return new Together(
                people,
                json.path("r").intValue(),
                json.path("o").asInt(0),
                sideBySide(json.path("b"), names));
    }

    static ArrayNode toJson(List<Together.SideBySide> all, Names names) {
        var array = Json.array();
        for (var one : all) {
            var both = array.addObject().put("s", one.step().value());
            AnswerForm.put(both, "a", one.one(), names);
            AnswerForm.put(both, "b", one.other(), names);
        }
        return array;
    }

    static List<Together.SideBySide> sideBySide(JsonNode array, Names names) {
        var all = new ArrayList<Together.SideBySide>();
        for (var both : array)
            all.add(
                    new Together.SideBySide(
                            new StepId(both.path("s").textValue()),
                            Objects.requireNonNull(AnswerForm.get(both, "a", names)),
                            Objects.requireNonNull(AnswerForm.get(both, "b", names))));
        return all;
    }

    static ObjectNode put(ObjectNode json, Happened.Joined joined) {
        json.put("i", joined.person()).put("w", joined.words());
        json.put("v", joined.variant()).put("c", joined.channel());
        return json.set("b", Json.instant(joined.at()));
    }

    /// Nothing where no device waits.
    static ObjectNode put(ObjectNode json, @Nullable Arrival arrival) {
        if (arrival == null) return json;
        json.put("i", arrival.person()).put("w", arrival.number());
        return json.set("b", Json.instant(arrival.until()));
    }

    static @Nullable Arrival arrival(JsonNode json) {
        return json.has("w")
                ? new Arrival(
                        json.path("i").intValue(),
                        json.path("w").intValue(),
                        Json.instant(json.path("b")))
                : null;
    }

    static Happened.Joined joined(JsonNode json) {
        return new Happened.Joined(
                json.path("i").intValue(),
                json.path("w").textValue(),
                json.path("v").textValue(),
                json.path("c").textValue(),
                Json.instant(json.path("b")));
    }
}
