// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;

/// Values as [ValueForm] has them, without a tree between for those that most answers are.
final class ValueStream {
    private ValueStream() {}

    static void write(JsonGenerator out, Value value) throws IOException {
        switch (value) {
            case Value.Text(var text) -> begin(out, "text").writeStringField("v", text);
            case Value.Chosen(var option, var note) -> {
                begin(out, "one").writeStringField("v", option);
                out.writeStringField("n", note);
            }
            case Value.ChosenMany(var options, var notes) -> many(out, options, notes);
            case Value.Decision(var yes) -> begin(out, "yes").writeBooleanField("v", yes);
            case Value.Quantity(var number) ->
                    begin(out, "number").writeStringField("v", number.toPlainString());
            case Value.Money _, Value.Day _, Value.Between _, Value.Lasting _ -> {
                out.writeTree(ValueForm.toJson(value));
                return;
            }
            case Value.Contact _, Value.Table _, Value.Files _ -> {
                out.writeTree(ValueForm.toJson(value));
                return;
            }
        }
        out.writeEndObject();
    }

    private static JsonGenerator begin(JsonGenerator out, String type) throws IOException {
        out.writeStartObject();
        out.writeStringField("t", type);
        return out;
    }

    private static void many(JsonGenerator out, List<String> options, Map<String, String> notes)
            throws IOException {
        begin(out, "many").writeArrayFieldStart("v");
        for (var option : options) out.writeString(option);
        out.writeEndArray();
        out.writeObjectFieldStart("n");
        for (var note : notes.entrySet()) out.writeStringField(note.getKey(), note.getValue());
        out.writeEndObject();
    }

    /// Reads the object at hand. Its type stands first, else it is read as a tree.
    static Value read(JsonParser in) throws IOException {
        var first = in.nextFieldName();
        var type = "t".equals(first) ? in.nextTextValue() : null;
        if (type != null)
            switch (type) {
                case "text", "one", "many", "yes", "number" -> {
                    return new Members(in).value(type);
                }
                default -> {}
            }
        return ValueForm.fromJson(tree(in, first, type));
    }

    private static ObjectNode tree(JsonParser in, @Nullable String first, @Nullable String type)
            throws IOException {
        var tree = Json.object();
        if (type != null) tree.put("t", type);
        else if (first != null) tree.set(first, node(in));
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName())
            tree.set(name, node(in));
        return tree;
    }

    private static JsonNode node(JsonParser in) throws IOException {
        in.nextToken();
        return in.readValueAsTree();
    }

    /// The members behind the type, as they come.
    private static final class Members {
        private final List<String> options = new ArrayList<>();
        private final Map<String, String> notes = new LinkedHashMap<>();
        private @Nullable String text;
        private @Nullable String note;
        private boolean yes;

        Members(JsonParser in) throws IOException {
            for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                var token = in.nextToken();
                if (name.equals("v")) value(in, token);
                else if (name.equals("n")) note(in, token);
                else in.skipChildren();
            }
        }

        private void value(JsonParser in, JsonToken token) throws IOException {
            if (token == JsonToken.VALUE_STRING) text = in.getText();
            else if (token == JsonToken.START_ARRAY)
                for (var one = in.nextTextValue(); one != null; one = in.nextTextValue())
                    options.add(one);
            else yes = token == JsonToken.VALUE_TRUE;
        }

        private void note(JsonParser in, JsonToken token) throws IOException {
            if (token == JsonToken.VALUE_STRING) note = in.getText();
            else
                for (var name = in.nextFieldName(); name != null; name = in.nextFieldName())
                    notes.put(name, in.nextTextValue());
        }

        Value value(String type) {
            return switch (type) {
                case "many" -> new Value.ChosenMany(options, notes);
                case "yes" -> new Value.Decision(yes);
                case "one" -> new Value.Chosen(there(text), there(note));
                case "number" -> new Value.Quantity(new BigDecimal(there(text)));
                default -> new Value.Text(there(text));
            };
        }

        private static String there(@Nullable String member) {
            if (member == null) throw new IllegalStateException("a value without its content");
            return member;
        }
    }
}
