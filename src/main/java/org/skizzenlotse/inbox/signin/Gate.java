// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.staff.Member;
import org.skizzenlotse.store.staff.Role;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.web.Bodies;
import org.skizzenlotse.web.OwnForms;
import org.skizzenlotse.web.Refusal;
import org.skizzenlotse.web.Templates;

/// Lets pages of the team be seen only by who is signed in. Nothing below `/staff` is answered to
/// anybody else, whether it came through here or was added past it; only the doors are open.
public final class Gate {
    /// Where one signs in.
    public static final String SIGN_IN = "/staff/anmelden";

    /// Where a link leads by which somebody sets password and second factor.
    public static final String INVITATION = "/staff/einladung";

    private static final List<String> DOORS = List.of(SIGN_IN, INVITATION);
    private static final int PATH_LENGTH_MAX = 300;

    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final StaffCookie cookie;
    private final OwnForms forms;
    private final Templates templates;

    /// Over what is known of the team once it is asked for.
    public Gate(Supplier<Staff> staff, SignInRules rules, Templates templates) {
        this.staff = staff;
        this.rules = rules;
        this.cookie = new StaffCookie(rules.web());
        this.forms = new OwnForms(rules.web());
        this.templates = templates;
    }

    /// What a page of the team does.
    @FunctionalInterface
    public interface Page {
        /// Answers somebody who may see it.
        void to(Visit visit);
    }

    /// Stands before everything below `/staff`.
    public void addTo(RoutesConfig routes) {
        routes.before("/staff", this::guard);
        routes.before("/staff/*", this::guard);
    }

    /// Shows something to whoever has at least this role. Who is not signed in is sent to where one
    /// signs in; a script gets 401.
    public void page(RoutesConfig routes, String path, Role least, Page page) {
        routes.get(
                path,
                context -> {
                    var signedIn = signedIn(context);
                    if (signedIn == null) sendAway(context);
                    else answer(context, signedIn, least, page);
                });
    }

    /// The same for a form that was sent: one of ours, with the proof in its field `csrf`. Whatever
    /// else is sent is refused.
    public void deed(RoutesConfig routes, String path, Role least, Page page) {
        routes.post(
                path,
                context -> {
                    var signedIn = signedIn(context);
                    if (signedIn == null) sendAway(context);
                    else answer(context, signedIn.with(ownForm(context, signedIn)), least, page);
                });
    }

    /// Whether somebody who came may still see what needs this role: for answers that go on, such
    /// as streams. An open window alone does not keep a session from ending.
    public boolean stillLets(Visit visit, Role least) {
        return visit.member().role().includes(least)
                && cookie.token(visit.context())
                        .flatMap(this::stillThere)
                        .filter(member -> member.role().includes(least))
                        .isPresent();
    }

    /// Whether whoever asks is signed in.
    boolean knows(Context context) {
        return signedIn(context) != null;
    }

    private record SignedIn(Member member, String token, Form form) {
        SignedIn with(Form sent) {
            return new SignedIn(member, token, sent);
        }

        @Override
        public String toString() {
            return "SignedIn[" + member.id() + "]";
        }
    }

    private void guard(Context context) {
        if (DOORS.stream().anyMatch(door -> isBelow(door, context.path()))) return;
        if (signedIn(context) != null) return;
        sendAway(context);
        context.skipRemainingHandlers();
    }

    private static boolean isBelow(String door, String path) {
        return path.equals(door) || path.startsWith(door + "/");
    }

    private @Nullable SignedIn signedIn(Context context) {
        SignedIn known = context.attribute(SignedIn.class.getName());
        if (known != null) return known;
        var token = cookie.token(context);
        if (token.isEmpty()) return null;
        var member = member(token.get());
        if (member.isEmpty()) return null;
        var found = new SignedIn(member.get(), token.get(), Form.NONE);
        context.attribute(SignedIn.class.getName(), found);
        return found;
    }

    private Optional<Member> stillThere(String token) {
        return staff.get().sessions().look(token, rules.clock().instant(), rules.idle());
    }

    private Optional<Member> member(String token) {
        return staff.get().sessions().find(token, rules.clock().instant(), rules.idle());
    }

    private void answer(Context context, SignedIn signedIn, Role least, Page page) {
        var member = signedIn.member();
        if (!member.role().includes(least))
            throw new Refusal(Refusal.Kind.FORBIDDEN, "Dafür reicht eure Rolle nicht.");
        page.to(
                new Visit(
                        context,
                        member,
                        StaffCookie.csrf(signedIn.token()),
                        StaffTexts.in(member.language()),
                        signedIn.form(),
                        templates));
    }

    private Form ownForm(Context context, SignedIn signedIn) {
        forms.check(context);
        var form = new Form(Bodies.form(context));
        if (!StaffCookie.isProof(form.raw("csrf"), signedIn.token())) throw OwnForms.foreign();
        return form;
    }

    private static void sendAway(Context context) {
        if (isForScripts(context)) {
            context.status(HttpStatus.UNAUTHORIZED)
                    .result("{\"status\":401}")
                    .contentType("application/problem+json");
            return;
        }
        var wanted = context.method().equals(HandlerType.GET) ? back(context.path()) : "";
        var on = wanted.isEmpty() ? "" : "?weiter=" + URLEncoder.encode(wanted, UTF_8);
        context.redirect(SIGN_IN + on, HttpStatus.SEE_OTHER);
    }

    private static boolean isForScripts(Context context) {
        var accept = context.header("Accept");
        return accept != null
                && !accept.contains("text/html")
                && (accept.contains("json") || accept.contains("event-stream"));
    }

    /// Where to go on after signing in: a page of the team, else nothing.
    static String back(String path) {
        return path.length() <= PATH_LENGTH_MAX && path.matches("/staff(/[A-Za-z0-9._-]+)+")
                ? path
                : "";
    }
}
