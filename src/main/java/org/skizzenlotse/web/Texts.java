// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// The words of the pages and of problems in one language, from
/// `texts/pages/<language>.properties`. What a dialog says comes from its files.
public final class Texts {
    private static final String GERMAN = "de";
    private static final Map<String, Texts> ALL =
            List.of(GERMAN, "en").stream().collect(Collectors.toMap(one -> one, Texts::new));

    private final String language;
    private final Properties texts = new Properties();

    private Texts(String language) {
        this.language = language;
        var resource = "/texts/pages/" + language + ".properties";
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(resource));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The words for a variant of a dialog: those of its language, else German ones.
    public static Texts in(String variant) {
        var language = variant.split("-", 2)[0];
        return Objects.requireNonNull(ALL.getOrDefault(language, ALL.get(GERMAN)));
    }

    /// German words.
    public static Texts german() {
        return in(GERMAN);
    }

    /// The words in the language that the visitor's browser asks for, else German ones.
    public static Texts wanted(Context context) {
        return in(Wish.of(context, ALL.keySet()).orElse(GERMAN));
    }

    /// The language, as `lang` and `hreflang` name it.
    public String language() {
        return language;
    }

    /// The words under a key, with `{0}`, `{1}` replaced by the details.
    ///
    /// @throws IllegalArgumentException when there are none
    public String say(String key, Object... details) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < details.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(details[i]));
        }
        return text;
    }
}
