// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.oidc;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.inbox.signin.Gate;
import org.skizzenlotse.inbox.signin.IdentityService;
import org.skizzenlotse.inbox.signin.SignInRules;
import org.skizzenlotse.inbox.signin.StaffCookie;
import org.skizzenlotse.inbox.signin.StaffTexts;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.ExternalStore.Person;
import org.skizzenlotse.store.staff.SignInStore.Entering;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.store.staff.StaffId;
import org.skizzenlotse.web.WebServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to the service that knows the team, and back from it.
public final class OidcPages {
    private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);
    private static final String START = Gate.SIGN_IN + "/dienst";
    private static final String BACK = START + "/zurueck";
    private static final int NAME_LENGTH_MAX = 80;

    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final IdentityService service;
    private final Relying relying;
    private final StaffCookie cookie;

    /// With that service.
    public OidcPages(Supplier<Staff> staff, SignInRules rules, IdentityService service) {
        this.staff = staff;
        this.rules = rules;
        this.service = service;
        this.relying = new Relying(service, rules.clock());
        this.cookie = new StaffCookie(rules.web());
    }

    /// Adds the routes.
    public void addTo(RoutesConfig routes, WebServer.Shared shared) {
        routes.before(START, shared.rates()::signingIn);
        routes.get(START, this::start);
        routes.before(BACK, shared.rates()::signingIn);
        routes.get(BACK, this::comeBack);
    }

    private void start(Context context) {
        var ticket = new Ticket(StaffCookie.fresh());
        try {
            var question = relying.question(ticket, back(context));
            ticket.give(context, rules.web().isSecure());
            context.redirect(question.toString(), HttpStatus.SEE_OTHER);
        } catch (Relying.Unbelieved why) {
            refuse(context, why);
        }
    }

    private void comeBack(Context context) {
        var secure = rules.web().isSecure();
        var ticket = Ticket.of(context, secure);
        Ticket.take(context, secure);
        try {
            if (ticket.isEmpty()) throw new Relying.Unbelieved("no cookie");
            var query = context.queryString();
            var came = URI.create(back(context) + "?" + (query == null ? "" : query));
            enter(context, relying.answer(ticket.get(), back(context), came));
        } catch (Relying.Unbelieved why) {
            refuse(context, why);
        } catch (IllegalArgumentException noAddress) {
            refuse(context, new Relying.Unbelieved("unreadable"));
        }
    }

    private void enter(Context context, IDTokenClaimsSet claims) {
        var role = service.role(groups(claims));
        if (service.givesRoles() && role.isEmpty()) {
            tell("no_role");
            context.redirect(Gate.SIGN_IN + "?wartet=1", HttpStatus.SEE_OTHER);
            return;
        }
        var token = StaffCookie.fresh();
        var former = cookie.token(context).orElse("");
        var written =
                staff.get()
                        .externals()
                        .enter(
                                person(context, claims, role),
                                StaffId.fresh(),
                                new Entering(token, former, rules.clock().instant()));
        if (!(written instanceof Written.Done<Boolean>(var in)))
            throw new StoreUnavailable("not durable");
        if (in) cookie.begin(context, token);
        context.redirect(in ? "/staff" : Gate.SIGN_IN + "?wartet=1", HttpStatus.SEE_OTHER);
    }

    private Person person(
            Context context,
            IDTokenClaimsSet claims,
            Optional<org.skizzenlotse.store.staff.Role> role) {
        return new Person(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                name(claims),
                StaffTexts.wanted(context).language(),
                role);
    }

    private static String name(IDTokenClaimsSet claims) {
        for (var claim : List.of("name", "preferred_username")) {
            var given = claims.getStringClaim(claim);
            if (given != null && !given.isBlank()) {
                var plain = given.strip().replaceAll("\\p{Cntrl}", " ");
                return plain.substring(0, Math.min(plain.length(), NAME_LENGTH_MAX));
            }
        }
        return "?";
    }

    /// What the claim lists; a dot in its name leads into what it holds.
    private Collection<String> groups(IDTokenClaimsSet claims) {
        @Nullable Object found = claims.getClaim(service.claim());
        if (found == null) {
            for (var part : service.claim().split("\\.", -1))
                found =
                        found == null
                                ? claims.getClaim(part)
                                : found instanceof Map<?, ?> inner ? inner.get(part) : null;
        }
        return switch (found) {
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
    }

    private void refuse(Context context, Relying.Unbelieved why) {
        LOG.warn("sign-in by the service failed why={}", why.getMessage());
        tell("oidc");
        context.redirect(Gate.SIGN_IN + "?dienst=1", HttpStatus.SEE_OTHER);
    }

    private void tell(String why) {
        var now = rules.clock().instant();
        staff.get().audit().append(AuditEntry.byStaff(now, What.SIGN_IN_REFUSED, "", why));
    }

    private URI back(Context context) {
        var known = rules.web().publicUrl();
        return URI.create((known.isEmpty() ? "http://" + context.header("Host") : known) + BACK);
    }
}
