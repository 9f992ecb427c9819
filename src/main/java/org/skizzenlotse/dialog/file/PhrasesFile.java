// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.skizzenlotse.engine.turn.Phrases;

/// Reads the engine's own words, three files for each language.
public final class PhrasesFile {
    /// A class path cannot be listed, so the languages are named here.
    private static final List<String> LANGUAGES = List.of("de", "en");

    private PhrasesFile() {}

    /// The words of all languages.
    public static Phrases load() {
        var languages = new HashMap<String, Phrases.Words>();
        for (var language : LANGUAGES)
            languages.put(
                    language,
                    new Phrases.Words(
                            read("/texts/" + language + ".properties"),
                            read("/texts/answers/" + language + ".properties"),
                            read("/texts/commands/" + language + ".properties")));
        return new Phrases(languages);
    }

    private static Map<String, String> read(String resource) {
        try (var in = Objects.requireNonNull(PhrasesFile.class.getResourceAsStream(resource));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var texts = new HashMap<String, String>();
            for (var key : properties.stringPropertyNames())
                texts.put(key, properties.getProperty(key));
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
