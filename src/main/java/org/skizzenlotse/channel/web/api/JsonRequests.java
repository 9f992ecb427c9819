// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.web.Refusal;

/// Reads what scripts send. Strict: what is not understood is named and refused, never guessed.
final class JsonRequests {
    /// A table is the deepest: body, value, rows, row, cell.
    private static final int DEPTH_MAX = 8;

    /// More options or rows than any dialog may have.
    private static final int LIST_MAX = 200;

    private static final Set<String> CONTENTS =
            Set.of("text", "choose", "value", "files", "open", "command");
    private static final Set<String> TURN =
            Set.of(
                    "step",
                    "text",
                    "choose",
                    "value",
                    "files",
                    "open",
                    "command",
                    "group",
                    "variant",
                    "revision");

    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEPTH_MAX)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonRequests() {}

    /// Which dialog to begin, in which variant ("" for the dialog's own language), and the token of
    /// the conversation that it comes from ("" for none).
    record Beginning(String dialog, String variant, String from) {}

    /// Reads the body that begins a conversation.
    static Beginning beginning(String body) {
        var json = object(body);
        knowsOnly(json, Set.of("dialog", "variant", "from"));
        if (!json.has("dialog")) {
            throw malformed("`dialog` fehlt.");
        }
        return new Beginning(
                text(json, "dialog"),
                json.has("variant") ? text(json, "variant") : "",
                json.has("from") ? text(json, "from") : "");
    }

    /// Reads the key by which somebody wants to come back, as it was typed.
    static String returnKey(String body) {
        return only(body, "key");
    }

    static String only(String body, String name) {
        var json = object(body);
        knowsOnly(json, Set.of(name));
        return text(json, name);
    }

    /// Reads the question for which a link is wanted.
    static StepId step(String body) {
        var json = object(body);
        knowsOnly(json, Set.of("step"));
        return step(json);
    }

    /// Reads the body of a turn.
    static Input input(String body) {
        var json = object(body);
        knowsOnly(json, TURN);
        var contents = CONTENTS.stream().filter(json::has).toList();
        if (json.has("choose") && json.has("text") && contents.size() == 2) {
            return chose(json, text(json, "text"));
        }
        if (contents.size() != 1) {
            throw malformed(
                    "Genau eines von `text`, `choose`, `value`, `files`, `open`, `command`.");
        }
        return switch (contents.getFirst()) {
            case "choose" -> chose(json, "");
            case "value" -> new Input.Gave(step(json), members(json.get("value")));
            case "files" -> new Input.Attached(step(json), files(json.get("files")));
            case "open" -> new Input.LeftOpen(step(json), open(text(json, "open")));
            case "command" -> command(json);
            default -> new Input.Said(json.has("step") ? step(json) : null, text(json, "text"));
        };
    }

    /// The revision of the view that was shown; 0 where it is not said.
    static int seen(String body) {
        var seen = object(body).path("revision");
        if (!seen.isMissingNode() && !seen.isInt()) throw malformed("`revision` ist eine Zahl.");
        return seen.asInt(0);
    }

    /// The files by ID; what is known of them is not the caller's to say.
    private static List<Value.File> files(JsonNode json) {
        if (!json.isArray() || json.size() > LIST_MAX) {
            throw malformed("`files` ist eine Liste von Dateien.");
        }
        var files = new ArrayList<Value.File>();
        for (var one : json) {
            if (!one.isObject()) {
                throw malformed("Jede Datei von `files` ist ein Objekt.");
            }
            knowsOnly(one, Set.of("id", "description", "about"));
            files.add(
                    Value.File.named(
                            text(one, "id"),
                            one.has("description") ? text(one, "description") : "",
                            one.has("about") ? text(one, "about") : ""));
        }
        return files;
    }

    private static Input chose(JsonNode json, String note) {
        return new Input.Chose(step(json), texts(json.get("choose"), "choose"), note);
    }

    private static Input command(JsonNode json) {
        var command =
                Command.of(text(json, "command"))
                        .orElseThrow(() -> malformed("Diesen Befehl gibt es nicht."));
        var target = "";
        for (var name : List.of("step", "group", "variant")) {
            target = json.has(name) ? text(json, name) : target;
        }
        return new Input.Commanded(command, target);
    }

    private static OpenStatus open(String id) {
        return OpenStatus.of(id)
                .orElseThrow(() -> malformed("`open` kennt diese offene Antwort nicht."));
    }

    private static StepId step(JsonNode json) {
        if (!json.has("step")) {
            throw malformed("`step` fehlt: die Frage, zu der die Antwort gehört.");
        }
        var step = text(json, "step");
        if (!StepId.isOne(step)) {
            throw malformed("`step` ist keine Kennung einer Frage.");
        }
        return new StepId(step);
    }

    private static Map<String, Object> members(JsonNode value) {
        if (!value.isObject()) {
            throw malformed("`value` ist ein Objekt.");
        }
        var members = new HashMap<String, Object>();
        for (var member : value.properties()) {
            var name = member.getKey();
            members.put(
                    name,
                    name.equals("rows") ? rows(member.getValue()) : cell(member.getValue(), name));
        }
        return members;
    }

    private static List<Map<String, String>> rows(JsonNode json) {
        if (!json.isArray() || json.size() > LIST_MAX) {
            throw malformed("`rows` ist eine Liste von höchstens " + LIST_MAX + " Zeilen.");
        }
        var rows = new ArrayList<Map<String, String>>();
        for (var row : json) {
            if (!row.isObject()) {
                throw malformed("Jede Zeile von `rows` ist ein Objekt.");
            }
            var cells = new HashMap<String, String>();
            for (var cell : row.properties()) {
                cells.put(cell.getKey(), cell(cell.getValue(), cell.getKey()));
            }
            rows.add(cells);
        }
        return rows;
    }

    /// A text as it is; a number in digits, without an exponent.
    private static String cell(JsonNode json, String name) {
        if (json.isNumber()) {
            var number = json.decimalValue();
            if (Math.abs((long) number.scale()) > LIST_MAX) {
                throw malformed("`" + name(name) + "` ist eine zu lange Zahl.");
            }
            return number.toPlainString();
        }
        return clean(json, name);
    }

    private static List<String> texts(JsonNode json, String name) {
        if (!json.isArray() || json.size() > LIST_MAX) {
            throw malformed("`" + name + "` ist eine Liste von Kennungen.");
        }
        var texts = new ArrayList<String>();
        for (var one : json) {
            texts.add(clean(one, name));
        }
        return texts;
    }

    static String text(JsonNode json, String name) {
        return clean(json.path(name), name);
    }

    /// Half a character or a zero byte would not survive being stored.
    private static String clean(JsonNode json, String name) {
        if (!json.isTextual()) {
            throw malformed("`" + name(name) + "` ist ein Text.");
        }
        var text = json.textValue();
        boolean whole =
                text.codePoints()
                        .noneMatch(
                                one -> one == 0 || Character.getType(one) == Character.SURROGATE);
        if (!whole) {
            throw malformed("`" + name(name) + "` enthält Zeichen, die es nicht gibt.");
        }
        return text;
    }

    static JsonNode object(String body) {
        try {
            var json = MAPPER.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException unreadable) {
            throw malformed("Das ist kein lesbares JSON.");
        }
        throw malformed("Erwartet wird ein JSON-Objekt.");
    }

    static void knowsOnly(JsonNode json, Set<String> names) {
        for (var member : json.properties()) {
            if (!names.contains(member.getKey())) {
                throw malformed("`" + name(member.getKey()) + "` ist hier nicht bekannt.");
            }
        }
    }

    /// A name that was sent may be anything: only what looks like one is repeated.
    private static String name(String sent) {
        return sent.matches("[A-Za-z0-9_.-]{1,40}") ? sent : "?";
    }

    static Refusal malformed(String detail) {
        return new Refusal(Refusal.Kind.MALFORMED, detail);
    }
}
