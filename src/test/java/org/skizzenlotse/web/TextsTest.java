// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages have the same words in every language, and no others.
class TextsTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Path TEXTS = PROJECT.resolve("src/main/resources/texts/pages");
    private static final Pattern FILLED = Pattern.compile("\\{[0-9]}");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z_]+)\"");
    private static final Pattern GERMAN =
            Pattern.compile(
                    "[äöüÄÖÜß„]|(?iu)\\b(und|oder|nicht|ihr|euch|eure?|ist|das|mit|wir)\\b");

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(language + ".properties"))) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> filled(String text) {
        var filled = new TreeSet<String>();
        FILLED.matcher(text).results().forEach(one -> filled.add(one.group()));
        return filled;
    }

    @Test
    void bothLanguagesHaveTheSameWordsAndDetails() throws IOException {
        var german = texts("de");
        var english = texts("en");
        assertThat(new TreeSet<>(english.stringPropertyNames()))
                .isEqualTo(new TreeSet<>(german.stringPropertyNames()));
        for (var key : german.stringPropertyNames())
            assertThat(filled(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(filled(german.getProperty(key)));
    }

    @Test
    void noGermanStandsInTheEnglishWords() throws IOException {
        var english = texts("en");
        for (var key : english.stringPropertyNames())
            assertThat(GERMAN.matcher(english.getProperty(key)).find()).as(key).isFalse();
        assertThat(GERMAN.matcher(texts("de").getProperty("return_how")).find()).isTrue();
    }

    @Test
    void whatTemplatesSayIsThere() throws IOException {
        var known = texts("de").stringPropertyNames();
        try (var files = Files.list(PROJECT.resolve("src/main/jte"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(one -> assertThat(known).contains(one.group(1)));
        }
    }

    @Test
    void pagesOfTheConversationHaveNoWordsOfTheirOwn() throws IOException {
        var pages =
                "layout dialog gespraech frage auswahl zeilen zusammenfassung weiter hinweis chat"
                        + " hilfen offen verborgen wechsel sprachen";
        for (var page : pages.split(" ", -1)) {
            var template = Files.readString(PROJECT.resolve("src/main/jte/" + page + ".jte"));
            assertThat(GERMAN.matcher(template).find()).as(page).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void everyRefusalHasItsWords(Refusal.Kind kind) {
        for (var texts : new Texts[] {Texts.german(), Texts.in("en")}) {
            assertThat(kind.title(texts)).isNotBlank();
            assertThat(kind.advice(texts)).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "de-einfach", "fr", ""})
    void whoHasNoWordsReadsGerman(String variant) {
        assertThat(Texts.in(variant).language()).isEqualTo("de");
    }

    @Test
    void aKindOfEnglishIsEnglish() {
        assertThat(Texts.in("en-simple").language()).isEqualTo("en");
    }
}
