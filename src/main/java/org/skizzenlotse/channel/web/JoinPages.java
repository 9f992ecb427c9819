// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import org.skizzenlotse.conversation.ComingBack;
import org.skizzenlotse.conversation.Invitation;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.render.DialogText;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;

/// The page behind an invitation: what it is to, what is stored of whoever comes, and a yes. Before
/// that yes it shows nothing that was said, and looking at it uses nothing up.
public final class JoinPages {
    static final String PATH = "/mitmachen/{secret}";

    private final Talk talk;
    private final Sessions sessions;
    private final Arrived arrived;

    /// Shows the conversation to somebody who has just come in, with their key.
    interface Arrived {
        void show(Context context, String token, View view);
    }

    JoinPages(Talk talk, Sessions sessions, Arrived arrived) {
        this.talk = talk;
        this.sessions = sessions;
        this.arrived = arrived;
    }

    void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        var rates = shared.rates();
        routes.before("/mitmachen/*", rates::request);
        routes.get(PATH, context -> show(context, templates));
        routes.post(PATH, context -> join(context, templates, rates));
    }

    /// What stands on the page; `another` where a conversation of this browser would be put away.
    public record Form(
            String path,
            String title,
            String inviter,
            String name,
            String wordsHtml,
            boolean another) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    private void show(Context context, Templates templates) {
        var found = talk.conversations().invitation(context.pathParam("secret"));
        if (found.isEmpty()) {
            over(context, templates);
        } else if (isHere(context, found.get())) {
            var texts = Texts.in(found.get().variant());
            Notice.show(context, templates, texts, "join_already");
        } else {
            show(context, templates, found.get(), isAnother(context, found.get()));
        }
    }

    private static void show(
            Context context, Templates templates, Invitation invitation, boolean another) {
        var form =
                new Form(
                        context.path(),
                        invitation.title(),
                        invitation.inviter(),
                        invitation.name(),
                        DialogText.html(invitation.words()),
                        another);
        var texts = Texts.in(invitation.variant());
        templates.show(context, "mitmachen.jte", Map.of("form", form, "texts", texts));
    }

    private void join(Context context, Templates templates, Rates rates) {
        sessions.checkOrigin(context);
        var sent = new Sent(Bodies.form(context));
        rates.comingBack(context);
        var secret = context.pathParam("secret");
        var found = talk.conversations().invitation(secret);
        if (found.isEmpty()) {
            over(context, templates);
            return;
        }
        var invitation = found.get();
        if (!sent.has("agreed") || (isAnother(context, invitation) && !sent.has("another"))) {
            show(context.status(409), templates, invitation, isAnother(context, invitation));
            return;
        }
        switch (talk.conversations().accept(secret, sent.one("name"), Talk.CHANNEL)) {
            case ComingBack.Here(var token, var view) -> {
                sessions.begin(context, view.dialog(), token);
                arrived.show(context, token, view);
            }
            case ComingBack.Mistyped(), ComingBack.Unknown(), ComingBack.Revoked() ->
                    over(context, templates);
            case ComingBack.Waiting _ -> throw Talk.unavailable();
            case ComingBack.Gone() -> {
                context.status(410);
                Notice.gone(context, templates);
            }
            case ComingBack.Unavailable() -> throw Talk.unavailable();
        }
    }

    private static void over(Context context, Templates templates) {
        Notice.show(context.status(410), templates, Texts.wanted(context), "join_over");
    }

    private boolean isHere(Context context, Invitation invitation) {
        return sessions.token(context, invitation.dialog())
                .filter(token ->
                        talk.conversations().view(token) instanceof Outcome.Done(var view)
                                && view.id().equals(invitation.id()))
                .isPresent();
    }

    private boolean isAnother(Context context, Invitation invitation) {
        return sessions.token(context, invitation.dialog())
                .filter(token ->
                        talk.conversations().view(token) instanceof Outcome.Done(var view)
                                && !view.id().equals(invitation.id())
                                && !(view.lifecycle() instanceof Lifecycle.Erased))
                .isPresent();
    }
}
