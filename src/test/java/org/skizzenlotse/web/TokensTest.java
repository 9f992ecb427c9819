// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colours that pages and widget share, by the formula of WCAG 2.2.
class TokensTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    private static final String CSS = css();
    private static final int DARK = CSS.indexOf("prefers-color-scheme: dark");

    private static final Map<String, String> BRIGHT = colours(CSS.substring(0, DARK));
    private static final Map<String, String> NIGHT = colours(CSS.substring(DARK));

    @ParameterizedTest
    @CsvSource({
        "ink, ground",
        "ink, paper",
        "ink, tint",
        "soft, ground",
        "soft, paper",
        "soft, tint",
        "main, ground",
        "main, paper",
        "main, tint",
        "on-main, main",
        "on-main, main-strong",
        "main-strong, paper",
        "bad, ground",
        "bad, paper",
        "bad, bad-tint",
        "ink, bad-tint",
    })
    void wordsStandOutFromTheirGround(String words, String ground) {
        assertThat(contrast(BRIGHT, words, ground)).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(NIGHT, words, ground)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"line, ground", "line, paper", "main, faint", "bad, paper"})
    void edgesOfWhatIsOperatedStandOut(String edge, String ground) {
        assertThat(contrast(BRIGHT, edge, ground)).isGreaterThanOrEqualTo(3);
        assertThat(contrast(NIGHT, edge, ground)).isGreaterThanOrEqualTo(3);
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        var first = luminance(Objects.requireNonNull(colours.get(one), one));
        var second = luminance(Objects.requireNonNull(colours.get(other), other));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(String css) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(css).results().forEach(one -> colours.put(one.group(1), one.group(2)));
        return colours;
    }

    private static String css() {
        try (var in = TokensTest.class.getResourceAsStream("/static/tokens.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
