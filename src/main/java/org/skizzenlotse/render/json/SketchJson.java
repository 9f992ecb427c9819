// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.ForCall;
import org.skizzenlotse.render.Renderer;
import org.skizzenlotse.sketch.Attached;
import org.skizzenlotse.sketch.Sketch;

/// The sketch as JSON (its schema is [SketchSchema]): a head, every section as one object at its
/// JSON Pointer, and `sections`, the pointers in order. Reading gives the equal sketch back.
public final class SketchJson implements Renderer {
    /// Decimals stay exact; numbers are written in full.
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String render(Sketch sketch) {
        return text(tree(sketch));
    }

    /// The sketch as a tree.
    public static ObjectNode tree(Sketch sketch) {
        var fields = sketch.sections().stream().map(Sketch.Section::field).toList();
        Fields.check(fields);
        var json = JsonNodeFactory.instance.objectNode();
        json.put("schema", sketch.schema());
        json.put("dialog", sketch.dialog());
        json.put("dialog_hash", sketch.dialogHash());
        json.put("title", sketch.title());
        json.put("reference", sketch.reference());
        json.put("revision", sketch.revision());
        var at = sketch.submittedAt();
        json.put("submitted_at", at == null ? null : at.toString());
        if (!sketch.people().isEmpty()) {
            var people = json.putObject("people");
            new TreeMap<>(sketch.people()).forEach(people::put);
        }
        if (!sketch.asked().isEmpty()) {
            var asked = json.putArray("asked");
            for (var one : sketch.asked())
                asked.addObject()
                        .put("question", one.question())
                        .put("answer", one.answer())
                        .put("at", one.at().toString());
        }
        var entry = sketch.entry();
        if (entry != null) write(json.putObject("call"), entry);
        var attached = sketch.attached();
        if (attached != null) write(json.putObject("attached"), attached);
        var order = json.putArray("sections");
        fields.forEach(order::add);
        for (var section : sketch.sections()) {
            write(Fields.make(json, section.field()), section);
        }
        return json;
    }

    private static void write(ObjectNode json, Attached attached) {
        var sketch = attached.sketch();
        json.put("there", sketch != null);
        if (!attached.light().isEmpty()) json.put("result", attached.light());
        var reasons = json.putArray("reasons");
        attached.reasons().forEach(reasons::add);
        if (sketch != null) json.set("sketch", tree(sketch));
    }

    private static void write(ObjectNode json, ForCall entry) {
        json.put("name", entry.call());
        json.put("deadline", entry.until().toString());
        json.put("counts", entry.counts());
        json.put("begun_at", entry.begunAt().toString());
        json.put("decided_at", entry.at().toString());
    }

    private static void write(ObjectNode json, Sketch.Section section) {
        if (!section.catalogue().isEmpty()) json.put("catalogue", section.catalogue());
        if (!section.group().isEmpty()) json.put("group", section.group());
        json.put("section", section.id());
        json.put("title", section.title());
        json.put("status", lower(section.status()));
        section.why().ifPresent(reason -> json.put("reason", lower(reason)));
        if (!section.dependsOn().isEmpty()) {
            var words = json.putArray("depends_on");
            section.dependsOn().forEach(words::add);
        }
        json.put("text", section.text());
        var answers = json.putObject("answers");
        for (var entry : section.entries()) write(answers.putObject(entry.step()), entry);
    }

    private static void write(ObjectNode json, Sketch.Entry entry) {
        json.put("status", entry.status().id());
        if (entry.main()) json.put("main", true);
        json.put("label", entry.label());
        var value = entry.value();
        if (value != null) json.set("value", ValueJson.write(value));
        json.put("display", entry.display());
        json.set("provenance", provenance(entry.provenance()));
    }

