// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import static org.skizzenlotse.render.json.SketchSchema.closed;
import static org.skizzenlotse.render.json.SketchSchema.optional;
import static org.skizzenlotse.render.json.SketchSchema.require;
import static org.skizzenlotse.render.json.SketchSchema.strings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Value;

/// The JSON Schema of the values of a type, as [ValueJson] writes them. Lengths and ranges are left
/// to the dialog, which may relax them without a new schema.
final class ValueSchema {
    private ValueSchema() {}

    static ObjectNode of(AnswerType type) {
        var schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof AnswerType.Period) return period(schema);
        closed(schema);
        switch (type) {
            case AnswerType.Text _, AnswerType.LongText _ -> string(require(schema, "text"));
            case AnswerType.Email _, AnswerType.Url _ -> string(require(schema, "text"));
            case AnswerType.Choice(var options) -> choice(schema, options);
            case AnswerType.Multi(var options, _, _) -> multi(schema, options);
            case AnswerType.Numeric(_, var decimals, _) ->
                    require(schema, "number").put("type", decimals == 0 ? "integer" : "number");
            case AnswerType.Money _ -> {
                require(schema, "amount").put("type", "number");
                string(require(schema, "currency")).put("pattern", "^[A-Z]{3}$");
            }
            case AnswerType.Date _ -> day(require(schema, "date"));
            case AnswerType.Period _ -> throw new IllegalStateException("has two forms");
            case AnswerType.Contact _ -> {
                for (var name : List.of("name", "role", "email", "phone")) {
                    string(optional(schema, name));
                }
            }
            case AnswerType.File _ -> files(schema);
            case AnswerType.Consent _, AnswerType.Confirm _ ->
                    require(schema, "yes").put("type", "boolean");
            case AnswerType.Table(var columns, _, _) -> table(schema, columns);
        }
        return schema;
    }

    private static void files(ObjectNode schema) {
        var file = closed(require(schema, "files").put("type", "array").putObject("items"));
        for (var name : List.of("id", "name", "type")) string(require(file, name));
        require(file, "bytes").put("type", "integer").put("minimum", 1);
        for (var name : List.of("description", "about")) string(optional(file, name));
    }

    private static void choice(ObjectNode schema, List<AnswerType.Option> options) {
        require(schema, "option").set("enum", strings(ids(options)));
        if (options.stream().anyMatch(ValueSchema::hasNote)) string(optional(schema, "note"));
    }

    private static void multi(ObjectNode schema, List<AnswerType.Option> options) {
        var chosen = require(schema, "options").put("type", "array").put("uniqueItems", true);
        chosen.putObject("items").set("enum", strings(ids(options)));
        var noted = options.stream().filter(ValueSchema::hasNote).toList();
        if (noted.isEmpty()) return;
        var notes = closed(optional(schema, "notes"));
        ids(noted).forEach(id -> string(optional(notes, id)));
    }

    private static ObjectNode period(ObjectNode schema) {
        var forms = schema.put("type", "object").putArray("oneOf");
        var between = closed(forms.addObject());
        day(require(between, "from"));
        day(require(between, "to"));
        var lasting = closed(forms.addObject());
        require(lasting, "length").put("type", "integer").put("minimum", 0);
        var units = Stream.of(Value.Lasting.Unit.values()).map(Value.Lasting.Unit::id);
        require(lasting, "unit").set("enum", strings(units));
        return schema;
    }

    private static void table(ObjectNode schema, List<AnswerType.Column> columns) {
        var rows = require(schema, "rows").put("type", "array");
        var row = closed(rows.putObject("items"));
        for (var column : columns) string(optional(row, column.id()));
    }

    private static Stream<String> ids(List<AnswerType.Option> options) {
        return options.stream().map(AnswerType.Option::id);
    }

    private static boolean hasNote(AnswerType.Option option) {
        return option.note() != AnswerType.Note.NONE;
    }

    private static ObjectNode string(ObjectNode schema) {
        return schema.put("type", "string");
    }

    private static void day(ObjectNode schema) {
        string(schema).put("format", "date");
    }
}
