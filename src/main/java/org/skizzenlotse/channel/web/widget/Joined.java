// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One module made of several. No bundler is needed, because our modules keep to four rules that a
/// test holds: they import only by name from files beside them, export only what they declare, no
/// name is declared twice on top, and no text or pattern goes over a line's end. So their imports
/// and the word `export` can simply be left out, and so can comments, indentation and empty lines.
final class Joined {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import [^;]*? from '\\./[a-z]+\\.js';\\n");
    private static final Pattern STYLE =
            Pattern.compile(
                    "(?m)^import (\\w+) from '\\./([a-z]+\\.css)' with \\{ type: 'css' \\};\\n");
    private static final Pattern EXPORT =
            Pattern.compile("(?m)^export (?=(async )?(function|class|const) )");
    private static final Pattern COMMENT = Pattern.compile("(?m)^ *//.*\\n");
    private static final Pattern STYLE_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern STYLE_SPACE = Pattern.compile("\\s*([{};,>])\\s*|(:)\\s+");
    private static final Pattern TOKEN = Pattern.compile("(?m)^( +)--([a-z-]+): ([^;]+);");
    private static final Pattern MARGIN = Pattern.compile("(?m)^ +|\\n(?=\\n)");

    private Joined() {}

    /// The last of the modules with all that it needs, which stands before it; only what the last
    /// one exports can be imported.
    static String modules(List<String> names) {
        var parts = new ArrayList<String>();
        for (var name : names) {
            boolean last = name.equals(names.getLast());
            var source = IMPORT.matcher(withStyles(read(name))).replaceAll("");
            parts.add(last ? source : EXPORT.matcher(source).replaceAll(""));
        }
        return small(COMMENT.matcher(String.join("", parts)).replaceAll(""));
    }

    /// Style sheets become constructed ones: a page's policy may forbid all others.
    private static String withStyles(String source) {
        return STYLE.matcher(source)
                .replaceAll(found -> {
                    var name = found.group(1);
                    var text = TextNode.valueOf(style(found.group(2))).toString();
                    var made =
                            "const %s = new CSSStyleSheet();\n%s.replaceSync(%s);\n"
                                    .formatted(name, name, text);
                    return Matcher.quoteReplacement(made);
                });
    }

    /// The values of `tokens.css` are those of the pages; a host page may set its own as
    /// `--lotse-NAME`.
    private static String style(String name) {
        var text =
                name.equals("tokens.css")
                        ? TOKEN.matcher(resource("/static/" + name))
                                .replaceAll("$1--$2: var(--lotse-$2, $3);")
                        : read(name);
        var bare = STYLE_COMMENT.matcher(text).replaceAll("");
        return STYLE_SPACE.matcher(small(bare)).replaceAll(found -> found.group().strip());
    }

    private static String small(String text) {
        return MARGIN.matcher(text).replaceAll("").strip() + "\n";
    }

    /// A file of the widget, as it was written.
    static String read(String name) {
        return resource("/public/widget/" + name);
    }

    private static String resource(String path) {
        try (var stream = Joined.class.getResourceAsStream(path)) {
            if (stream == null) throw new IllegalStateException("not packaged: " + path);
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
