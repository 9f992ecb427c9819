// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Part;
import org.skizzenlotse.dialog.source.YamlReader;

class YamlTextTest {
    private static final String FILE =
            """
            # Ein Kommentar.
            group: start   # hinten
            steps:
              - ask: wer   # bleibt
                text: Wer seid ihr?
                help: >-
                  Das ist eine Hilfe, die
                  über zwei Zeilen geht.

              # vor dem nächsten
              - ask: was
                text: |-
                  Was wollt ihr?

                  - erstens
                options: [{id: ja, text: Ja}, {id: nein, text: "Nein, nie"}]
            """;

    @Test
    void aTextIsReplacedAndEverythingElseStays() {
        assertThat(changed("/steps/0/text", "Wer macht mit?"))
                .isEqualTo(FILE.replace("Wer seid ihr?", "Wer macht mit?"));
    }

    @Test
    void aLongTextIsFoldedAndOneWithLinesStandsLineByLine() {
        var words = "Wort ".repeat(30).strip();
        assertThat(changed("/steps/0/help", words))
                .contains("    help: >-\n      Wort Wort")
                .contains("\n\n  # vor dem nächsten\n");
        assertThat(changed("/steps/0/help", "Erstens.\n\n- zweitens"))
                .contains("    help: |-\n      Erstens.\n\n      - zweitens\n\n  # vor dem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ja: und?",
                "nein",
                "# kein Kommentar",
                "\"Zitat\"",
                "'x'",
                "- Strich",
                "5",
                "",
                "mit {platz} und [x]",
                "*fett* anfangen",
                "& so",
                "Doppel  Raum",
                " vorn",
                "hinten ",
                "Rückstrich \\ hier",
                "Zeile\n  eingerückt",
                "a\tb",
                "😀 und: mehr",
                "@ich",
                "`code`",
                "%prozent",
                "! Achtung",
                "? Frage",
                "> größer",
                "| Strich",
                "true",
                "null",
                "~"
            })
    void whateverIsWrittenIsReadAgainAsItWas(String words) {
        for (var place : List.of("/steps/0/text", "/steps/1/text", "/steps/1/options/1/text"))
            assertThat(read(changed(place, words), place)).as(place).isEqualTo(words);
    }

    @Test
    void whatIsNotThereYetIsAddedWithoutMovingAnything() {
        assertThat(changed("/steps/0/why", "Darum."))
                .isEqualTo(FILE.replace("zwei Zeilen geht.", "zwei Zeilen geht.\n    why: Darum."));
        assertThat(changed("/steps/1/options/0/button", "Ja, klar"))
                .contains("{id: ja, text: Ja, button: \"Ja, klar\"}");
        assertThat(changed("/texts/en/title", "New: yes"))
                .endsWith("\"Nein, nie\"}]\ntexts:\n  en:\n    title: \"New: yes\"\n");
        assertThat(changed("/title", "Neu"))
                .endsWith("\"Nein, nie\"}]\ntitle: Neu\n")
                .startsWith("# Ein Kommentar.\n");
    }

    @Test
    void whatHasNoPlaceIsNotWritten() {
        var yaml = YamlText.of(FILE).orElseThrow();
        assertThat(yaml.with("/steps", "x")).isEmpty();
        assertThat(yaml.with("/steps/7/text", "x")).isEmpty();
        assertThat(yaml.with("/group/text", "x")).isEmpty();
        assertThat(yaml.with("", "x")).isEmpty();
        assertThat(YamlText.of("a: [")).isEmpty();
    }

    @Test
    void aFileKeepsTheLineEndsOfWindows() {
        var windows = FILE.replace("\n", "\r\n");
        var changed = YamlText.of(windows).orElseThrow().with("/steps/0/help", "a\nb");
        assertThat(changed.orElseThrow()).doesNotContainPattern("(?<!\r)\n");
    }

    @Test
    void everyTextOfTheShippedDialogsCanBeChanged() throws IOException {
        RandomGenerator random = new Random(7);
        var words = List.of("Kurz.", "Lang: ".repeat(40).strip(), "Zwei\nZeilen", "{x} *y*");
        var tried = 0;
        try (var files = Files.walk(Path.of("dialogs"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                var text = Files.readString(file);
                var places = new ArrayList<Part>();
                collect(YamlReader.read("", text, new Findings()).orElseThrow().root(), places);
                for (int i = 0; i < 12; i++) {
                    var place = places.get(random.nextInt(places.size())).pointer();
                    var value = words.get(random.nextInt(words.size()));
                    assertThat(YamlText.of(text).orElseThrow().with(place, value))
                            .as("%s %s", file, place)
                            .isPresent();
                    tried++;
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
    }

    private static void collect(Part part, List<Part> places) {
        if (part.node().isValueNode()) places.add(part);
        if (part.node().isObject()) part.entries().values().forEach(one -> collect(one, places));
        if (part.node().isArray()) part.list().forEach(one -> collect(one, places));
    }

    private static String changed(String pointer, String value) {
        return YamlText.of(FILE).orElseThrow().with(pointer, value).orElseThrow();
    }

    private static String read(String file, String pointer) {
        var root = YamlReader.read("", file, new Findings()).orElseThrow().root().node();
        return root.at(pointer).textValue();
    }
}
