// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.inbox.signin.Codes;
import org.skizzenlotse.inbox.signin.Form;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.Passwords;
import org.skizzenlotse.inbox.signin.SignIn;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.render.QrPicture;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.AccountStore.Outcome;
import org.skizzenlotse.store.staff.LinkStore.Link;
import org.skizzenlotse.store.staff.LinkStore.Newcomer;
import org.skizzenlotse.store.staff.LinkStore.SetUp;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.store.staff.StaffId;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.OwnForms;
import org.skizzenlotse.web.WebServer;

/// The page behind a one-time link: name, password and second factor in one form, so that nobody
/// ever has one without the other. Looking at it uses nothing up.
public final class InvitationPages {
    private static final String ROUTE = Gate.INVITATION + "/{secret}";

    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final SignIn signIn;
    private final StaffCookie cookie;
    private final OwnForms forms;

    /// With what keeps passwords.
    public InvitationPages(Supplier<Staff> staff, SignInRules rules, SignIn signIn) {
        this.staff = staff;
        this.rules = rules;
        this.signIn = signIn;
        this.cookie = new StaffCookie(rules.web());
        this.forms = new OwnForms(rules.web());
    }

    /// What stands on the page: where its form goes, whether it is for the first account, the names
    /// so far, the second factor as picture, letters and address, and the words for what is wrong
    /// by field.
    public record Sheet(
            String action,
            boolean first,
            String login,
            String name,
            QrPicture picture,
            String letters,
            String uri,
            List<Wrong> wrong) {
        /// Whether something in that field is wrong.
        public boolean isWrong(String field) {
            return wrong.stream().anyMatch(one -> one.field().equals(field));
        }
    }

    /// What is wrong in a field; `words` is a key of the texts.
    public record Wrong(String field, String words) {}

    /// Adds the routes.
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        routes.get(ROUTE, context -> show(context, shared));
        routes.post(ROUTE, context -> use(context, shared));
    }

    private Optional<Link> link(Context context) {
        var now = rules.clock().instant();
        return staff.get().links().find(context.pathParam("secret"), now);
    }

    private void show(Context context, WebServer.Shared shared) {
        shared.rates().signingIn(context);
        link(context)
                .ifPresentOrElse(
                        link ->
                                sheet(
                                        context,
                                        shared,
                                        link,
                                        new Typed(link.login(), link.name(), List.of())),
                        () -> over(context, shared));
    }

    /// What was typed of names, and what is wrong of everything.
    private record Typed(String login, String name, List<Wrong> wrong) {}

    private void use(Context context, WebServer.Shared shared) {
        forms.check(context);
        shared.rates().signingIn(context);
        var link = link(context);
        if (link.isEmpty()) {
            over(context, shared);
            return;
        }
        var form = new Form(Bodies.form(context));
        var first = link.get().id().isEmpty();
        var login = first ? SignIn.login(form.value("login")) : link.get().login();
        var name = first ? form.value("name") : link.get().name();
        var wrong = wrong(form, login, name);
        var factor = staff.get().links().factor(context.pathParam("secret"));
        var now = rules.clock().instant();
        var step = Codes.step(factor, Codes.typed(form.value("code")), now);
        if (step.isEmpty()) wrong.add(new Wrong("code", "wrong_code"));
        var typed = new Typed(login, name, wrong);
        if (wrong.isEmpty())
            enter(context, shared, link.get(), new Given(typed, form, step.getAsLong()));
        else sheet(context.status(HttpStatus.UNPROCESSABLE_CONTENT), shared, link.get(), typed);
    }

    private static List<Wrong> wrong(Form form, String login, String name) {
        var wrong = new ArrayList<Wrong>();
        if (!Names.isName(name)) wrong.add(new Wrong("name", "wrong_name"));
        if (!Names.isLogin(login)) wrong.add(new Wrong("login", "wrong_login"));
        var password = form.raw("password");
        if (!Passwords.isGood(password, login)) wrong.add(new Wrong("password", "wrong_password"));
        else if (!password.equals(form.raw("again"))) wrong.add(new Wrong("again", "wrong_again"));
        return wrong;
    }

    private record Given(Typed typed, Form form, long step) {}

    private void enter(Context context, WebServer.Shared shared, Link link, Given given) {
        var secret = context.pathParam("secret");
        var texts = StaffTexts.wanted(context);
        var id = link.id().orElseGet(StaffId::fresh);
        var one =
                new Newcomer(
                        id,
                        given.typed().login(),
                        given.typed().name(),
                        Role.ADMINISTRATOR,
                        texts.language());
        var token = StaffCookie.fresh();
        var recovery = Codes.freshRecovery();
        var made =
                new SetUp(
                        signIn.passwords().hash(given.form().raw("password")),
                        given.step(),
                        recovery,
                        token,
                        rules.clock().instant());
        switch (staff.get().links().use(secret, one, made)) {
            case Written.Done<Outcome>(var outcome) when outcome == Outcome.DONE -> {
                cookie.begin(context, token);
                shared.templates()
                        .show(
                                context,
                                "staff/codes.jte",
                                Map.of("texts", texts, "codes", OwnPages.shown(recovery)));
            }
            case Written.Done<Outcome>(var outcome) when outcome == Outcome.TAKEN ->
                    sheet(context.status(HttpStatus.CONFLICT), shared, link, taken(given.typed()));
            case Written.Done<Outcome> _ -> over(context, shared);
            case Written.Conflict<Outcome> _, Written.Unavailable<Outcome> _ ->
                    throw new StoreUnavailable("not durable");
        }
    }

    private static Typed taken(Typed typed) {
        var wrong = List.of(new Wrong("login", "wrong_taken"));
        return new Typed(typed.login(), typed.name(), wrong);
    }

    private void sheet(Context context, WebServer.Shared shared, Link link, Typed typed) {
        var factor = Codes.base32(staff.get().links().factor(context.pathParam("secret")));
        var account = link.login().isEmpty() ? "Team" : link.login();
        var uri =
                "otpauth://totp/Skizzenlotse:%s?secret=%s&issuer=Skizzenlotse"
                        .formatted(URLEncoder.encode(account, UTF_8), factor);
        var sheet =
                new Sheet(
                        context.path(),
                        link.id().isEmpty(),
                        typed.login(),
                        typed.name(),
                        QrPicture.of(uri),
                        Codes.inGroups(factor),
                        uri,
                        typed.wrong());
        context.header("Vary", "Accept-Language");
        var texts = StaffTexts.wanted(context);
        shared.templates()
                .show(context, "staff/einladung.jte", Map.of("texts", texts, "sheet", sheet));
    }

    private static void over(Context context, WebServer.Shared shared) {
        context.status(HttpStatus.GONE).header("Vary", "Accept-Language");
        var texts = StaffTexts.wanted(context);
        shared.templates().show(context, "staff/vorbei.jte", Map.of("texts", texts));
    }
}
