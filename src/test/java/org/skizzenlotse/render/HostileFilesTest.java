// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.turn.Scenario;

/// Whatever a file is called and said to show, a sketch tells it in words. Names are cleaned when
/// files come in; what is handed on does not rely on that.
class HostileFilesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Value.Files FILES =
            new Value.Files(
                    List.of(
                            new Value.File(
                                    "f1",
                                    "<script>alert(1)</script>.txt",
                                    20,
                                    "text/plain",
                                    "# groß **fett** [hier](https://boese.example)",
                                    "")));

    @Test
    void inHtmlNothingOfItIsMarkup() {
        var html = new SketchHtml(BERLIN).render(Samples.saying(told()));
        assertThat(html)
                .contains("&lt;script&gt;alert(1)", "**fett**")
                .doesNotContain("<script", "<strong>fett", "href=\"https://boese.example");
    }

    @Test
    void inMarkdownNothingOfItIsAMark() {
        var markdown = new SketchMarkdown(BERLIN).render(Samples.saying(told()));
        assertThat(markdown)
                .contains("\\*\\*fett\\*\\*", "\\[hier\\]")
                .doesNotContain("**fett**", "[hier](")
                .doesNotContainPattern("(?<!\\\\)<script");
        assertThat(DialogText.html(markdown)).doesNotContain("<script", "<strong>fett", "<a ");
    }

    @Test
    void inPlainWordsItStaysOnItsLine() {
        var text = new SketchText(BERLIN).render(Samples.saying(told()));
        assertThat(text).contains("alert(1)", "**fett**");
    }

    private static String told() {
        return Scenario.phrases().language("de").files(FILES.files());
    }
}
