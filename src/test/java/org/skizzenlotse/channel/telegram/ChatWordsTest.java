// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Progress;
import org.skizzenlotse.engine.turn.Scenario;

/// The channel has the same words in every language, and the engine knows those of its menu.
class ChatWordsTest {
    private static final Path PROJECT = Path.of(System.getProperty("skizzenlotse.project", "."));
    private static final Path TEXTS = PROJECT.resolve("src/main/resources/texts/telegram");
    private static final Path ROOM =
            PROJECT.resolve("src/main/java/org/skizzenlotse/channel/telegram");
    private static final Pattern FILLED = Pattern.compile("\\{[0-9]}");
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z_]+)\"\\s*[,)]");
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
        for (var key : german.stringPropertyNames()) {
            assertThat(german.getProperty(key)).as(key).isNotBlank();
            assertThat(filled(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(filled(german.getProperty(key)));
        }
    }

    @Test
    void noGermanStandsInTheEnglishWordsAndNobodyIsCalledDu() throws IOException {
        var english = texts("en");
        for (var key : english.stringPropertyNames())
            assertThat(GERMAN.matcher(english.getProperty(key)).find()).as(key).isFalse();
        var german = texts("de");
        for (var key : german.stringPropertyNames())
            assertThat(german.getProperty(key))
                    .as(key)
                    .doesNotContainPattern("(?i)\\b(du|dir|dich|dein\\w*)\\b");
    }

    @Test
    void whatTheRoomSaysIsThere() throws IOException {
        var known = texts("de").stringPropertyNames();
        try (var files = Files.list(ROOM)) {
            for (var file : files.toList())
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(one -> assertThat(known).contains(one.group(1)));
        }
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void everyCommandHasAButton(Command command) {
        for (var language : ChatWords.languages())
            assertThat(ChatWords.in(language).command(command))
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(Labels.LENGTH_MAX);
    }

    @Test
    void telegramTakesTheMenu() {
        for (var language : ChatWords.languages()) {
            var menu = ChatWords.in(language).menu();
            assertThat(menu).hasSize(13).doesNotHaveDuplicates();
            for (var entry : menu) {
                assertThat(entry.word()).matches("[a-z0-9_]{1,32}");
                assertThat(entry.description().length()).isBetween(1, 256);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hilfe, HELP",
        "warum, WHY",
        "zurueck, BACK",
        "zurück, BACK",
        "weiter, CONTINUE",
        "ueberblick, OVERVIEW",
        "überblick, OVERVIEW",
        "aendern, CHANGE",
        "ändern, CHANGE",
        "pause, PAUSE",
        "mensch, PERSON",
        "daten, MY_DATA",
        "sprache, LANGUAGE",
        "widerruf, WITHDRAW",
        "loeschen, ERASE",
        "löschen, ERASE",
        "LOESCHEN, ERASE",
        "help, HELP",
        "why, WHY",
        "back, BACK",
        "continue, CONTINUE",
        "overview, OVERVIEW",
        "change, CHANGE",
        "person, PERSON",
        "data, MY_DATA",
        "language, LANGUAGE",
        "withdraw, WITHDRAW",
        "erase, ERASE"
    })
    void theEngineKnowsTheWordsOfTheMenu(String word, Command command) {
        for (var suffix : List.of("", "@SkizzenBot")) {
            var typed = begun().says(Slash.plain("/" + word + suffix));
            var tapped = begun().commands(command);
            assertThat(typed.isFine().text()).isEqualTo(tapped.text());
            assertThat(typed.expects()).isEqualTo(tapped.expects());
        }
    }

    private static Scenario begun() {
        return Scenario.shipped("skizze").taps("yes").taps("full").taps("nein");
    }

    @Test
    void theMenuHoldsNothingElse() {
        for (var language : ChatWords.languages())
            for (var entry : ChatWords.in(language).menu())
                if (!entry.word().equals("start"))
                    assertThat(begun().says("/" + entry.word()).last().messages())
                            .as(entry.word())
                            .noneMatch(one -> one.kind() == Message.Kind.ERROR);
    }

    @Test
    void whatIsLeftIsToldHonestly() {
        var words = ChatWords.in("de-einfach");
        assertThat(words.progress(new Progress(3, 6, 9, "", 0, 0)))
                .isEqualTo("Noch 6 bis 9 Fragen");
        assertThat(words.progress(new Progress(3, 6, 9, "Eure Daten", 1, 1)))
                .isEqualTo("Noch 1 Frage in diesem Teil");
        assertThat(words.progress(new Progress(3, 0, 0, "", 0, 0))).isEmpty();
    }

    @Test
    void whatWeCannotTakeGetsAKindWord() {
        var words = ChatWords.in("de");
        assertThat(words.kind("sticker")).contains("Sticker");
        assertThat(words.kind("neues_ding")).isEqualTo(words.kind("other"));
        assertThat(ChatWords.in("fr").language()).isEqualTo("de");
    }

    @Test
    void onALockedScreenNothingIsTold() {
        for (var language : ChatWords.languages()) {
            var bubble = Composer.waiting(ChatWords.in(language));
            Phone.takes(List.of(bubble));
            assertThat(bubble.plain()).hasSizeLessThan(50);
        }
    }
}
