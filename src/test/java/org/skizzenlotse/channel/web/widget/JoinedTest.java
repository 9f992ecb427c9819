// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class JoinedTest {
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(?:export )?(?:async )?(?:function|class|const) (\\w+)");

    /// Room for what is to come; a later goal is smaller.
    private static final int CARD_BYTES_MAX = 2_500;

    private static final int BOTH_BYTES_MAX = 20_500;

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
                Stream.of(Widget.CARD, Widget.PANEL, Widget.FILES).flatMap(List::stream).toList()) {
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
        assertThat(card + panel).isLessThan(BOTH_BYTES_MAX);
        assertThat(packed(Joined.modules(Widget.FILES))).isLessThan(FILES_BYTES_MAX);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(sameKeys("words.js")).hasSizeGreaterThan(80);
        assertThat(sameKeys("filewords.js")).hasSizeGreaterThan(15);
    }

    private static List<String> sameKeys(String name) {
        var words = Joined.read(name);
        var german = words.substring(words.indexOf("const DE"), words.indexOf("const EN"));
        var english = words.substring(words.indexOf("const EN"), words.indexOf("export"));

        assertThat(keys(english)).as(name).isEqualTo(keys(german));
        return keys(german);
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
