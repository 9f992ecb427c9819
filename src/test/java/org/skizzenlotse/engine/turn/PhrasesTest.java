// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Language;
import org.skizzenlotse.engine.parse.Lexicon;

/// Every language has all words by which the engine speaks and understands.
class PhrasesTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Path TEXTS = PROJECT.resolve("src/main/resources/texts");
    private static final Path ENGINE = PROJECT.resolve("src/main/java/org/skizzenlotse");
    private static final Pattern FILLED = Pattern.compile("\\{[0-9]}");
    private static final Pattern FORMAL = Pattern.compile("\\b(Sie|Ihnen|Ihre[mnrs]?|du|dein)\\b");

    private static List<Sayable> all() {
        return Sayable.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachPhraseHasGermanWordsInTheFormOfIhr(Sayable phrase) {
        var text = Scenario.phrases().say("de", phrase, List.of());
        assertThat(text).isNotBlank().doesNotContain("TODO", "...");
        assertThat(FORMAL.matcher(text).find()).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void noPhraseIsMissingInAnyLanguage(String language) {
        assertThat(Scenario.phrases().missing(language)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void allLanguagesFillInTheSameDetails(Sayable phrase) {
        var german = filled("de", phrase);
        for (var language : Scenario.phrases().languages())
            assertThat(filled(language, phrase)).as(language).isEqualTo(german);
        for (int i = 0; i < german.size(); i++) assertThat(german).contains("{" + i + "}");
    }

    private static Set<String> filled(String language, Sayable phrase) {
        var text = Scenario.phrases().say(language, phrase, List.of());
        return FILLED.matcher(text)
                .results()
                .map(one -> one.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPhraseIsSaidSomewhere() throws IOException {
        var sources = new StringBuilder();
        for (var room : List.of("engine", "delivery", "conversation"))
            try (var files = Files.walk(ENGINE.resolve(room))) {
                for (var file : files.filter(PhrasesTest::mayUsePhrases).toList())
                    sources.append(Files.readString(file));
            }
        for (var phrase : Sayable.all())
            assertThat(Pattern.compile(inTheCode(phrase)).matcher(sources).find())
                    .as("nothing says " + phrase)
                    .isTrue();
    }

    private static String inTheCode(Sayable phrase) {
        return "\\b" + phrase.getClass().getSimpleName() + "\\." + phrase.name() + "\\b";
    }

    private static boolean mayUsePhrases(Path file) {
        return file.toString().endsWith(".java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void answersAndTheirWordsAreCompleteAndNotMore(String language) throws IOException {
        var wanted = new TreeSet<String>();
        for (var word : Language.Word.values()) wanted.add(word.id());
        for (var sort : Lexicon.Sort.values()) wanted.add(sort.id());
        assertThat(keys("answers/" + language)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void everyCommandHasItsWords(String language) throws IOException {
        var keys = keys("commands/" + language);
        for (var command : Command.values()) assertThat(keys).contains(command.id());
        assertThat(keys).isEqualTo(keys("commands/de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "en"})
    void theWordsThatPeopleAreToldAreUnderstood(String language) {
        var words = Scenario.phrases().commands(language);
        for (var command : Command.values())
            assertThat(words.of(words.word(command)).map(CommandWords.Found::command))
                    .as(words.word(command))
                    .contains(command);
    }

    private static Set<String> keys(String file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS.resolve(file + ".properties"))) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