    /// Where an answer comes from.
    static ObjectNode provenance(Answer.Provenance from) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("wording", from.wording())
                .put("variant", from.variant())
                .put("channel", from.channel())
                .put("dialog", from.dialog())
                .put("at", from.at().toString())
                .put("by", from.by());
    }

    /// The sketch that was written.
    ///
    /// @throws IllegalArgumentException when the text is no sketch; it never quotes the text
    public static Sketch read(String text) {
        return sketch(parsed(text));
    }

    private static Sketch sketch(JsonNode json) {
        var sections = new ArrayList<Sketch.Section>();
        for (var field : ValueJson.texts(member(json, "sections"))) {
            sections.add(section(member(json, field, Fields.path(field)), field));
        }
        return new Sketch(
                text(json, "schema"),
                text(json, "dialog"),
                text(json, "dialog_hash"),
                text(json, "title"),
                text(json, "reference"),
                member(json, "revision").intValue(),
                instant(json.path("submitted_at")),
                json.has("call") ? entry(json.path("call")) : null,
                json.has("attached") ? attached(json.path("attached")) : null,
                sections,
                people(json.path("people")),
                asked(json.path("asked")));
    }

    private static List<Sketch.Asked> asked(JsonNode json) {
        var asked = new ArrayList<Sketch.Asked>();
        for (var one : json)
            asked.add(
                    new Sketch.Asked(
                            text(one, "question"),
                            text(one, "answer"),
                            Instant.parse(text(one, "at"))));
        return asked;
    }

    private static Map<String, String> people(JsonNode json) {
        var people = new HashMap<String, String>();
        json.properties().forEach(one -> people.put(one.getKey(), one.getValue().asText()));
        return people;
    }

    private static Attached attached(JsonNode json) {
        return new Attached(
                json.has("sketch") ? sketch(json.path("sketch")) : null,
                json.path("result").asText(""),
                ValueJson.texts(json.path("reasons")));
    }

    private static ForCall entry(JsonNode json) {
        return new ForCall(
                text(json, "name"),
                Instant.parse(text(json, "deadline")),
                Instant.parse(text(json, "begun_at")),
                Instant.parse(text(json, "decided_at")),
                member(json, "counts").booleanValue());
    }

    private static Sketch.Section section(JsonNode json, String field) {
        var entries = new ArrayList<Sketch.Entry>();
        member(json, "answers")
                .properties()
                .forEach(one -> entries.add(entry(one.getKey(), one.getValue())));
        return new Sketch.Section(
                text(json, "section"),
                text(json, "title"),
                json.path("catalogue").asText(""),
                json.path("group").asText(""),
                field,
                Sketch.Status.valueOf(upper(text(json, "status"))),
                json.has("reason") ? Sketch.Reason.valueOf(upper(text(json, "reason"))) : null,
                ValueJson.texts(json.path("depends_on")),
                text(json, "text"),
                entries);
    }

    private static Sketch.Entry entry(String step, JsonNode json) {
        var from = member(json, "provenance");
        return new Sketch.Entry(
                step,
                text(json, "label"),
                json.path("main").asBoolean(false),
                Answer.Status.valueOf(upper(text(json, "status"))),
                json.has("value") ? ValueJson.read(json.get("value")) : null,
                text(json, "display"),
                new Answer.Provenance(
                        text(from, "wording"),
                        text(from, "variant"),
                        text(from, "channel"),
                        text(from, "dialog"),
                        Instant.parse(text(from, "at")),
                        text(from, "by")));
    }

    /// Any tree as text, as sketches and schemas are written.
    static String text(JsonNode json) {
        try {
            return MAPPER.writer(PRETTY).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException _) {
            throw new IllegalArgumentException("no JSON");
        }
    }

    private static @Nullable Instant instant(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.asText()) : null;
    }

    private static String text(JsonNode json, String name) {
        return member(json, name).asText();
    }

    private static JsonNode member(JsonNode json, String name) {
        return member(json, name, List.of(name));
    }

    private static JsonNode member(JsonNode json, String name, List<String> path) {
        var node = json;
        for (var one : path) node = node.path(one);
        if (node.isMissingNode()) throw new IllegalArgumentException("no sketch: lacks " + name);
        return node;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
