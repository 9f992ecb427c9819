// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.Factor;
import org.skizzenlotse.store.staff.SignInStore.Attempt;
import org.skizzenlotse.store.staff.SignInStore.Counted;
import org.skizzenlotse.store.staff.SignInStore.Entering;
import org.skizzenlotse.store.staff.SignInStore.Known;
import org.skizzenlotse.store.staff.SignInStore.Shown;
import org.skizzenlotse.store.staff.Staff;
import org.skizzenlotse.store.staff.StaffId;

/// Lets somebody of the team in who shows name, password and code. Whatever is wrong of it is
/// answered alike and takes as long, so that nobody learns which names there are.
public final class SignIn {
    private final Supplier<Staff> staff;
    private final SignInRules rules;
    private final Passwords passwords = new Passwords();

    /// By these rules.
    public SignIn(Supplier<Staff> staff, SignInRules rules) {
        this.staff = staff;
        this.rules = rules;
    }

    /// What somebody shows, and the token that their browser had before.
    record Given(String login, String password, String code, String former) {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /// How it went.
    sealed interface Outcome {
        /// This token is known from now on.
        record In(String token) implements Outcome {
            @Override
            public String toString() {
                return "In";
            }
        }

        /// Something of it was wrong.
        record Wrong() implements Outcome {}

        /// Too many were wrong; after that time it may be tried again.
        record Wait(Duration time) implements Outcome {}
    }

    /// What keeps and compares passwords.
    public Passwords passwords() {
        return passwords;
    }

    /// A name to sign in with, as it is kept.
    public static String login(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    Outcome attempt(Given given, String visitor) {
        var login = login(given.login());
        var now = rules.clock().instant();
        return switch (count(new Attempt(login, visitor, now))) {
            case Counted.Wait(var time) -> {
                refused("", "slowed", now);
                yield new Outcome.Wait(time);
            }
            case Counted.Go go -> enter(login, given, go);
        };
    }

    private Counted count(Attempt attempt) {
        return done(staff.get().signIns().count(attempt));
    }

    private Outcome enter(String login, Given given, Counted.Go attempt) {
        var known = staff.get().signIns().known(login);
        boolean same = passwords.matches(given.password(), known.map(Known::password).orElse(""));
        var now = rules.clock().instant();
        var shown = shown(known.map(Known::factor).orElse(Factor.NONE), given.code(), now);
        var wrong = wrong(known, same, shown);
        if (wrong.isEmpty()) {
            var token = StaffCookie.fresh();
            var entering = new Entering(token, given.former(), now);
            var in =
                    staff.get()
                            .signIns()
                            .enter(known.orElseThrow(), shown.orElseThrow(), attempt, entering);
            if (done(in)) return new Outcome.In(token);
        }
        refused(known.map(one -> one.id().value()).orElse(""), wrong.orElse("used"), now);
        return new Outcome.Wrong();
    }

    private static Optional<String> wrong(
            Optional<Known> known, boolean same, Optional<Shown> shown) {
        if (known.isEmpty()) return Optional.of("unknown");
        if (!same) return Optional.of("password");
        if (shown.isEmpty()) return Optional.of("code");
        return known.get().locked() ? Optional.of("locked") : Optional.empty();
    }

    private static Optional<Shown> shown(Factor factor, String code, Instant now) {
        var typed = Codes.typed(code);
        var step = Codes.step(factor.bytes(), typed, now);
        if (step.isPresent()) return Optional.of(new Shown.Code(step.getAsLong()));
        return Codes.isRecovery(typed) ? Optional.of(Codes.recovery(typed)) : Optional.empty();
    }

    /// Whether somebody who is signed in knows their password; too many wrong ones are no answer
    /// for a while.
    public boolean confirms(StaffId id, String password, String visitor) {
        var login = staff.get().signIns().login(id);
        var now = rules.clock().instant();
        if (login.isEmpty()) return false;
        if (!(count(new Attempt(login, visitor, now)) instanceof Counted.Go go)) return false;
        var known = staff.get().signIns().known(login);
        boolean same = passwords.matches(password, known.map(Known::password).orElse(""));
        if (same) staff.get().signIns().forgive(go);
        else refused(id.value(), "password", now);
        return same;
    }

    private void refused(String who, String why, Instant at) {
        done(staff.get().audit().append(AuditEntry.byStaff(at, What.SIGN_IN_REFUSED, who, why)));
    }

    private static <T> T done(Written<T> written) {
        if (written instanceof Written.Done<T>(var value)) return value;
        throw new StoreUnavailable("not durable");
    }
}
