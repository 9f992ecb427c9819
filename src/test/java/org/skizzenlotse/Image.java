// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the files for running it in a container say, read from them as they are.
record Image(Map<String, String> instructions) {
    static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));

    /// The Dockerfile, each instruction of which stands there once.
    static Image read() throws IOException {
        var found = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(PROJECT.resolve("Dockerfile"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            var parts = line.split(" ", 2);
            if (found.put(parts[0], parts[1].strip()) != null)
                throw new IllegalStateException("twice: " + parts[0]);
        }
        return new Image(found);
    }

    String the(String instruction) {
        return instructions.getOrDefault(instruction, "");
    }

    /// What runs, entry point and command together.
    List<String> command() {
        var command = new java.util.ArrayList<>(words(the("ENTRYPOINT")));
        command.addAll(words(the("CMD")));
        return command;
    }

    /// What looks whether it is well.
    List<String> health() {
        var check = the("HEALTHCHECK");
        return words(check.substring(check.indexOf("CMD ") + 4));
    }

    Map<String, String> environment() {
        var parts = the("ENV").split("=", 2);
        return Map.of(parts[0], parts[1]);
    }

    /// The settings that the page for operators gives as an example.
    static Map<String, String> example() throws IOException {
        var page = Files.readString(PROJECT.resolve("docs/betrieb.md"));
        var block = page.substring(page.indexOf("```sh\n") + 6);
        var settings = new LinkedHashMap<String, String>();
        for (var line : block.substring(0, block.indexOf("```")).strip().lines().toList()) {
            var parts = line.strip().split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        return settings;
    }

    private static List<String> words(String json) {
        try {
            return new ObjectMapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException shell) {
            throw new IllegalStateException("not in the form of a JSON list: " + json, shell);
        }
    }
}
