// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.Set;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/// The Markdown subset of dialog texts (paragraph, bold, italic, list, link) for the web, for
/// Telegram and for plain text. Everything else that Markdown knows stays as it was written; an
/// asterisk between letters is a letter. Answers in a text must be escaped (a backslash before
/// ASCII punctuation).
public final class DialogText {
    /// Lists within lists within lists; deeper ones become text.
    private static final int NESTING_MAX = 12;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(Set.of(ListBlock.class))
                    .maxOpenBlockParsers(NESTING_MAX)
                    .maxInlineNesting(NESTING_MAX)
                    .build();

    private DialogText() {}

    /// As an HTML fragment of blocks: `p`, `ul`, `ol`, with `strong`, `em` and `a` in them.
    public static String html(String markdown) {
        return HtmlText.blocks(parse(markdown));
    }

    /// As HTML that fits into a heading or label: paragraphs become lines.
    public static String inlineHtml(String markdown) {
        return HtmlText.inline(parse(markdown));
    }

    /// As HTML for Telegram: `b`, `i` and `a`; paragraphs set apart by an empty line, lists as
    /// lines.
    public static String telegram(String markdown) {
        return TelegramHtml.of(parse(markdown));
    }

    /// As plain text: paragraphs set apart by an empty line, link targets in parentheses.
    public static String plain(String markdown) {
        return PlainText.of(parse(markdown));
    }

    /// Answers and other words that are no Markdown, for use within a dialog text.
    public static String escaped(String words) {
        var text = new StringBuilder();
        words.codePoints()
                .forEach(c -> {
                    if (isPunctuation(c)) text.append('\\');
                    text.appendCodePoint(c);
                });
        return text.toString();
    }

    private static Node parse(String markdown) {
        return PARSER.parse(subset(Visible.of(markdown)));
    }

    /// Escapes what the subset does not have: code, HTML, entities, images, link definitions, and
    /// asterisks between letters.
    private static String subset(String markdown) {
        var text = new StringBuilder(markdown.length() + 16);
        for (int i = 0; i < markdown.length(); i++) {
            char c = markdown.charAt(i);
            char next = i + 1 < markdown.length() ? markdown.charAt(i + 1) : '\n';
            if (c == '\\' && isPunctuation(next)) {
                text.append(c).append(next);
                i++;
            } else if (c == '!' && next == '[') {
                text.append("\\!\\[");
                i++;
            } else {
                if (isForeign(c, next) || isStarAsLetter(markdown, i)) text.append('\\');
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isForeign(char c, char next) {
        return c == '`' || c == '<' || c == '&' || (c == ']' && next == ':');
    }

    private static boolean isStarAsLetter(String text, int i) {
        return text.charAt(i) == '*'
                && i > 0
                && i + 1 < text.length()
                && Character.isLetterOrDigit(text.codePointBefore(i))
                && Character.isLetterOrDigit(text.codePointAt(i + 1));
    }

    private static boolean isPunctuation(int c) {
        return (c >= '!' && c <= '/')
                || (c >= ':' && c <= '@')
                || (c >= '[' && c <= '`')
                || (c >= '{' && c <= '~');
    }
}
