// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skizzenlotse.dialog.Value;

/// Values as JSON objects, each known by its members (DIALOG_FORMAT, "Types in conditions and over
/// HTTP"): `{text}`, `{option, note?}`, `{options, notes?}`, `{yes}`, `{number}`, `{amount,
/// currency}`, `{date}`, `{from, to}`, `{length, unit}`, `{rows}`, `{files}`, or the members of a
/// contact that were given.
final class ValueJson {
    private ValueJson() {}

    /// The value as an object.
    static ObjectNode write(Value value) {
        var json = JsonNodeFactory.instance.objectNode();
        return switch (value) {
            case Value.Text(var text) -> json.put("text", text);
            case Value.Chosen(var option, var note) ->
                    put(json.put("option", option), "note", note);
            case Value.ChosenMany many -> many(json, many);
            case Value.Decision(var yes) -> json.put("yes", yes);
            case Value.Quantity(var number) -> json.put("number", number);
            case Value.Money(var amount, var currency) ->
                    json.put("amount", amount).put("currency", currency);
            case Value.Day(var date) -> json.put("date", date.toString());
            case Value.Between(var from, var to) ->
                    json.put("from", from.toString()).put("to", to.toString());
            case Value.Lasting(var length, var unit) ->
                    json.put("length", length).put("unit", unit.id());
            case Value.Contact contact -> contact(json, contact);
            case Value.Table(var rows) -> table(json, rows);
            case Value.Files(var files) -> files(json, files);
        };
    }

    /// The value of an object.
    ///
    /// @throws IllegalArgumentException when its members are those of no value
    static Value read(JsonNode json) {
        if (json.has("text")) return new Value.Text(text(json, "text"));
        if (json.has("option")) return new Value.Chosen(text(json, "option"), text(json, "note"));
        if (json.has("options"))
            return new Value.ChosenMany(texts(json.get("options")), members(json.path("notes")));
        if (json.has("yes")) return new Value.Decision(json.get("yes").booleanValue());
        if (json.has("number")) return new Value.Quantity(json.get("number").decimalValue());
        if (json.has("amount"))
            return new Value.Money(json.get("amount").decimalValue(), text(json, "currency"));
        if (json.has("date")) return new Value.Day(LocalDate.parse(text(json, "date")));
        if (json.has("from"))
            return new Value.Between(
                    LocalDate.parse(text(json, "from")), LocalDate.parse(text(json, "to")));
        if (json.has("length"))
            return new Value.Lasting(
                    json.get("length").intValue(),
                    Value.Lasting.Unit.valueOf(text(json, "unit").toUpperCase(Locale.ROOT)));
        if (json.has("rows")) return new Value.Table(rows(json.get("rows")));
        if (json.has("files")) return files(json.get("files"));
        if (!json.isObject()) throw new IllegalArgumentException("no value");
        return new Value.Contact(
                text(json, "name"), text(json, "role"), text(json, "email"), text(json, "phone"));
    }

    private static ObjectNode many(ObjectNode json, Value.ChosenMany many) {
        var options = json.putArray("options");
        many.options().forEach(options::add);
        if (!many.notes().isEmpty()) many.notes().forEach(json.putObject("notes")::put);
        return json;
    }

    private static ObjectNode contact(ObjectNode json, Value.Contact contact) {
        put(json, "name", contact.name());
        put(json, "role", contact.role());
        put(json, "email", contact.email());
        return put(json, "phone", contact.phone());
    }

    private static ObjectNode table(ObjectNode json, List<Map<String, String>> rows) {
        var array = json.putArray("rows");
        for (var row : rows) row.forEach(array.addObject()::put);
        return json;
    }

    private static ObjectNode files(ObjectNode json, List<Value.File> files) {
        var array = json.putArray("files");
        for (var file : files) {
            var one = array.addObject().put("id", file.id()).put("name", file.name());
            one.put("bytes", file.bytes()).put("type", file.mediaType());
            put(put(one, "description", file.description()), "about", file.about());
        }
        return json;
    }

    private static Value.Files files(JsonNode array) {
        var files = new ArrayList<Value.File>();
        for (var one : array)
            files.add(
                    new Value.File(
                            text(one, "id"),
                            text(one, "name"),
                            one.path("bytes").longValue(),
                            text(one, "type"),
                            text(one, "description"),
                            text(one, "about")));
        return new Value.Files(files);
    }

    private static ObjectNode put(ObjectNode json, String name, String text) {
        return text.isEmpty() ? json : json.put(name, text);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private static Map<String, String> members(JsonNode object) {
        var members = new LinkedHashMap<String, String>();
        object.properties().forEach(one -> members.put(one.getKey(), one.getValue().asText()));
        return members;
    }

    private static List<Map<String, String>> rows(JsonNode array) {
        var rows = new ArrayList<Map<String, String>>();
        array.forEach(row -> rows.add(members(row)));
        return rows;
    }
}
