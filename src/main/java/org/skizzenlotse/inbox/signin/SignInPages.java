// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.OwnForms;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.WebServer;

/// The page on which the team signs in, and the button by which one signs out.
public final class SignInPages {
    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final SignIn signIn;
    private final StaffCookie cookie;
    private final OwnForms forms;

    /// With what lets people in.
    public SignInPages(Supplier<Staff> staff, SignInRules rules, SignIn signIn) {
        this.staff = staff;
        this.rules = rules;
        this.signIn = signIn;
        this.cookie = new StaffCookie(rules.web());
        this.forms = new OwnForms(rules.web());
    }

    /// What stands on the page: the name that was typed, where to go on afterwards, whether it was
    /// wrong, for how many seconds one waits (0 for none), and a word for what else is to be said.
    public record Door(String login, String back, boolean wrong, long seconds, String said) {}

    /// What else may be said: by the parameter that brings one here.
    private static final List<String> SAID = List.of("abgemeldet", "wartet", "dienst");

    /// Adds the routes.
    public void addTo(RoutesConfig routes, Gate gate, WebServer.Shared shared) {
        routes.get(Gate.SIGN_IN, context -> show(context, gate, shared));
        routes.post(Gate.SIGN_IN, context -> enter(context, shared));
        gate.deed(routes, "/staff/abmelden", Role.READER, this::leave);
    }

    private void show(Context context, Gate gate, WebServer.Shared shared) {
        if (gate.knows(context)) {
            context.redirect("/staff", HttpStatus.SEE_OTHER);
            return;
        }
        var wanted = context.queryParam("weiter");
        var back = wanted == null ? "" : Gate.back(wanted);
        var said =
                SAID.stream().filter(one -> context.queryParam(one) != null).findFirst().orElse("");
        page(context, shared, new Door("", back, false, 0, said));
    }

    private void enter(Context context, WebServer.Shared shared) {
        forms.check(context);
        shared.rates().signingIn(context);
        var form = new Form(Bodies.form(context));
        var former = cookie.token(context).orElse("");
        var given =
                new SignIn.Given(
                        form.value("login"), form.raw("password"), form.value("code"), former);
        var back = Gate.back(form.value("weiter"));
        switch (signIn.attempt(given, shared.rates().visitor(context))) {
            case SignIn.Outcome.In(var token) -> {
                cookie.begin(context, token);
                context.redirect(back.isEmpty() ? "/staff" : back, HttpStatus.SEE_OTHER);
            }
            case SignIn.Outcome.Wrong() ->
                    page(
                            context.status(HttpStatus.UNPROCESSABLE_CONTENT),
                            shared,
                            new Door(given.login(), back, true, 0, ""));
            case SignIn.Outcome.Wait(var time) -> slowed(context, shared, given.login(), time);
        }
    }

    private void slowed(Context context, WebServer.Shared shared, String login, Duration time) {
        long seconds = time.toSeconds() + 1;
        context.status(Refusal.Kind.TOO_MANY.status())
                .header("Retry-After", String.valueOf(seconds));
        page(context, shared, new Door(login, "", false, seconds, ""));
    }

    private void leave(Visit visit) {
        cookie.token(visit.context()).ifPresent(token -> staff.get().sessions().end(token));
        cookie.end(visit.context());
        var who = visit.member().id().value();
        staff.get()
                .audit()
                .append(AuditEntry.byStaff(rules.clock().instant(), What.SIGNED_OUT, who, ""));
        visit.see(Gate.SIGN_IN + "?abgemeldet=1");
    }

    private void page(Context context, WebServer.Shared shared, Door door) {
        context.header("Vary", "Accept-Language");
        var texts = StaffTexts.wanted(context);
        var service = rules.service().map(IdentityService::name).orElse("");
        shared.templates()
                .show(
                        context,
                        "staff/anmelden.jte",
                        Map.of("texts", texts, "door", door, "service", service));
    }
}
