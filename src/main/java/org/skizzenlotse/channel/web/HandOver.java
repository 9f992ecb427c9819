// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The same conversation in the chat or as pages, whichever one likes, and back. The chat holds its
/// token in the tab, pages hold it in a cookie; it goes over in bodies, never in an address.
public final class HandOver implements WebServer.Surface {
    /// The pages beside the conversation that the chat leads to, too.
    private static final Set<String> BESIDE = Set.of("meine-daten", "teilen");

    private final Talk talk;
    private final Sessions sessions;

    /// Between chat and pages of these conversations.
    public HandOver(Talk talk, WebSettings settings) {
        this.talk = talk;
        this.sessions = new Sessions(settings);
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var rates = shared.rates();
        routes.post("/d/{dialog}/aus-dem-chat", context -> toPages(context, shared));
        routes.post("/d/{dialog}/zum-chat", this::toChat);
        routes.before("/chat/*", rates::request);
        var templates = shared.templates();
        routes.get("/chat/{dialog}", context -> chat(context, templates));
    }

    private void chat(Context context, Templates templates) {
        var door = door(context);
        context.header("Vary", "Accept-Language");
        templates.show(
                context, "chat.jte", Map.of("door", door, "texts", Texts.in(door.variant())));
    }

    /// From now on the browser holds the conversation of the token that was sent. Another one that
    /// it knows already is not put away without asking.
    private void toPages(Context context, WebServer.Shared shared) {
        sessions.checkWelcome(context);
        var sent = new Sent(Bodies.form(context));
        var token = sent.one("token");
        shared.rates().conversation(Talk.digest(token));
        var view = Talk.done(talk.conversations().view(token));
        if (!sent.has("another") && new Elsewhere(talk, sessions).isOpen(context, view)) {
            var page =
                    Map.of(
                            "token",
                            token,
                            "to",
                            sent.one("to"),
                            "view",
                            view,
                            "texts",
                            Texts.in(view.variant()));
            shared.templates().show(context.status(409), "anderes.jte", page);
            return;
        }
        sessions.begin(context, view.dialog(), token);
        var beside = BESIDE.contains(sent.one("to")) ? "/" + sent.one("to") : "";
        context.redirect("/d/" + view.dialog() + beside, HttpStatus.SEE_OTHER);
    }

    /// The browser's conversation, for a script of this site. The pages keep it, too: the chat asks
    /// before it puts another one away.
    private void toChat(Context context) {
        sessions.checkOrigin(context);
        var dialog = context.pathParam("dialog");
        var token = sessions.token(context, dialog);
        if (token.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN, "In diesem Browser ist gerade kein Gespräch offen.");
        }
        var answer = JsonNodeFactory.instance.objectNode().put("token", token.get());
        context.result(answer.toString()).contentType("application/json");
    }

    private Door door(Context context) {
        var dialog =
                talk.dialog(context.pathParam("dialog"))
                        .orElseThrow(() ->
                                new Refusal(
                                        Refusal.Kind.UNKNOWN_DIALOG,
                                        "Vielleicht ist die Adresse nicht vollständig."));
        return talk.door(dialog, talk.variant(context, dialog));
    }
}
