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
                    "fields.js",
                    "question.js",
                    "sketch.js",
                    "key.js",
                    "ways.js",
                    "wire.js",
                    "talk.js",
                    "panel.js");

    private static final int NAME_LENGTH = 12;
    private static final Pattern PANELS = Pattern.compile("panel-[0-9A-Za-z_-]{12}\\.js");

    private final byte[] card;
    private final byte[] panel;
    private final String panelName;

    /// Joins the modules.
    public Widget() {
        var joined = Joined.modules(PANEL);
        panel = joined.getBytes(UTF_8);
        panelName = "panel-" + Talk.digest(joined).substring(0, NAME_LENGTH) + ".js";
        var place = "import('./panel.js')";
        var asWritten = Joined.modules(CARD);
        if (!asWritten.contains(place)) throw new IllegalStateException("no " + place);
        card = asWritten.replace(place, "import('./widget/" + panelName + "')").getBytes(UTF_8);
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        routes.get("/widget.js", context -> script(context, card, "public, max-age=300"));
        routes.get("/widget/{panel}", this::panel);
    }

    /// A page that was loaded before an update asks for the panel of that time: it gets the one of
    /// today, which it may not keep under that name.
    private void panel(Context context) {
        var name = context.pathParam("panel");
        if (!PANELS.matcher(name).matches()) throw new NotFoundResponse();
        var isCurrent = name.equals(panelName);
        script(context, panel, isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
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
