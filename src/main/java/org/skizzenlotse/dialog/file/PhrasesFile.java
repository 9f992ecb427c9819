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

/// Reads the engine's own words, three files for each language or variant of one. Which there are
/// stands in `texts/languages.properties`, because a class path cannot be listed.
public final class PhrasesFile {
    private static final String INDEX = "/texts/languages.properties";
    private static final List<String> FOLDERS = List.of("", "answers/", "commands/");

    private PhrasesFile() {}

    /// The words of all languages. What a variant of a language does not say in its own way is said
    /// in that of the language.
    public static Phrases load() {
        var index = read(INDEX);
        var languages = new HashMap<String, Phrases.Words>();
        index.forEach((id, base) -> {
            var all = FOLDERS.stream().map(folder -> words(folder, id, base)).toList();
            languages.put(id, new Phrases.Words(all.get(0), all.get(1), all.get(2)));
        });
        return new Phrases(languages);
    }

    /// Each variant that there are words in, with the language that it is a variant of (empty: it
    /// is a language of its own and has to say everything).
    public static Map<String, String> index() {
        return Map.copyOf(read(INDEX));
    }

    /// What a language or variant says itself, in one kind of files (`""`, `answers/`,
    /// `commands/`).
    public static Map<String, String> own(String folder, String id) {
        return read("/texts/" + folder + id + ".properties");
    }

    private static Map<String, String> words(String folder, String id, String base) {
        var words = new HashMap<String, String>();
        if (!base.isEmpty()) words.putAll(own(folder, base));
        words.putAll(own(folder, id));
        return words;
    }

    private static Map<String, String> read(String resource) {
        try (var in =
                        Objects.requireNonNull(
                                PhrasesFile.class.getResourceAsStream(resource), resource);
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
