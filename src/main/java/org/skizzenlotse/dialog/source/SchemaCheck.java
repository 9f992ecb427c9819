// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Checks a file against the JSON Schema of its kind and says what is wrong in the words of
/// [SchemaWords].
public final class SchemaCheck {
    private record Loaded(Schema schema, JsonNode text) {}

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<FileKind, Loaded> schemas = new EnumMap<>(FileKind.class);

    /// Notes everything in which a file differs from the schema of its kind.
    public void check(Source source, FileKind kind) {
        var loaded = schemas.computeIfAbsent(kind, this::load);
        var errors = loaded.schema().validate(source.root().node());
        var words = new SchemaWords(source, loaded.text());
        var mistyped = mistyped(errors, words);
        for (var error : errors) if (!isEcho(error, mistyped)) words.report(error);
    }

    /// Names that were proposed for unknown keys, by the object in which they stand.
    private static Set<String> mistyped(List<Error> errors, SchemaWords words) {
        var mistyped = new HashSet<String>();
        for (var error : errors)
            if (error.getKeyword().equals("additionalProperties"))
                words.proposed(error)
                        .ifPresent(name -> mistyped.add(error.getInstanceLocation() + " " + name));
        return mistyped;
    }

    /// A missing key of which a mistyped one was found says nothing new.
    private static boolean isEcho(Error error, Set<String> mistyped) {
        return error.getKeyword().equals("required")
                && mistyped.contains(error.getInstanceLocation() + " " + error.getProperty());
    }

    private Loaded load(FileKind kind) {
        try (var in = SchemaCheck.class.getResourceAsStream(kind.schema())) {
            var text = new ObjectMapper().readTree(Objects.requireNonNull(in, kind.schema()));
            return new Loaded(registry.getSchema(text), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
