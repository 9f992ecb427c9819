// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlCheckTest {
    @Test
    void marksBecomeEntitiesInUtf16Units() {
        var marked = HtmlCheck.read("😀 <b>fett</b> &amp; <i>schräg <u>unter</u></i>");

        assertThat(marked.text()).isEqualTo("😀 fett & schräg unter");
        assertThat(marked.entities().toString())
                .isEqualTo(
                        "[{\"offset\":3,\"length\":4,\"type\":\"bold\"},"
                                + "{\"offset\":10,\"length\":12,\"type\":\"italic\"},"
                                + "{\"offset\":17,\"length\":5,\"type\":\"underline\"}]");
    }

    @ParameterizedTest
    @CsvSource({
        "<b>x</b>, bold",
        "<strong>x</strong>, bold",
        "<i>x</i>, italic",
        "<em>x</em>, italic",
        "<u>x</u>, underline",
        "<s>x</s>, strikethrough",
        "<code>x</code>, code",
        "<pre>x</pre>, pre",
        "<tg-spoiler>x</tg-spoiler>, spoiler",
        "<span class=\"tg-spoiler\">x</span>, spoiler",
        "<blockquote>x</blockquote>, blockquote",
        "<blockquote expandable>x</blockquote>, expandable_blockquote",
        "<a href=\"https://example.org/\">x</a>, text_link",
        "<B>x</b>, bold"
    })
    void everyTagHasItsType(String html, String type) {
        var entities = HtmlCheck.read(html).entities();

        assertThat(entities).hasSize(1);
        assertThat(entities.path(0).path("type").asText()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <x>b</x>|Unsupported start tag \"x\" at byte offset 2",
                "ä <br>|Unsupported start tag \"br\" at byte offset 3",
                "a < b|Unsupported start tag \"\" at byte offset 2",
                "a <b|Unclosed start tag at byte offset 2",
                "<b>a|Can't find end tag corresponding to start tag \"b\"",
                "a</b>|Unexpected end tag at byte offset 1",
                "<b>a</i>|Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "<a href=\"x>a</a>|Unclosed start tag \"a\" at byte offset 0",
                "<span>a</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"
            })
    void whatIsWrongIsSaidWithItsPlaceInBytes(String html, String why) {
        assertThatThrownBy(() -> HtmlCheck.read(html))
                .isInstanceOf(Refusal.class)
                .hasMessage("400 Bad Request: can't parse entities: " + why);
    }

    @ParameterizedTest
    @CsvSource({
        "&lt;b&gt;, <b>",
        "a & b, a & b",
        "&nbsp;, &nbsp;",
        "&#228;&#xe4;, ää",
        "&quot;, '\"'",
        "&lt, <"
    })
    void referencesAreReadAndUnknownOnesStay(String html, String text) {
        assertThat(HtmlCheck.read(html).text()).isEqualTo(text);
    }

    @Test
    void codeInItsLanguageIsOneEntity() {
        var entities =
                HtmlCheck.read("<pre><code class=\"language-java\">var</code></pre>").entities();

        assertThat(entities.toString())
                .isEqualTo("[{\"offset\":0,\"length\":3,\"type\":\"pre\",\"language\":\"java\"}]");
    }

    @Test
    void theSpaceAroundATextIsTakenAwayWithItsMarks() {
        var marked = HtmlCheck.read("\n <b> a </b> \n").trimmed();

        assertThat(marked.text()).isEqualTo("a");
        assertThat(marked.entities().toString())
                .isEqualTo("[{\"offset\":0,\"length\":1,\"type\":\"bold\"}]");
    }
}
