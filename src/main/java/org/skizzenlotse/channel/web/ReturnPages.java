// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Templates;
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
    static void left(Context context, Templates templates) {
        var text =
                "Dieser Browser weiß nichts mehr von eurem Gespräch. Die Skizze selbst ist noch da,"
                        + " bis ihre Frist abläuft. Mit eurem Schlüssel kommt ihr jederzeit"
                        + " zurück, über „Weiter mit Schlüssel“.";
        templates.show(
                context, "hinweis.jte", Map.of("title", "Auf diesem Gerät beendet", "text", text));
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
            case ComingBack.Mistyped() -> again(context, templates, typed, slip(typed));
            case ComingBack.Unknown() ->
                    again(
                            context,
                            templates,
                            typed,
                            "Zu diesem Schlüssel gibt es nichts. Vielleicht habt ihr inzwischen"
                                    + " einen neueren: Dann gilt nur noch der.");
            case ComingBack.Gone() -> {
                context.status(410);
                Pages.gone(context, templates);
            }
            case ComingBack.Unavailable() -> throw Talk.unavailable();
        }
    }

    private static String slip(String typed) {
        return typed.isBlank()
                ? "Bitte gebt euren Schlüssel ein."
                : "Da hat sich ein Tippfehler eingeschlichen. Ein Schlüssel hat fünf Gruppen mit je"
                        + " fünf Zeichen. Vergleicht ihn bitte noch einmal.";
    }

    /// A conversation that this browser knows already is not put away without asking.
    private void goOn(Context context, Templates templates, Sent sent, ComingBack.Here here) {
        var dialog = here.view().dialog();
        var known = sessions.token(context, dialog);
        if (known.flatMap(this::view).filter(one -> isAnother(one, here.view())).isPresent()) {
            if (!sent.has("another")) {
                talk.conversations().leave(here.token());
                show(context.status(409), templates, new Form(sent.one("key"), "", true));
                return;
            }
        } else {
            known.ifPresent(talk.conversations()::leave);
        }
        sessions.begin(context, dialog, here.token());
        context.redirect("/d/" + dialog + "?" + Pages.STARTED, HttpStatus.SEE_OTHER);
    }

    private Optional<View> view(String token) {
        return talk.conversations().view(token) instanceof Outcome.Done(var view)
                ? Optional.of(view)
                : Optional.empty();
    }

    private static boolean isAnother(View known, View other) {
        return !known.id().equals(other.id()) && !(known.lifecycle() instanceof Lifecycle.Erased);
    }

    private static void again(Context context, Templates templates, String typed, String error) {
        show(context.status(422), templates, new Form(typed, error, false));
    }

    private static void show(Context context, Templates templates, Form form) {
        templates.show(context, "weiter.jte", Map.of("form", form));
    }
}
