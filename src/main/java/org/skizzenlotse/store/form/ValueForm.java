// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Value;

/// Values, told apart by `t`.
final class ValueForm {
    private ValueForm() {}

    static ObjectNode toJson(Value value) {
        var json = Json.object();
        return switch (value) {
            case Value.Text(var text) -> json.put("t", "text").put("v", text);
            case Value.Chosen(var option, var note) ->
                    json.put("t", "one").put("v", option).put("n", note);
            case Value.ChosenMany(var options, var notes) -> {
                json.put("t", "many").set("v", Json.texts(options));
                yield json.set("n", Json.map(notes));
            }
            case Value.Decision(var yes) -> json.put("t", "yes").put("v", yes);
            case Value.Quantity(var number) ->
                    json.put("t", "number").put("v", number.toPlainString());
            case Value.Money(var amount, var currency) ->
                    json.put("t", "money").put("v", amount.toPlainString()).put("c", currency);
            case Value.Day(var date) -> json.put("t", "day").put("v", date.toString());
            case Value.Between(var from, var to) ->
                    json.put("t", "between").put("v", from.toString()).put("u", to.toString());
            case Value.Lasting(var length, var unit) ->
                    json.put("t", "lasting").put("v", length).put("u", unit.id());
            case Value.Contact contact -> contact(json, contact);
            case Value.Table(var rows) -> {
                var all = Json.array();
                for (var row : rows) all.add(Json.map(row));
                yield json.put("t", "table").set("v", all);
            }
            case Value.Files(var files) -> json.put("t", "files").set("v", files(files));
        };
    }

    static Value fromJson(JsonNode json) {
        var value = json.path("v");
        var type = json.path("t").asText();
        return switch (type) {
            case "text" -> new Value.Text(value.textValue());
            case "one" -> new Value.Chosen(value.textValue(), json.path("n").textValue());
            case "many" -> new Value.ChosenMany(Json.texts(value), Json.map(json.path("n")));
            case "yes" -> new Value.Decision(value.booleanValue());
            case "number" -> new Value.Quantity(new BigDecimal(value.textValue()));
            case "money" ->
                    new Value.Money(new BigDecimal(value.textValue()), json.path("c").textValue());
            case "day" -> new Value.Day(LocalDate.parse(value.textValue()));
            case "between" ->
                    new Value.Between(
                            LocalDate.parse(value.textValue()),
                            LocalDate.parse(json.path("u").textValue()));
            case "lasting" -> new Value.Lasting(value.intValue(), unit(json.path("u").textValue()));
            case "contact" -> contact(value);
            case "table" -> table(value);
            case "files" -> files(value);
            default -> throw new IllegalStateException("a value of unknown type " + type);
        };
    }

    private static ArrayNode files(List<Value.File> files) {
        var all = Json.array();
        for (var file : files)
            all.addObject()
                    .put("i", file.id())
                    .put("n", file.name())
                    .put("b", file.bytes())
                    .put("m", file.mediaType())
                    .put("d", file.description())
                    .put("a", file.about());
        return all;
    }

    private static Value.Files files(JsonNode array) {
        var files = new ArrayList<Value.File>();
        for (var one : array)
            files.add(
                    new Value.File(
                            one.path("i").asText(),
                            one.path("n").asText(),
                            one.path("b").asLong(),
                            one.path("m").asText(),
                            one.path("d").asText(),
                            one.path("a").asText()));
        return new Value.Files(files);
    }

    private static ObjectNode contact(ObjectNode json, Value.Contact contact) {
        var parts = Json.array().add(contact.name()).add(contact.role());
        parts.add(contact.email()).add(contact.phone());
        return json.put("t", "contact").set("v", parts);
    }

    private static Value.Contact contact(JsonNode parts) {
        var all = Json.texts(parts);
        return new Value.Contact(all.get(0), all.get(1), all.get(2), all.get(3));
    }

    private static Value.Table table(JsonNode array) {
        var rows = new ArrayList<Map<String, String>>();
        array.forEach(row -> rows.add(Json.map(row)));
        return new Value.Table(rows);
    }

    private static Value.Lasting.Unit unit(String id) {
        for (var unit : Value.Lasting.Unit.values()) if (unit.id().equals(id)) return unit;
        throw new IllegalStateException("an unknown unit");
    }
}
