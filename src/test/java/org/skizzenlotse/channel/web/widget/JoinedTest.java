// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class JoinedTest {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(?:export )?(?:async )?(?:function|class|const) (\\w+)");

    /// Until the first question is asked: the card, the panel, the words of one language.
    private static final int CARD_BYTES_MAX = 2_500;

    private static final int ALL_BYTES_MAX = 20_500;

    private static final int FILES_BYTES_MAX = 5_000;

    @Test
    void noNameIsDeclaredTwiceOnTop() {
        assertThat(declared(Widget.PANEL)).doesNotHaveDuplicates().contains("open", "Talk");
        assertThat(declared(Widget.FILES)).doesNotHaveDuplicates().contains("files", "Upload");
    }

    private static List<String> declared(List<String> modules) {
        return modules.stream()
                .flatMap(name -> DECLARED.matcher(Joined.read(name)).results())
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void everyModuleStandsBeforeThoseThatImportIt() {
        everyModuleStandsBeforeThoseThatImportIt(Widget.PANEL);
        everyModuleStandsBeforeThoseThatImportIt(Widget.FILES);
    }

    private static void everyModuleStandsBeforeThoseThatImportIt(List<String> modules) {
        for (var name : modules) {
            var imported =
                    Pattern.compile("from '\\./([a-z]+\\.js)'")
                            .matcher(Joined.read(name))
                            .results()
                            .map(found -> found.group(1))
                            .toList();

            assertThat(modules.subList(0, modules.indexOf(name)))
                    .as("before %s", name)
                    .containsAll(imported);
        }
    }

    @Test
    void nothingIsImportedAndOneThingIsExported() {
        var panel = Joined.modules(Widget.PANEL);

        assertThat(panel.lines()).noneMatch(line -> line.startsWith("import "));
        assertThat(panel.lines().filter(line -> line.startsWith("export ")))
                .containsExactly("export async function open(root, place, why) {");
        assertThat(panel).contains("replaceSync(\"").doesNotContain("SPDX");
    }

    @Test
    void noFileParsesHtmlOrMakesCodeOfText() {
        for (var name :
                Stream.of(Widget.CARD, Widget.PANEL, Widget.FILES, Widget.GERMAN, Widget.ENGLISH)
                        .flatMap(List::stream)
                        .toList()) {
            assertThat(Joined.read(name))
                    .as(name)
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "DOMParser", "eval(");
        }
    }

    @Test
    void itStaysSmall() throws IOException {
        int card = packed(Joined.modules(Widget.CARD));
        int panel = packed(Joined.modules(Widget.PANEL));

        assertThat(card).isLessThan(CARD_BYTES_MAX);
        for (var words : List.of(Widget.GERMAN, Widget.ENGLISH)) {
            int spoken = packed(Joined.modules(words));
            assertThat(card + panel + spoken).as("%s", words).isLessThan(ALL_BYTES_MAX);
        }
        assertThat(packed(Joined.modules(Widget.FILES))).isLessThan(FILES_BYTES_MAX);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        var german = Joined.read("words-de.js");
        assertThat(keys(german)).hasSizeGreaterThan(80);
        assertThat(keys(Joined.read("words-en.js"))).isEqualTo(keys(german));

        var files = Joined.read("filewords.js");
        int second = files.indexOf("const EN");
        assertThat(keys(files.substring(second, files.indexOf("export")))).hasSizeGreaterThan(15);
        assertThat(keys(files.substring(second, files.indexOf("export"))))
                .isEqualTo(keys(files.substring(files.indexOf("const DE"), second)));
    }

    /// Nobody loads words that nothing shows.
    @Test
    void everyWordIsUsed() {
        var code =
                Stream.of(Widget.PANEL, Widget.CARD)
                        .flatMap(List::stream)
                        .map(Joined::read)
                        .collect(Collectors.joining());
        var words = Joined.read("words-de.js").replaceAll("'[^']*'", "");
        var top = words.substring(words.indexOf('{') + 1).replaceAll("\\{[^{}]*\\}", "");

        assertThat(keys(top))
                .hasSizeGreaterThan(60)
                .allSatisfy(key -> assertThat(code).containsPattern("(words\\.|')" + key + "\\b"));
    }

    private static List<String> keys(String table) {
        return Pattern.compile("(\\w+):")
                .matcher(table.replaceAll("'[^']*'", ""))
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
    }

    private static int packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(UTF_8));
        }
        return bytes.size();
    }
}
