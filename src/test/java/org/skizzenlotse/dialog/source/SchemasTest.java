// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The shipped schemas, which also help authors while they write.
class SchemasTest {
    @ParameterizedTest
    @EnumSource
    void everySchemaIsValid(FileKind kind) {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta =
                registry.getSchema(
                        SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(schema(kind))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySchemaIsClosedAndExplainsItsKeys(FileKind kind) {
        var open = new ArrayList<String>();
        walk(schema(kind), kind.name(), open);

        assertThat(open).isEmpty();
    }

    private static void walk(JsonNode node, String path, List<String> open) {
        if (node.path("type").asText().equals("object")
                && !node.has("additionalProperties")
                && !node.has("if")
                && node.has("properties")) open.add(path + " is open");
        for (var property : node.path("properties").properties())
            if (!explained(property.getValue()))
                open.add(path + "/" + property.getKey() + " has no description");
        for (var child : node.properties())
            walk(child.getValue(), path + "/" + child.getKey(), open);
        for (int i = 0; node.isArray() && i < node.size(); i++)
            walk(node.get(i), path + "/" + i, open);
    }

    private static boolean explained(JsonNode property) {
        return property.has("description") || property.has("$ref");
    }

    private static JsonNode schema(FileKind kind) {
        try (var in = SchemasTest.class.getResourceAsStream(kind.schema())) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
