// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Position;

/// What a conversation remembers beside answers.
final class PositionForm {
    private PositionForm() {}

    static ObjectNode toJson(Position position, Names names) {
        var json = Json.object();
        json.set("a", aside(position.aside(), names));
        if (position.tries() != 0) json.put("t", position.tries());
        if (position.paused()) json.put("p", true);
        var undo = position.undo();
        if (undo != null) {
            var last = json.putObject("u").put("s", undo.step().value());
            AnswerForm.put(last, "b", undo.before(), names);
        }
        if (!position.goesOn().isEmpty()) json.put("g", position.goesOn());
        return json;
    }

    static Position fromJson(JsonNode json, Names names) {
        return new Position(
                aside(json.path("a"), names),
                json.path("t").asInt(0),
                json.path("p").asBoolean(false),
                json.has("u") ? undo(json.path("u"), names) : null,
                json.path("g").asText(""));
    }

    private static Position.Undo undo(JsonNode json, Names names) {
        return new Position.Undo(step(json), AnswerForm.get(json, "b", names));
    }

    private static ObjectNode aside(Aside aside, Names names) {
        var json = Json.object();
        return switch (aside) {
            case Aside.None() -> json;
            case Aside.Changing(var step) -> json.put("t", "changing").put("s", step.value());
            case Aside.Choosing(var command) -> json.put("t", "choosing").put("c", command.id());
            case Aside.Impact(var step, var proposed) -> {
                AnswerForm.put(json, "a", proposed, names);
                yield json.put("t", "impact").put("s", step.value());
            }
            case Aside.Noting(var step, var proposed) -> {
                AnswerForm.put(json, "a", proposed, names);
                yield json.put("t", "noting").put("s", step.value());
            }
            case Aside.AskingBack(var step, var reason, var proposed, var command) -> {
                AnswerForm.put(json, "a", proposed, names);
                if (command != null) json.put("c", command.id());
                json.put("r", reason.name().toLowerCase(Locale.ROOT));
                yield json.put("t", "back").put("s", step.value());
            }
            case Aside.Confirming(var command) ->
                    json.put("t", "confirming").put("c", command.id());
            case Aside.Removing(var step, var file) ->
                    json.put("t", "removing").put("s", step.value()).put("f", file);
            case Aside.Stopping() -> json.put("t", "stopping");
            case Aside.Parting(var person) -> json.put("t", "parting").put("i", person);
        };
    }

    private static Aside aside(JsonNode json, Names names) {
        var type = json.path("t").asText("none");
        return switch (type) {
            case "none" -> new Aside.None();
            case "changing" -> new Aside.Changing(step(json));
            case "choosing" -> new Aside.Choosing(command(json));
            case "impact" -> new Aside.Impact(step(json), proposed(json, names));
            case "noting" -> new Aside.Noting(step(json), proposed(json, names));
            case "back" ->
                    new Aside.AskingBack(
                            step(json),
                            Aside.Reason.valueOf(json.path("r").asText().toUpperCase(Locale.ROOT)),
                            AnswerForm.get(json, "a", names),
                            json.has("c") ? command(json) : null);
            case "confirming" -> new Aside.Confirming(command(json));
            case "removing" -> new Aside.Removing(step(json), json.path("f").asText());
            case "stopping" -> new Aside.Stopping();
            case "parting" -> new Aside.Parting(json.path("i").intValue());
            default -> throw new IllegalStateException("an unknown interruption " + type);
        };
    }

    private static Answer proposed(JsonNode json, Names names) {
        return Objects.requireNonNull(AnswerForm.get(json, "a", names), "nothing proposed");
    }

    private static StepId step(JsonNode json) {
        return new StepId(json.path("s").textValue());
    }

    private static @Nullable Command command(String id) {
        return Command.of(id).orElse(null);
    }

    private static Command command(JsonNode json) {
        return Objects.requireNonNull(command(json.path("c").asText()), "an unknown command");
    }
}
