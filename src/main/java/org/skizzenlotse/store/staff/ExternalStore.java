// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.LinkStore.Newcomer;
import org.skizzenlotse.store.staff.SignInStore.Entering;

/// Signing in by a service that knows somebody. An account belongs to what that service calls them
/// for good, never to a name or an address, which others may get.
public final class ExternalStore {
    private final Database database;

    /// Over this database.
    public ExternalStore(Database database) {
        this.database = database;
    }

    /// Who the service says that it is, under which word, and what they may do, if it says that.
    public record Person(
            String issuer, String subject, String name, String language, Optional<Role> role) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /// Lets somebody in: true when they are signed in, false when an administrator must let them in
    /// first. Whoever is new has an account then; without a role from the service it is locked.
    public Written<Boolean> enter(Person person, StaffId fresh, Entering entering) {
        var session = SessionStore.hash(database, entering.token());
        var former = SessionStore.hash(database, entering.former());
        return database.write(
                Job.of(handle -> {
                    var id =
                            find(handle, person)
                                    .orElseGet(() -> add(handle, person, fresh, entering.at()));
                    var role = person.role();
                    role.ifPresent(one -> AccountStore.set(handle, id, "role", one.id()));
                    AccountStore.set(handle, id, "name", person.name());
                    if (isLocked(handle, id)) {
                        tell(handle, What.SIGN_IN_REFUSED, id, entering.at());
                        return false;
                    }
                    handle.createUpdate("delete from staff_session where hash = :hash")
                            .bind("hash", former)
                            .execute();
                    SessionStore.begin(handle, id, session, entering.at());
                    tell(handle, What.SIGNED_IN, id, entering.at());
                    return true;
                }));
    }

    private static void tell(Handle handle, What what, StaffId id, Instant at) {
        var why = what == What.SIGNED_IN ? "oidc" : "locked";
        AuditStore.insert(handle, AuditEntry.byStaff(at, what, id.value(), why));
    }

    private static Optional<StaffId> find(Handle handle, Person person) {
        return handle.createQuery(
                        "select id from staff where issuer = :issuer and subject = :subject")
                .bind("issuer", person.issuer())
                .bind("subject", person.subject())
                .map((rows, _) -> new StaffId(rows.getString(1)))
                .findOne();
    }

    private static StaffId add(Handle handle, Person person, StaffId fresh, Instant at) {
        // a name to sign in with that nobody can type: there is no password either
        var one =
                new Newcomer(
                        fresh,
                        "#" + fresh.value(),
                        person.name(),
                        person.role().orElse(Role.READER),
                        person.language());
        LinkStore.insert(handle, one, at);
        AccountStore.set(handle, fresh, "issuer", person.issuer());
        AccountStore.set(handle, fresh, "subject", person.subject());
        if (person.role().isEmpty())
            AccountStore.set(handle, fresh, "locked_at", at.toEpochMilli());
        return fresh;
    }

    private static boolean isLocked(Handle handle, StaffId id) {
        return handle.createQuery("select 1 from staff where id = :id and locked_at is not null")
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }
}
