// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// Holds what goes in and out against the schemas in `telegram/` of the test resources and keeps
/// what differs, by method and place only, never with contents.
final class SchemaCheck {
    private static final String FILE = "/telegram/bot-api-10.3.schemas.json";
    private static final JsonNode ALL = load();

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final Set<String> violations = new ConcurrentSkipListSet<>();

    List<String> violations() {
        return List.copyOf(violations);
    }

    void forgive() {
        violations.clear();
    }

    /// For what no schema can say.
    void note(String violation) {
        violations.add(violation);
    }

    /// What a bot asked for. The parts of files are taken out: a word stands in their place.
    void request(Request request) {
        var method = request.method();
        if (method.parameters().isEmpty()) return;
        var checked = request.parameters().deepCopy();
        for (var part : request.parts().entrySet()) {
            var name = part.getKey();
            if (name.equals("certificate")) {
                checked.putObject(name)
                        .put("size", part.getValue().bytes().length)
                        .put("type", part.getValue().mime());
            } else if (known(method, name)) {
                checked.put(name, "attach://" + name);
            }
        }
        check(method.words(), method.parameters(), checked);
    }

    /// What the emulator answers; `true` is the result of many methods and has no schema.
    void answer(Method method, JsonNode result) {
        if (method.result().isEmpty() || result.isBoolean()) return;
        var place = "answer to " + method.words();
        if (!result.isArray()) {
            check(place, method.result(), result);
            return;
        }
        for (var element : result) check(place, method.result(), element);
    }

    void update(ObjectNode update) {
        check("update", "TelegramUpdate", update);
    }

    /// A value of a form, which has only text, as its schema wants it.
    JsonNode typed(Method method, String name, String text) {
        if (text(property(method, name), method)) return TextNode.valueOf(text);
        return Json.read(text).orElseGet(() -> TextNode.valueOf(text));
    }

    private static boolean known(Method method, String name) {
        return !property(method, name).isMissingNode();
    }

    private static JsonNode property(Method method, String name) {
        var type = method.parameters();
        return ALL.path(type).path("definitions").path(type).path("properties").path(name);
    }

    private static boolean text(JsonNode property, Method method) {
        if (property.isMissingNode()) return true;
        for (var one : property.path("anyOf")) if (text(one, method)) return true;
        var reference = property.path("$ref").asText();
        if (!reference.isEmpty()) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            var meant = ALL.path(method.parameters()).path("definitions").path(name);
            return meant.path("type").asText().equals("string");
        }
        var type = property.path("type");
        for (var one : type) if (one.asText().equals("string")) return true;
        return type.asText().equals("string");
    }

    private void check(String place, String name, JsonNode value) {
        var errors = schemas.computeIfAbsent(name, this::schema).validate(value);
        if (!errors.isEmpty()) violations.add(place + " " + deepest(errors));
    }

    /// Where alternatives fail, the error that is farthest inside says most.
    private static String deepest(List<Error> errors) {
        var best = "";
        for (var error : errors) {
            var place = error.getInstanceLocation().toString();
            var property = error.getProperty();
            var whole =
                    (place.isEmpty() ? "/" : place)
                            + " "
                            + error.getKeyword()
                            + (property == null ? "" : " " + property);
            if (depth(place) >= depth(best)) best = whole;
        }
        return best;
    }

    private static long depth(String place) {
        return place.chars().filter(letter -> letter == '/').count();
    }

    private Schema schema(String name) {
        for (var whole : places(name)) {
            var text = (ObjectNode) whole.deepCopy();
            text.put("$ref", "#/definitions/" + name);
            return registry.getSchema(text);
        }
        throw new IllegalArgumentException("no schema " + name);
    }

    private static List<JsonNode> places(String name) {
        if (ALL.has(name)) return List.of(ALL.path(name));
        var found = new ArrayList<JsonNode>();
        for (var whole : ALL) if (whole.path("definitions").has(name)) found.add(whole);
        return found;
    }

    private static JsonNode load() {
        try (var in = SchemaCheck.class.getResourceAsStream(FILE)) {
            return Json.MAPPER.readTree(Objects.requireNonNull(in, FILE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
