// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.channel.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.skizzenlotse.conversation.Outcome;
import org.skizzenlotse.conversation.TurnRequest;
import org.skizzenlotse.conversation.View;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.Texts;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// The conversation as pages without JavaScript. Nothing is stored and no cookie is set before
/// somebody starts; every form is answered by a redirect to the page that comes next, except one
/// that could not be used, which is shown again.
public final class Pages implements WebServer.Surface {
    /// Marks the redirect after the start, to notice browsers that keep no cookies.
    static final String STARTED = "gestartet";

    private final Talk talk;
    private final Sessions sessions;
    private final FilePages files;
    private final Screens screens;

    /// The pages over these conversations.
    public Pages(Talk talk, WebSettings settings) {
        this.talk = talk;
        this.sessions = new Sessions(settings);
        this.files = new FilePages(talk, sessions);
        this.screens = new Screens(talk, sessions, files);
    }

    @Override
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        var templates = shared.templates();
        var rates = shared.rates();
        new ReturnPages(talk, sessions).addTo(routes, shared);
        new MovePages(talk, sessions).addTo(routes, shared);
        new JoinPages(
                        talk,
                        sessions,
                        (context, token, view) -> screens.arrived(context, templates, token, view))
                .addTo(routes, shared);
        routes.before("/d/*", rates::request);
        routes.get("/d/{dialog}", context -> show(context, templates));
        routes.post("/d/{dialog}/los", context -> start(context, rates));
        routes.post("/d/{dialog}/antwort", context -> answer(context, templates, rates));
        routes.post("/d/{dialog}/beenden", context -> leave(context, templates));
        files.addTo(routes, shared);
        routes.post("/d/{dialog}/dateien", context -> upload(context, templates, rates));
        for (var action : List.of("los", "antwort", "beenden", "dateien")) {
            routes.get("/d/{dialog}/" + action, this::toPage);
        }
        new OwnPages(talk, sessions).addTo(routes, templates);
        var copies = new Copies(talk, sessions);
        for (var form : SketchFile.values())
            routes.get(
                    "/d/{dialog}/skizze." + form.ending(), context -> copies.send(context, form));
        routes.get("/d/{dialog}/termin.ics", copies::meeting);
        new SharePages(talk, sessions).addTo(routes, templates);
    }

    private void show(Context context, Templates templates) {
        var dialog = dialog(context);
        var token = sessions.token(context, dialog.id());
        if (token.isEmpty()) {
            Door.show(talk, context, templates, dialog);
            return;
        }
        if (context.queryParam(STARTED) != null) {
            toPage(context);
            return;
        }
        switch (talk.conversations().view(token.get())) {
            case Outcome.Done(var view) -> {
                if (isErased(view)) {
                    screens.gone(context, templates, dialog);
                } else {
                    screens.show(
                            context,
                            templates,
                            screens.of(view, dialog, token.get(), Kept.NOTHING));
                }
            }
            case Outcome.Unknown() -> {
                sessions.end(context, dialog.id());
                Door.show(talk, context, templates, dialog);
            }
            case Outcome.Gone() -> screens.gone(context, templates, dialog);
            case Outcome.Revoked() -> screens.revoked(context, templates, dialog);
            case Outcome.KeyReused(), Outcome.Unavailable() -> throw Talk.unavailable();
        }
    }

    private void start(Context context, Rates rates) {
        var dialog = dialog(context);
        sessions.checkOrigin(context);
        if (sessions.token(context, dialog.id()).isPresent()) {
            toPage(context);
            return;
        }
        rates.start(context);
        var opened =
                talk.conversations().open(dialog.id(), talk.variant(context, dialog), Talk.CHANNEL);
        sessions.begin(context, dialog.id(), opened.token());
        context.redirect(path(dialog) + "?" + STARTED, HttpStatus.SEE_OTHER);
    }

    private void answer(Context context, Templates templates, Rates rates) {
        var dialog = dialog(context);
        var sent = new Sent(Bodies.form(context));
        var token = checked(context, dialog, sent);
        rates.conversation(Talk.digest(token));
        if (sent.wantsAnotherRow()
                || sent.choseNothing()
                || (sent.has("remove") && files.isGone(token, sent.one("remove")))) {
            again(context, templates, dialog, sent);
            return;
        }
        var request =
                new TurnRequest(
                        sent.input(),
                        Talk.CHANNEL,
                        sent.key(),
                        Talk.digest(sent.key()),
                        sent.revision());
        switch (talk.conversations().turn(token, request)) {
            case Outcome.Done(var view) when view.next().isPresent() ->
                    new Onward(talk, sessions).go(context, view, token, rates);
            case Outcome.Done(var view) -> answered(context, templates, sent, view);
            case Outcome.Gone() -> screens.gone(context, templates, dialog);
            case Outcome.Revoked() -> screens.revoked(context, templates, dialog);
            case Outcome.KeyReused() -> toPage(context);
            case Outcome.Unknown() -> {
                sessions.end(context, dialog.id());
                toPage(context);
            }
            case Outcome.Unavailable() -> throw Talk.unavailable();
        }
    }

    private void answered(Context context, Templates templates, Sent sent, View view) {
        var dialog = dialog(context);
        if (isErased(view)) {
            screens.gone(context, templates, dialog);
        } else if (PageMaker.isRefused(view)
                && view.expects().step().value().equals(sent.one("step"))) {
            var token = sessions.token(context, dialog.id()).orElse("");
            screens.show(
                    context.status(422), templates, screens.of(view, dialog, token, sent.kept()));
        } else if (!view.key().isEmpty() || !view.link().isEmpty()) {
            // shown here and now: the next page does not know it any more
            var token = sessions.token(context, dialog.id()).orElse("");
            screens.show(context, templates, screens.of(view, dialog, token, Kept.NOTHING));
        } else {
            toPage(context);
        }
    }

    /// Shows what was sent once more, without a turn.
    private void again(Context context, Templates templates, Dialog dialog, Sent sent) {
        var token = sessions.token(context, dialog.id()).orElse("");
        var view = Talk.done(talk.conversations().view(token));
        if (!view.expects().step().value().equals(sent.one("step"))) {
            toPage(context);
            return;
        }
        var choose = Texts.in(view.variant()).say("choose_one");
        var errors = sent.choseNothing() ? List.of(choose) : List.<String>of();
        context.status(errors.isEmpty() ? 200 : 422);
        var made = screens.of(view, dialog, token, sent.kept());
        screens.show(context, templates, made.with(sent.wantsAnotherRow(), errors));
    }

    /// Takes files; what could not be taken is said on the page that comes back.
    private void upload(Context context, Templates templates, Rates rates) {
        var dialog = dialog(context);
        sessions.checkOrigin(context);
        var token = token(context, dialog);
        rates.conversation(Talk.digest(token));
        var variant = Talk.done(talk.conversations().view(token)).variant();
        var taken = files.take(context, token, variant);
        if (taken.problems().isEmpty() && taken.kept().files().isEmpty()) {
            toPage(context);
            return;
        }
        var view = Talk.done(talk.conversations().view(token));
        var made = screens.of(view, dialog, token, taken.kept());
        context.status(taken.problems().isEmpty() ? 200 : 422);
        screens.show(context, templates, made.with(false, taken.problems()));
    }

    /// Whoever has no key yet is shown one before: nobody ends and cannot come back.
    private void leave(Context context, Templates templates) {
        var dialog = dialog(context);
        var sent = new Sent(Bodies.form(context));
        var token = checked(context, dialog, sent);
        var view = talk.conversations().view(token);
        if (view instanceof Outcome.Done(var now) && now.lifecycle() instanceof Lifecycle.Draft) {
            var pause = new Input.Commanded(Command.PAUSE, "");
            var key = "leave-" + sent.key();
            var request = new TurnRequest(pause, Talk.CHANNEL, key, Talk.digest(key));
            var paused = Talk.done(talk.conversations().turn(token, request));
            if (!paused.key().isEmpty()) {
                screens.show(context, templates, screens.of(paused, dialog, token, Kept.NOTHING));
                return;
            }
        }
        talk.conversations().leave(token);
        sessions.end(context, dialog.id());
        var texts =
                view instanceof Outcome.Done(var now) ? Texts.in(now.variant()) : Texts.german();
        ReturnPages.left(context, templates, texts);
    }

    /// The token of a form that came from a page of ours.
    private String checked(Context context, Dialog dialog, Sent sent) {
        sessions.checkOrigin(context);
        var token = token(context, dialog);
        Sessions.check(sent.one("csrf"), token);
        return token;
    }

    private String token(Context context, Dialog dialog) {
        return sessions.token(context, dialog.id())
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.FORBIDDEN,
                                "In diesem Browser ist gerade kein Gespräch offen."));
    }

    private void toPage(Context context) {
        context.redirect(path(dialog(context)), HttpStatus.SEE_OTHER);
    }

    private Dialog dialog(Context context) {
        return talk.dialog(context.pathParam("dialog"))
                .orElseThrow(() ->
                        new Refusal(
                                Refusal.Kind.UNKNOWN_DIALOG,
                                "Vielleicht ist die Adresse nicht vollständig."));
    }

    private static boolean isErased(View view) {
        return view.lifecycle() instanceof Lifecycle.Erased;
    }

    private static String path(Dialog dialog) {
        return "/d/" + dialog.id();
    }
}
