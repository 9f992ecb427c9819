// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.author.door;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.OwnForms;
import org.skizzenlotse.web.Rates;
import org.skizzenlotse.web.Templates;
import org.skizzenlotse.web.WebServer;
import org.skizzenlotse.web.WebSettings;

/// Lets the pages below `/author` be seen only by who came in with the key. Nothing there is
/// answered to anybody else, whether it came through here or was added past it.
public final class Door {
    /// Where authors begin.
    public static final String START = "/author";

    private static final String ENTRY = START + "/anmelden";
    private static final int NAME_MAX = 60;

    private final AuthorKey key;
    private final WebSettings web;
    private final InstantSource clock;
    private final OwnForms forms;
    private final Templates templates;
    private final Rates rates;

    /// With this key.
    public Door(AuthorKey key, WebSettings web, InstantSource clock, WebServer.Shared shared) {
        this.key = key;
        this.web = web;
        this.clock = clock;
        this.forms = new OwnForms(web);
        this.templates = shared.templates();
        this.rates = shared.rates();
    }

    /// What a page of the authors does.
    @FunctionalInterface
    public interface Page {
        /// Answers somebody who came in.
        void to(AtWork at);
    }

    /// Stands before everything below `/author`, and lets people in.
    public void addTo(RoutesConfig routes) {
        routes.before(START, this::guard);
        routes.before(START + "/*", this::guard);
        routes.get(ENTRY, context -> entry(context, false));
        routes.post(ENTRY, this::enter);
        deed(routes, START + "/abmelden", this::leave);
    }

    /// Shows something to authors.
    public void page(RoutesConfig routes, String path, Page page) {
        routes.get(
                path,
                context -> {
                    var pass = pass(context);
                    if (pass.isEmpty()) sendAway(context);
                    else page.to(at(context, pass.get(), Map.of()));
                });
    }

    /// The same for a form that was sent: one of ours, with the proof in its field `csrf`.
    public void deed(RoutesConfig routes, String path, Page page) {
        routes.post(
                path,
                context -> {
                    var pass = pass(context);
                    if (pass.isEmpty()) sendAway(context);
                    else page.to(at(context, pass.get(), ownForm(context, pass.get())));
                });
    }

    private Map<String, List<String>> ownForm(Context context, Pass pass) {
        forms.check(context);
        var form = Bodies.form(context);
        var proofs = form.getOrDefault("csrf", List.of(""));
        if (!key.isProof("form", pass.cookie(), proofs.getFirst())) throw OwnForms.foreign();
        return form;
    }

    private AtWork at(Context context, Pass pass, Map<String, List<String>> form) {
        var csrf = key.proof("form", pass.cookie());
        return new AtWork(context, pass.name(), csrf, form, templates);
    }

    private Optional<Pass> pass(Context context) {
        return Pass.sent(context, means());
    }

    private Pass.Means means() {
        return new Pass.Means(key, web, clock.instant());
    }

    private void guard(Context context) {
        if (context.path().equals(ENTRY) || pass(context).isPresent()) return;
        sendAway(context);
        context.skipRemainingHandlers();
    }

    private static void sendAway(Context context) {
        context.redirect(ENTRY, HttpStatus.SEE_OTHER);
    }

    private void entry(Context context, boolean wrong) {
        templates.show(context, "author/anmelden.jte", Map.of("wrong", wrong));
    }

    private void enter(Context context) {
        forms.check(context);
        rates.signingIn(context);
        var form = Bodies.form(context);
        var name = first(form, "name");
        if (key.isKey(first(form, "schluessel")) && !name.isEmpty()) {
            var brief = name.length() <= NAME_MAX ? name : name.substring(0, NAME_MAX);
            Pass.give(context, means(), brief);
            context.redirect(START, HttpStatus.SEE_OTHER);
        } else entry(context.status(HttpStatus.UNPROCESSABLE_CONTENT), true);
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst().strip();
    }

    private void leave(AtWork at) {
        Pass.take(at.context(), web);
        at.see(ENTRY);
    }
}
