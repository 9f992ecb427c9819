// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import org.skizzenlotse.dialog.source.Bundle;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Source;

/// The canonical form of a dialog: one JSON object from path to content with sorted keys, without
/// places, comments, talks and migrations. Its hash names the version.
final class Canonical {
    /// 128 bits: nobody finds two dialogs of the same hash by chance.
    private static final int HASH_LENGTH = 32;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Canonical() {}

    static String json(Bundle bundle) {
        var all = JSON.createObjectNode();
        bundle.files().forEach((path, source) -> all.set(path, sorted(source.root().node())));
        return all.toString();
    }

    static Bundle bundle(String name, String json) {
        try {
            var findings = new Findings();
            Map<String, Source> files = new HashMap<>();
            JSON.readTree(json)
                    .properties()
                    .forEach(file ->
                            files.put(
                                    file.getKey(),
                                    Source.stored(file.getKey(), file.getValue(), findings)));
            return new Bundle(name, files);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a stored dialog is no JSON", broken);
        }
    }

    /// One stored file.
    static Source file(String json) {
        try {
            return Source.stored("", JSON.readTree(json), new Findings());
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("a stored file is no JSON", broken);
        }
    }

    static String hash(String json) {
        return sha256(json).substring(0, HASH_LENGTH);
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var names = new TreeSet<String>();
                object.fieldNames().forEachRemaining(names::add);
                var copy = JSON.createObjectNode();
                for (var name : names) copy.set(name, sorted(object.get(name)));
                yield copy;
            }
            case ArrayNode array -> {
                var copy = JSON.createArrayNode();
                array.forEach(entry -> copy.add(sorted(entry)));
                yield copy;
            }
            default -> node;
        };
    }
}
