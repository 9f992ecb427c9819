// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;

/// The pages of a device to which a conversation moves, without JavaScript: the one behind a moving
/// link, of which looking uses nothing up, and the one that waits until the other device said yes.
public final class MovePages {
    /// Where a device waits.
    static final String PATH = "/umzug";

    private final Talk talk;
    private final Sessions sessions;

    MovePages(Talk talk, Sessions sessions) {
        this.talk = talk;
        this.sessions = sessions;
    }

    void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        var rates = shared.rates();
        routes.before(PATH, rates::request);
        routes.before(PATH + "/*", rates::request);
        routes.get(PATH + "/{secret}", context -> show(context, templates));
        routes.post(PATH + "/{secret}", context -> use(context, templates, rates));
        routes.get(PATH, context -> waiting(context, templates));
        routes.post(PATH, context -> goOn(context, templates, rates));
    }

    /// What stands on these pages: where the form goes, the number that the other device shows
    /// (empty before the link is used), whether that device has not answered yet, and whether
    /// another conversation of this browser would be put away.
    public record Form(String action, String number, boolean still, boolean another) {}

    private void show(Context context, Templates templates) {
        if (talk.conversations().isMove(context.pathParam("secret")))
            page(context, templates, new Form(context.path(), "", false, false));
        else over(context, templates);
    }

    private void use(Context context, Templates templates, Rates rates) {
        sessions.checkOrigin(context);
        rates.comingBack(context);
        var back = talk.conversations().move(context.pathParam("secret"));
        if (back instanceof ComingBack.Waiting waiting) begin(context, sessions, waiting);
        else refuse(context, templates, back);
    }

    /// From here on this browser waits.
    static void begin(Context context, Sessions sessions, ComingBack.Waiting waiting) {
        sessions.await(context, waiting.token());
        context.redirect(PATH, HttpStatus.SEE_OTHER);
    }

    private void waiting(Context context, Templates templates) {
        var token = sessions.awaited(context);
        if (token.isEmpty()) {
            context.redirect(ReturnPages.PATH, HttpStatus.SEE_OTHER);
            return;
        }
        switch (talk.conversations().arrival(token.get())) {
            case ComingBack.Waiting waiting -> page(context, templates, form(waiting, false));
            case ComingBack.Here here -> page(context, templates, form(context, here));
            case ComingBack other -> refuse(context, templates, other);
        }
    }

    private void goOn(Context context, Templates templates, Rates rates) {
        sessions.checkOrigin(context);
        var sent = new Sent(Bodies.form(context));
        var token = sessions.awaited(context).orElse("");
        rates.conversation(Talk.digest(token));
        switch (talk.conversations().arrival(token)) {
            case ComingBack.Waiting waiting -> page(context, templates, form(waiting, true));
            case ComingBack.Here(var here, var view) -> {
                if (isAnother(context, view) && !sent.has("another"))
                    page(context.status(409), templates, new Form(PATH, "", false, true));
                else enter(context, here, view);
            }
            case ComingBack other -> refuse(context, templates, other);
        }
    }

    private void enter(Context context, String token, View view) {
        var dialog = view.dialog();
        if (!isAnother(context, view))
            sessions.token(context, dialog)
                    .filter(former -> !former.equals(token))
                    .ifPresent(talk.conversations()::leave);
        sessions.endAwaiting(context);
        sessions.begin(context, dialog, token);
        context.redirect("/d/" + dialog + "?" + Pages.STARTED, HttpStatus.SEE_OTHER);
    }

    private boolean isAnother(Context context, View view) {
        return new Elsewhere(talk, sessions).isOpen(context, view);
    }

    private static Form form(ComingBack.Waiting waiting, boolean still) {
        return new Form(PATH, String.valueOf(waiting.number()), still, false);
    }

    private Form form(Context context, ComingBack.Here here) {
        return new Form(PATH, "", false, isAnother(context, here.view()));
    }

    private void refuse(Context context, Templates templates, ComingBack back) {
        switch (back) {
            case ComingBack.Gone() -> {
                sessions.endAwaiting(context);
                context.status(410);
                Notice.gone(context, templates);
            }
            case ComingBack.Unavailable() -> throw Talk.unavailable();
            case ComingBack.Revoked() ->
                    Notice.show(context.status(410), templates, Texts.wanted(context), "revoked");
            case ComingBack.Mistyped(), ComingBack.Unknown() -> over(context, templates);
            case ComingBack.Here _, ComingBack.Waiting _ ->
                    throw new IllegalStateException("nothing to refuse");
        }
    }

    private void over(Context context, Templates templates) {
        sessions.endAwaiting(context);
        Notice.show(context.status(410), templates, Texts.wanted(context), "move_over");
    }

    private static void page(Context context, Templates templates, Form form) {
        context.header("Vary", "Accept-Language");
        var texts = Texts.wanted(context);
        templates.show(context, "umzug.jte", Map.of("form", form, "texts", texts));
    }
}
