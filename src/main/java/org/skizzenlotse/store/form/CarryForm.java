// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Carry;

/// What became of answers at a migration, told apart by `t`.
final class CarryForm {
    private CarryForm() {}

    static ArrayNode toJson(List<Carry> carried) {
        var all = Json.object().putArray("c");
        for (var one : carried)
            switch (one) {
                case Carry.Renamed(var from, var to) ->
                        all.addObject().put("t", "r").put("f", from.value()).put("s", to.value());
                case Carry.Mapped(var step, var options) -> {
                    var json = all.addObject().put("t", "m").put("s", step.value());
                    var map = json.putObject("o");
                    new TreeMap<>(options).forEach(map::put);
                }
                case Carry.Dropped(var step) ->
                        all.addObject().put("t", "d").put("s", step.value());
                case Carry.Joined(var from, var to, var many) -> {
                    var json = all.addObject().put("t", "j").put("s", to.value());
                    var steps = json.put("y", many).putArray("f");
                    from.forEach(step -> steps.add(step.value()));
                }
            }
        return all;
    }

    static List<Carry> fromJson(JsonNode json) {
        var carried = new ArrayList<Carry>();
        for (var one : json) carried.add(one(one));
        return carried;
    }

    private static Carry one(JsonNode json) {
        var step = new StepId(json.path("s").textValue());
        var type = json.path("t").asText();
        return switch (type) {
            case "r" -> new Carry.Renamed(new StepId(json.path("f").textValue()), step);
            case "m" -> {
                var options = new HashMap<String, String>();
                json.path("o")
                        .properties()
                        .forEach(pair -> options.put(pair.getKey(), pair.getValue().textValue()));
                yield new Carry.Mapped(step, options);
            }
            case "d" -> new Carry.Dropped(step);
            case "j" -> {
                var from = new ArrayList<StepId>();
                json.path("f").forEach(id -> from.add(new StepId(id.textValue())));
                yield new Carry.Joined(from, step, json.path("y").booleanValue());
            }
            default -> throw new IllegalStateException("an unknown carry " + type);
        };
    }
}
