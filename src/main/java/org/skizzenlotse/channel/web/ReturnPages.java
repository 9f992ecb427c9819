// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;

/// The page at which people come back with their key, without JavaScript. The key is only ever in a
/// form, never in an address.
public final class ReturnPages {
    /// Where it is, as mails and texts name it.
    static final String PATH = "/weiter";

    private final Talk talk;
    private final Sessions sessions;

    ReturnPages(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
    }

    void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        var rates = shared.rates();
        routes.before(PATH, rates::request);
        routes.get(PATH, context -> show(context, templates, new Form("", "", false)));
        routes.post(PATH, context -> comeBack(context, templates, rates));
    }

    /// The page of a browser that has just forgotten its conversation.
    static void left(Context context, Templates templates, Texts texts) {
        Notice.show(context, templates, texts, "ended");
    }

    /// What stands in the form: the key as it was typed, what is wrong with it, and whether another
    /// conversation of this browser would be put away.
    public record Form(String typed, String error, boolean another) {}

    private void comeBack(Context context, Templates templates, Rates rates) {
        sessions.checkOrigin(context);
        var sent = new Sent(Bodies.form(context));
        rates.comingBack(context);
        var typed = sent.one("key");
        switch (talk.conversations().comeBack(typed)) {
            case ComingBack.Here here -> goOn(context, templates, sent, here);
            case ComingBack.Waiting waiting -> MovePages.begin(context, sessions, waiting);
            case ComingBack.Mistyped() ->
                    again(
                            context,
                            templates,
                            typed,
                            typed.isBlank() ? "return_empty" : "return_slip");
            case ComingBack.Unknown() -> again(context, templates, typed, "return_unknown");
            case ComingBack.Gone() -> {
                context.status(410);
                Notice.gone(context, templates);
            }
            case ComingBack.Revoked() ->
                    Notice.show(context.status(410), templates, Texts.wanted(context), "revoked");
            case ComingBack.Unavailable() -> throw Talk.unavailable();
        }
    }

    /// A conversation that this browser knows already is not put away without asking.
    private void goOn(Context context, Templates templates, Sent sent, ComingBack.Here here) {
        var dialog = here.view().dialog();
        if (!new Elsewhere(talk, sessions).isOpen(context, here.view())) {
            sessions.token(context, dialog).ifPresent(talk.conversations()::leave);
        } else if (!sent.has("another")) {
            talk.conversations().leave(here.token());
            show(context.status(409), templates, new Form(sent.one("key"), "", true));
            return;
        }
        sessions.begin(context, dialog, here.token());
        context.redirect("/d/" + dialog + "?" + Pages.STARTED, HttpStatus.SEE_OTHER);
    }

    private static void again(Context context, Templates templates, String typed, String why) {
        var error = Texts.wanted(context).say(why);
        show(context.status(422), templates, new Form(typed, error, false));
    }

    private static void show(Context context, Templates templates, Form form) {
        context.header("Vary", "Accept-Language");
        var texts = Texts.wanted(context);
        templates.show(context, "weiter.jte", Map.of("form", form, "texts", texts));
    }
}
