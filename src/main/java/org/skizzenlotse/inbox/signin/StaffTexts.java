// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

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
import org.skizzenlotse.web.Wish;

/// The words of the team's pages in one language, from `texts/staff/<language>.properties` and from
/// `texts/desk/<language>.properties` as far as there is one.
public final class StaffTexts {
    private static final String GERMAN = "de";

    /// Languages of the pages, the usual one first.
    public static final List<String> LANGUAGES = List.of(GERMAN, "en");

    private static final Map<String, StaffTexts> ALL =
            LANGUAGES.stream().collect(Collectors.toMap(one -> one, StaffTexts::new));

    private final String language;
    private final Properties texts = new Properties();

    private StaffTexts(String language) {
        this.language = language;
        for (var folder : List.of("staff", "desk")) load("/texts/" + folder + "/" + language);
    }

    private void load(String name) {
        try (var in = StaffTexts.class.getResourceAsStream(name + ".properties")) {
            if (in == null) return;
            try (var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The words in that language, else German ones.
    public static StaffTexts in(String language) {
        return Objects.requireNonNull(ALL.getOrDefault(language, ALL.get(GERMAN)));
    }

    /// The words in the language that the browser asks for, else German ones.
    public static StaffTexts wanted(Context context) {
        return in(Wish.of(context, LANGUAGES).orElse(GERMAN));
    }

    /// The language, as `lang` names it.
    public String language() {
        return language;
    }

    /// Whether there are words under a key.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// The words under a key, else that word itself.
    public String sayOr(String key, String word) {
        return texts.getProperty(key, word);
    }

    /// The words under a key, with `{0}`, `{1}` replaced by the details.
    ///
    /// @throws IllegalArgumentException when there are none
    public String say(String key, Object... details) {
        var text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no words for " + key);
        for (int i = 0; i < details.length; i++)
            text = text.replace("{" + i + "}", String.valueOf(details[i]));
        return text;
    }
}
