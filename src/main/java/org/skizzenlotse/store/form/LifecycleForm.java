// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Origin;
import org.skizzenlotse.engine.Scope;

/// Lifecycle, scope, and for which call it was handed in.
final class LifecycleForm {
    private LifecycleForm() {}

    static ObjectNode toJson(Lifecycle lifecycle) {
        var json = Json.object().put("t", lifecycle.id()).put("n", lifecycle.revision());
        if (lifecycle instanceof Lifecycle.Reopened(_, var steps)) {
            var ids = steps.stream().map(StepId::value).sorted().toList();
            json.set("s", Json.texts(ids));
        }
        return json;
    }

    static Lifecycle lifecycle(JsonNode json) {
        int revision = json.path("n").intValue();
        var type = json.path("t").asText();
        return switch (type) {
            case "draft" -> new Lifecycle.Draft();
            case "submitted" -> new Lifecycle.Submitted(revision);
            case "reopened" ->
                    new Lifecycle.Reopened(
                            revision,
                            Json.texts(json.path("s")).stream()
                                    .map(StepId::new)
                                    .collect(Collectors.toSet()));
            case "closed" -> new Lifecycle.Closed(revision);
            case "withdrawn" -> new Lifecycle.Withdrawn(revision);
            case "erased" -> new Lifecycle.Erased(revision);
            default -> throw new IllegalStateException("an unknown lifecycle " + type);
        };
    }

    static ObjectNode toJson(ForCall entry) {
        var json = Json.object().put("c", entry.call()).put("y", entry.counts());
        json.set("u", Json.instant(entry.until()));
        json.set("b", Json.instant(entry.begunAt()));
        return json.set("a", Json.instant(entry.at()));
    }

    static ForCall entry(JsonNode json) {
        return new ForCall(
                json.path("c").textValue(),
                Json.instant(json.path("u")),
                Json.instant(json.path("b")),
                Json.instant(json.path("a")),
                json.path("y").booleanValue());
    }

    static ObjectNode toJson(Origin origin) {
        return Json.object()
                .put("i", origin.id().value())
                .put("d", origin.dialog())
                .put("w", origin.brings().word())
                .put("s", origin.settled());
    }

    static Origin origin(JsonNode json) {
        var word = json.path("w").asText();
        var brings =
                Stream.of(Origin.Brings.values())
                        .filter(one -> one.word().equals(word))
                        .findFirst()
                        .orElse(Origin.Brings.NOTHING);
        return new Origin(
                new ConversationId(json.path("i").textValue()),
                json.path("d").textValue(),
                brings,
                json.path("s").booleanValue());
    }

    static ObjectNode toJson(Scope scope) {
        var json = Json.object().put("c", scope.chosen()).put("f", scope.full());
        return json.set("g", Json.texts(new TreeSet<>(scope.groups())));
    }

    static Scope scope(JsonNode json) {
        return new Scope(
                json.path("c").booleanValue(),
                json.path("f").booleanValue(),
                new TreeSet<>(Json.texts(json.path("g"))));
    }
}
