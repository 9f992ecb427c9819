// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The frame of every stored form: a byte that names its version, then JSON with short names.
/// Members that are not known are passed over, so that a newer version may add some.
final class Json {
    private static final byte VERSION = 1;

    /// A state with some thirty answers; more grows.
    private static final int USUAL_BYTES = 4_096;

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static byte[] bytes(ObjectNode node) {
        try {
            var json = MAPPER.writeValueAsBytes(node);
            var framed = new byte[json.length + 1];
            framed[0] = VERSION;
            System.arraycopy(json, 0, framed, 1, json.length);
            return framed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What writes a form piece by piece.
    interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    /// What reads a form piece by piece; the parser stands before its first token.
    interface Reading<T> {
        T from(JsonParser in) throws IOException;
    }

    /// The same as [#bytes] for what needs no tree.
    static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        bytes.write(VERSION);
        try (var out = MAPPER.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// @throws IllegalStateException for a form of a later version
    static JsonNode read(byte[] framed) {
        return read(framed, MAPPER::readTree);
    }

    /// The same as [#read(byte[])] for what needs no tree.
    static <T> T read(byte[] framed, Reading<T> reading) {
        if (framed.length < 2 || framed[0] != VERSION)
            throw new IllegalStateException("stored in a form that this version does not know");
        try (var in = MAPPER.createParser(framed, 1, framed.length - 1)) {
            return reading.from(in);
        } catch (IOException broken) {
            throw new IllegalStateException("a stored form is broken", withoutContent(broken));
        }
    }

    static ArrayNode texts(Collection<String> texts) {
        var array = array();
        texts.forEach(array::add);
        return array;
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.textValue()));
        return texts;
    }

    static ObjectNode map(Map<String, String> map) {
        var object = object();
        map.forEach(object::put);
        return object;
    }

    static Map<String, String> map(JsonNode object) {
        var map = new LinkedHashMap<String, String>();
        object.properties().forEach(one -> map.put(one.getKey(), one.getValue().textValue()));
        return map;
    }

    static ArrayNode instant(Instant instant) {
        return array().add(instant.getEpochSecond()).add(instant.getNano());
    }

    static Instant instant(JsonNode pair) {
        return Instant.ofEpochSecond(pair.path(0).longValue(), pair.path(1).longValue());
    }

    /// What a parser says may quote what it read.
    private static IOException withoutContent(IOException broken) {
        return new IOException(broken.getClass().getSimpleName());
    }
}
