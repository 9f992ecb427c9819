// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Value;

/// Values in the forms of DIALOG_FORMAT ("Types in conditions and over HTTP").
final class JsonValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    static ObjectNode json(Value value) {
        var json = JSON.objectNode();
        return switch (value) {
            case Value.Text(var text) -> json.put("text", text);
            case Value.Chosen(var option, var note) -> {
                json.set("choose", list(List.of(option)));
                yield note.isEmpty() ? json : json.put("text", note);
            }
            case Value.ChosenMany(var options, var notes) -> {
                json.set("choose", list(options));
                if (!notes.isEmpty()) {
                    json.set("notes", map(notes));
                }
                yield json;
            }
            case Value.Decision(var yes) -> json.set("choose", list(List.of(yes ? "yes" : "no")));
            case Value.Quantity(var number) -> json.put("number", number);
            case Value.Money(var amount, var currency) ->
                    json.put("amount", amount).put("currency", currency);
            case Value.Day(var date) -> json.put("date", date.toString());
            case Value.Between(var from, var to) ->
                    json.put("from", from.toString()).put("to", to.toString());
            case Value.Lasting(var length, var unit) ->
                    json.put("length", length).put("unit", unit.id());
            case Value.Contact(var name, var role, var email, var phone) ->
                    json.put("name", name)
                            .put("role", role)
                            .put("email", email)
                            .put("phone", phone);
            case Value.Table(var rows) -> {
                var array = json.putArray("rows");
                rows.forEach(row -> array.add(map(row)));
                yield json;
            }
            case Value.Files(var files) -> {
                var array = json.putArray("files");
                for (var file : files) {
                    array.addObject()
                            .put("id", file.id())
                            .put("name", file.name())
                            .put("bytes", file.bytes())
                            .put("type", file.mediaType())
                            .put("description", file.description())
                            .put("about", file.about());
                }
                yield json;
            }
        };
    }

    private static ArrayNode list(List<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ObjectNode map(Map<String, String> members) {
        var json = JSON.objectNode();
        members.forEach(json::put);
        return json;
    }
}
