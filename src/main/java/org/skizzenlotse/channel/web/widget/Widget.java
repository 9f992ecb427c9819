// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.skizzenlotse.channel.web.Talk;
import org.skizzenlotse.web.WebServer;

/// Serves the widget: `/widget.js`, the card that pages embed, and the panel that the first click
/// fetches. The panel's address changes with its content, so that it may be kept for ever.
public final class Widget implements WebServer.Surface {
    static final List<String> CARD = List.of("element.js");
    static final List<String> PANEL =
            List.of(
                    "dom.js",
                    "words.js",
                    "wire.js",
                    "sketch.js",
                    "fields.js",
                    "question.js",
                    "key.js",
                    "ways.js",
                    "talk.js",
                    "panel.js");

    /// What questions for files need beside the panel.
    static final List<String> FILES = List.of("dom.js", "filewords.js", "upload.js", "files.js");

    /// The words of the panel; the card asks for those of its language, the panel for others.
    static final List<String> GERMAN = List.of("words-de.js");

    static final List<String> ENGLISH = List.of("words-en.js");

    private static final int NAME_LENGTH = 12;
    private static final Pattern NAME = Pattern.compile("([a-z-]+)-[0-9A-Za-z_-]{12}\\.js");

    private final byte[] card;
    private final List<Part> parts;

    /// What is loaded later, under a name that changes with it.
    private static final class Part {
        private final String kind;
        private final String name;
        private final byte[] script;

        Part(String kind, String joined) {
            var hash = Talk.digest(joined).substring(0, NAME_LENGTH);
            this.kind = kind;
            name = kind + "-" + hash + ".js";
            script = joined.getBytes(UTF_8);
        }
    }

    /// Joins the modules.
    public Widget() {
        var german = new Part("words-de", Joined.modules(GERMAN));
        var english = new Part("words-en", Joined.modules(ENGLISH));
        var files = new Part("files", Joined.modules(FILES));
        var panel = new Part("panel", loading(PANEL, "./", List.of(files, german, english)));
        parts = List.of(panel, files, german, english);
        card = loading(CARD, "./widget/", List.of(panel, german, english)).getBytes(UTF_8);
    }

    private static String loading(List<String> modules, String folder, List<Part> later) {
        var joined = Joined.modules(modules);
        for (var part : later) {
            var place = "import('./" + part.kind + ".js')";
            if (!joined.contains(place)) throw new IllegalStateException("no " + place);
            joined = joined.replace(place, "import('" + folder + part.name + "')");
        }
        return joined;
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        routes.get("/widget.js", context -> script(context, card, "public, max-age=300"));
        routes.get("/widget/{part}", this::part);
    }

    /// A page that was loaded before an update asks for the parts of that time: it gets those of
    /// today, which it may not keep under that name.
    private void part(Context context) {
        var name = context.pathParam("part");
        var named = NAME.matcher(name);
        if (!named.matches()) throw new NotFoundResponse();
        var part =
                parts.stream()
                        .filter(one -> one.kind.equals(named.group(1)))
                        .findFirst()
                        .orElseThrow(NotFoundResponse::new);
        var isCurrent = name.equals(part.name);
        var cached = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        script(context, part.script, cached);
    }

    /// Modules are fetched with CORS; everybody may have what holds nothing of anybody.
    private static void script(Context context, byte[] text, String cached) {
        context.result(text)
                .contentType("text/javascript; charset=utf-8")
                .header("Cache-Control", cached)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
