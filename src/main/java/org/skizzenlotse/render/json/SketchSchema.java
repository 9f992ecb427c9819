// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.SketchPlan;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.sketch.Sketch;

/// The JSON Schema (2020-12) of a dialog's sketches as [SketchJson] writes them: every section is
/// required at its JSON Pointer, every answer has the type of its question, nothing else is there.
public final class SketchSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Dialog dialog;

    private SketchSchema(Dialog dialog) {
        this.dialog = dialog;
    }

    /// The schema as text, of a dialog with a sketch.
    ///
    /// @throws IllegalArgumentException when the fields of the sketch exclude each other
    public static String of(Dialog dialog) {
        return SketchJson.text(new SketchSchema(dialog).tree());
    }

    private ObjectNode tree() {
        var plan = dialog.parts().sketch();
        var fields = plan.sections().stream().map(SketchPlan.Section::field).toList();
        Fields.check(fields);
        var schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:skizzenlotse:" + plan.schema());
        schema.put("title", dialog.frame(dialog.head().language()).title());
        closed(schema);
        head(schema, plan);
        var order = require(schema, "sections").put("type", "array");
        order.putObject("items").put("type", "string").set("enum", strings(fields.stream()));
        order.put("uniqueItems", true).put("minItems", fields.size());
        for (var section : plan.sections()) {
            section(at(schema, Fields.path(section.field())), section);
        }
        schema.set("$defs", definitions());
        return schema;
    }

    private void head(ObjectNode schema, SketchPlan plan) {
        require(schema, "schema").put("const", plan.schema());
        require(schema, "dialog").put("const", dialog.id());
        require(schema, "dialog_hash").put("type", "string");
        require(schema, "title").put("type", "string");
        require(schema, "reference").put("type", "string");
        require(schema, "revision").put("type", "integer").put("minimum", 0);
        var at = require(schema, "submitted_at");
        at.putArray("type").add("string").add("null");
        at.put("format", "date-time");
        optional(schema, "people")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        asked(closed(optional(schema, "asked").put("type", "array").putObject("items")));
        if (!dialog.head().attach().isEmpty()) attached(closed(optional(schema, "attached")));
        if (dialog.head().call()) call(closed(optional(schema, "call")));
    }

    private static void asked(ObjectNode schema) {
        require(schema, "question").put("type", "string");
        require(schema, "answer").put("type", "string");
        require(schema, "at").put("type", "string").put("format", "date-time");
    }

    /// The sketch in it has the schema of its own dialog.
    private static void attached(ObjectNode schema) {
        require(schema, "there").put("type", "boolean");
        optional(schema, "result").put("type", "string");
        require(schema, "reasons").put("type", "array").putObject("items").put("type", "string");
        optional(schema, "sketch").put("type", "object");
    }

    private static void call(ObjectNode schema) {
        require(schema, "name").put("type", "string");
        require(schema, "counts").put("type", "boolean");
        for (var name : List.of("deadline", "begun_at", "decided_at"))
            require(schema, name).put("type", "string").put("format", "date-time");
    }

    /// The schema of the section, with closed objects on the way to it.
    private static ObjectNode at(ObjectNode schema, List<String> path) {
        var node = schema;
        for (var name : path) {
            node = closed(node);
            node = require(node, name);
        }
        return node;
    }

    /// What all sections have in common is a definition; here is what makes it this one.
    private void section(ObjectNode schema, SketchPlan.Section section) {
        schema.put("title", section.title());
        schema.put("$ref", "#/$defs/section");
        if (!section.catalogue().isEmpty()) {
            require(schema, "catalogue").put("const", section.catalogue());
        }
        optional(schema, "section").put("const", section.id());
        var answers = closed(optional(schema, "answers"));
        for (var step : section.from()) answer(answers, step);
    }

    private void answer(ObjectNode answers, StepId id) {
        dialog.question(id)
                .ifPresent(question -> {
                    var answer = optional(answers, id.value()).put("$ref", "#/$defs/answer");
                    optional(answer, "value").setAll(ValueSchema.of(question.type()));
                });
    }

    private static void anySection(ObjectNode schema) {
        closed(schema);
        optional(schema, "catalogue").put("type", "string");
        optional(schema, "group").put("type", "string");
        require(schema, "section").put("type", "string");
        require(schema, "title").put("type", "string");
        require(schema, "status").set("enum", names(Sketch.Status.values()));
        optional(schema, "reason").set("enum", names(Sketch.Reason.values()));
        optional(schema, "depends_on")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        require(schema, "text").put("type", "string");
        require(schema, "answers").put("type", "object");
        onlyWith(schema, "open", "reason");
    }

    private static void anyAnswer(ObjectNode schema) {
        closed(schema);
        require(schema, "status").set("enum", names(Answer.Status.values()));
        optional(schema, "main").put("const", true);
        require(schema, "label").put("type", "string");
        optional(schema, "value").put("type", "object");
        require(schema, "display").put("type", "string");
        require(schema, "provenance").put("$ref", "#/$defs/provenance");
        onlyWith(schema, "answered", "value");
    }

    /// The member is there exactly with that status.
    private static void onlyWith(ObjectNode schema, String status, String member) {
        schema.putObject("if").putObject("properties").putObject("status").put("const", status);
        schema.putObject("then").putArray("required").add(member);
        schema.putObject("else").putObject("properties").put(member, false);
    }

    private static ObjectNode definitions() {
        var definitions = JSON.objectNode();
        anySection(definitions.putObject("section"));
        anyAnswer(definitions.putObject("answer"));
        var provenance = closed(definitions.putObject("provenance"));
        for (var name : List.of("wording", "variant", "channel", "dialog")) {
            require(provenance, name).put("type", "string");
        }
        require(provenance, "at").put("type", "string").put("format", "date-time");
        require(provenance, "by").put("type", "string");
        return definitions;
    }

    /// Makes it the schema of an object without other members than those named afterwards.
    static ObjectNode closed(ObjectNode schema) {
        schema.put("type", "object");
        schema.withObjectProperty("properties");
        return schema.put("additionalProperties", false);
    }

    static ObjectNode require(ObjectNode schema, String name) {
        var required = schema.withArrayProperty("required");
        var properties = schema.withObjectProperty("properties");
        if (!properties.has(name)) required.add(name);
        return properties.withObjectProperty(name);
    }

    static ObjectNode optional(ObjectNode schema, String name) {
        return schema.withObjectProperty("properties").withObjectProperty(name);
    }

    static ArrayNode strings(Stream<String> texts) {
        var array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    private static ArrayNode names(Enum<?>[] constants) {
        return strings(Stream.of(constants).map(one -> one.name().toLowerCase(Locale.ROOT)));
    }
}
