// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.telegram.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;

/// Telegram's HTML, read as its server reads it and refused in its words, with places in bytes.
final class HtmlCheck {
    /// What an entity is called by its tag.
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("b", "bold"),
                    Map.entry("strong", "bold"),
                    Map.entry("i", "italic"),
                    Map.entry("em", "italic"),
                    Map.entry("u", "underline"),
                    Map.entry("ins", "underline"),
                    Map.entry("s", "strikethrough"),
                    Map.entry("strike", "strikethrough"),
                    Map.entry("del", "strikethrough"),
                    Map.entry("tg-spoiler", "spoiler"),
                    Map.entry("span", "spoiler"),
                    Map.entry("tg-emoji", "custom_emoji"),
                    Map.entry("a", "text_link"),
                    Map.entry("code", "code"),
                    Map.entry("pre", "pre"),
                    Map.entry("blockquote", "blockquote"));

    private static final String SPACE = " \t\r\n\0\u000b";
    private static final char END = '\0';
    private static final int REFERENCE_LENGTH_MAX = 10;

    private record Open(String tag, String argument, int offset) {}

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = Json.array();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private String languageOfLastCode = "";
    private int at;

    private HtmlCheck(String html) {
        this.html = html + END;
    }

    static Marked read(String html) {
        return new HtmlCheck(html).whole();
    }

    private Marked whole() {
        while (at < html.length() - 1) {
            if (peek() == '<') {
                if (html.charAt(at + 1) == '/') endTag();
                else startTag();
            } else {
                character(text);
            }
        }
        if (!open.isEmpty()) {
            throw refused(
                    "Can't find end tag corresponding to start tag \"" + open.getLast().tag + '"');
        }
        var sorted = new ArrayList<JsonNode>();
        entities.forEach(sorted::add);
        sorted.sort(
                Comparator.<JsonNode>comparingInt(one -> one.path("offset").asInt())
                        .thenComparingInt(one -> -one.path("length").asInt()));
        return new Marked(text.toString(), Json.array().addAll(sorted));
    }

    private void startTag() {
        int begin = at++;
        skipName();
        if (peek() == END) throw refused("Unclosed start tag", begin);
        var tag = html.substring(begin + 1, at).toLowerCase(ROOT);
        if (!TYPES.containsKey(tag)) {
            throw refused("Unsupported start tag \"" + tag + '"', begin);
        }
        var argument = "";
        while (peek() != '>') {
            skipSpace();
            if (peek() == '>') break;
            var given = attribute(tag, begin);
            if (!given.isEmpty()) argument = given;
        }
        at++;
        if (tag.equals("span") && !argument.equals("spoiler")) {
            throw refused("Tag \"span\" must have class \"tg-spoiler\"", begin);
        }
        open.addLast(new Open(tag, argument, text.length()));
    }

    /// What the attribute means to its tag; empty where it means nothing.
    private String attribute(String tag, int begin) {
        int from = at;
        while ((SPACE + "=>/\"'").indexOf(peek()) < 0) at++;
        var name = html.substring(from, at);
        if (name.isEmpty()) {
            throw refused("Empty attribute name in the tag \"" + tag + '"', begin);
        }
        skipSpace();
        if (peek() == END) throw unclosed(tag, begin);
        if (peek() != '=') return meaning(tag, name, "");
        at++;
        skipSpace();
        if (peek() == END) throw unclosed(tag, begin);
        var value = peek() == '"' || peek() == '\'' ? quoted() : token();
        if (peek() == END) throw unclosed(tag, begin);
        return meaning(tag, name, value);
    }

    private static String meaning(String tag, String name, String value) {
        return switch (tag + " " + name) {
            case "a href", "tg-emoji emoji-id" -> value;
            case "code class" -> after("language-", value);
            case "span class" -> after("tg-", value);
            case "blockquote expandable" -> "1";
            default -> "";
        };
    }

    private static String after(String start, String value) {
        return value.startsWith(start) ? value.substring(start.length()) : "";
    }

    private String token() {
        int from = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '.' || peek() == '-') at++;
        if (SPACE.indexOf(peek()) < 0 && peek() != '>') {
            throw refused("Unexpected end of name token", from);
        }
        return html.substring(from, at).toLowerCase(ROOT);
    }

    private String quoted() {
        char quote = html.charAt(at++);
        var value = new StringBuilder();
        while (peek() != quote && peek() != END) character(value);
        if (peek() == quote) at++;
        return value.toString();
    }

    private void endTag() {
        int begin = at;
        if (open.isEmpty()) throw refused("Unexpected end tag", begin);
        at += 2;
        skipName();
        var tag = html.substring(begin + 2, at);
        skipSpace();
        if (peek() != '>') throw refused("Unclosed end tag", begin);
        at++;
        var last = open.removeLast();
        if (!tag.isEmpty() && !tag.equals(last.tag)) {
            throw refused(
                    "Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                            .formatted(bytes(begin), last.tag, tag));
        }
        int length = text.length() - last.offset;
        if (length > 0) close(last, length);
    }

    private void close(Open last, int length) {
        var entity =
                Json.object()
                        .put("offset", last.offset)
                        .put("length", length)
                        .put("type", TYPES.getOrDefault(last.tag, ""));
        switch (last.tag) {
            case "a" -> {
                var address = last.argument.isEmpty() ? text.substring(last.offset) : last.argument;
                if (!Keyboards.isWebAddress(address)) return;
                entity.put("url", address);
            }
            case "tg-emoji" -> entity.put("custom_emoji_id", last.argument);
            case "code" -> languageOfLastCode = last.argument;
            case "pre" -> takeLanguage(entity);
            case "blockquote" -> {
                if (!last.argument.isEmpty()) entity.put("type", "expandable_blockquote");
            }
            default -> {
                // its name says all
            }
        }
        entities.add(entity);
    }

    /// `<pre><code class="language-x">` is one entity.
    private void takeLanguage(ObjectNode pre) {
        var code = entities.path(entities.size() - 1);
        if (!languageOfLastCode.isEmpty()
                && code.path("type").asText().equals("code")
                && code.path("offset").equals(pre.path("offset"))
                && code.path("length").equals(pre.path("length"))) {
            entities.remove(entities.size() - 1);
            pre.put("language", languageOfLastCode);
        }
    }

    /// The next character, or the one that a reference stands for; an unknown reference is itself.
    private void character(StringBuilder into) {
        if (peek() == '&' && reference(into)) return;
        into.append(html.charAt(at++));
    }

    private boolean reference(StringBuilder into) {
        int end = at + 1;
        if (html.charAt(end) == '#') end++;
        while (end < html.length() - 1 && isPlainLetterOrDigit(html.charAt(end))) end++;
        var name = html.substring(at + 1, end);
        int meant =
                switch (name) {
                    case "lt" -> '<';
                    case "gt" -> '>';
                    case "amp" -> '&';
                    case "quot" -> '"';
                    default -> number(name);
                };
        if (meant == 0) return false;
        into.appendCodePoint(meant);
        at = html.charAt(end) == ';' ? end + 1 : end;
        return true;
    }

    private static int number(String name) {
        if (!name.startsWith("#") || name.length() > REFERENCE_LENGTH_MAX) return 0;
        int radix = name.startsWith("#x") || name.startsWith("#X") ? 16 : 10;
        try {
            int meant = Integer.parseInt(name, radix == 16 ? 2 : 1, name.length(), radix);
            return Character.isValidCodePoint(meant) ? meant : 0;
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }

    private static boolean isPlainLetterOrDigit(char one) {
        return one < 128 && Character.isLetterOrDigit(one);
    }

    private void skipName() {
        while (SPACE.indexOf(peek()) < 0 && peek() != '>') at++;
    }

    private void skipSpace() {
        while (peek() != END && SPACE.indexOf(peek()) >= 0) at++;
    }

    private char peek() {
        return html.charAt(at);
    }

    private Refusal unclosed(String tag, int begin) {
        return refused("Unclosed start tag \"" + tag + '"', begin);
    }

    private Refusal refused(String why, int begin) {
        return refused(why + " at byte offset " + bytes(begin));
    }

    private int bytes(int place) {
        return html.substring(0, place).getBytes(UTF_8).length;
    }

    private static Refusal refused(String why) {
        return Refusal.badRequest("can't parse entities: " + why);
    }
}
