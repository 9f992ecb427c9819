// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.vault.Ciphertext;

/// Signing in, as the tables see it: what somebody must show, and the attempts, which are written
/// down before anything is checked. Where they cannot be written, nobody comes in.
public final class SignInStore {
    /// What attempts are counted by: the column, and how many cost nothing.
    private enum By {
        /// Typing errors are free.
        ACCOUNT(5),
        /// A whole office may come from one address.
        VISITOR(20);

        private final int free;

        By(int free) {
            this.free = free;
        }

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    /// Whoever is guessed at by others still comes in after this.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /// After that an attempt is forgotten.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int DOUBLINGS_MAX = 16;

    /// Stands for an account that is not there, so that looking for it takes the same time.
    private static final StaffId NOBODY = new StaffId("");

    private static final byte[] NOTHING = new byte[64];

    private final Database database;

    /// Over this database.
    public SignInStore(Database database) {
        this.database = database;
    }

    /// What is known of a name to sign in with. The factor is empty where it cannot be read.
    public record Known(StaffId id, String password, Factor factor, boolean locked) {
        @Override
        public String toString() {
            return "Known[" + id + "]";
        }
    }

    /// Who wants to come in, and from where: words for the name that was tried and for the visitor.
    public record Attempt(String login, String visitor, Instant at) {
        @Override
        public String toString() {
            return "Attempt";
        }
    }

    /// Whether an attempt may be made: under this name it is written down, or only after a while.
    public sealed interface Counted {
        /// It may be made.
        record Go(String id) implements Counted {}

        /// Not before so long.
        record Wait(Duration time) implements Counted {}
    }

    /// Writes an attempt down as a failed one, before it is made, unless there were too many.
    public Written<Counted> count(Attempt attempt) {
        var account = database.keys().hash("staff attempt", attempt.login());
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate("delete from staff_attempt where at <= :before")
                            .bind("before", attempt.at().minus(REMEMBERED).toEpochMilli())
                            .execute();
                    var now = attempt.at();
                    var wait = wait(handle, By.ACCOUNT, account, now);
                    var other = wait(handle, By.VISITOR, attempt.visitor(), now);
                    var longer = wait.compareTo(other) > 0 ? wait : other;
                    if (longer.isPositive()) return new Counted.Wait(longer);
                    return new Counted.Go(insert(handle, account, attempt));
                }));
    }

    private static String insert(Handle handle, String account, Attempt attempt) {
        var id = UUID.randomUUID().toString();
        handle.createUpdate(
                        """
                        insert into staff_attempt (id, account, visitor, at)
                        values (:id, :account, :visitor, :at)
                        """)
                .bind("id", id)
                .bind("account", account)
                .bind("visitor", attempt.visitor())
                .bind("at", attempt.at().toEpochMilli())
                .execute();
        return id;
    }

    private record Past(int count, Instant last) {}

    private static Duration wait(Handle handle, By by, String value, Instant now) {
        var past =
                handle.createQuery(
                                "select count(*), coalesce(max(at), 0) from staff_attempt where "
                                        + by.column()
                                        + " = :value")
                        .bind("value", value)
                        .map((rows, _) ->
                                new Past(rows.getInt(1), Instant.ofEpochMilli(rows.getLong(2))))
                        .one();
        if (past.count() < by.free) return Duration.ZERO;
        var doubled =
                FIRST_WAIT.multipliedBy(1L << Math.min(past.count() - by.free, DOUBLINGS_MAX));
        var whole = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return Duration.between(now, past.last().plus(whole));
    }

    /// What somebody with this name must show; nothing where there is nobody, or they come another
    /// way.
    public Optional<Known> known(String login) {
        var sealed =
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        select id, password, otp, locked_at from staff
                                        where login = :login and password is not null
                                          and otp is not null
                                        """)
                                .bind("login", login)
                                .map((rows, _) ->
                                        new Known(
                                                new StaffId(rows.getString("id")),
                                                rows.getString("password"),
                                                new Factor(rows.getBytes("otp")),
                                                rows.getObject("locked_at") != null))
                                .findOne());
        var opened = opened(sealed.orElse(new Known(NOBODY, "", new Factor(NOTHING), true)));
        return sealed.isEmpty() ? Optional.empty() : Optional.of(opened);
    }

    /// The name under which somebody who is signed in signs in; empty where they come another way.
    public String login(StaffId id) {
        return database.read(handle ->
                handle.createQuery(
                                "select login from staff where id = :id and password is not null")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }

    /// An attempt turned out not to be a failed one.
    public void forgive(Counted.Go attempt) {
        database.write(Job.of(handle -> forgive(handle, attempt)));
    }

    private static int forgive(Handle handle, Counted.Go attempt) {
        return handle.createUpdate("delete from staff_attempt where id = :id")
                .bind("id", attempt.id())
                .execute();
    }

    private Known opened(Known sealed) {
        var factor = StaffKey.open(database, sealed.id(), Ciphertext.of(sealed.factor().bytes()));
        return new Known(sealed.id(), sealed.password(), new Factor(factor), sealed.locked());
    }

    /// What was shown beside the password.
    public sealed interface Shown {
        /// A code of that step of time; none of it or before is taken after it.
        record Code(long step) implements Shown {}

        /// A code for when the second factor is not at hand, which is gone then.
        record Recovery(String code) implements Shown {
            @Override
            public String toString() {
                return "Recovery";
            }
        }
    }

    /// Lets somebody in who showed this: the browser with that token is signed in then. False when
    /// it was shown before, or they were locked meanwhile.
    public Written<Boolean> enter(Known known, Shown shown, Counted.Go attempt, Entering entering) {
        var session = SessionStore.hash(database, entering.token());
        var former = SessionStore.hash(database, entering.former());
        return database.write(
                Job.of(handle -> {
                    if (!isOpen(handle, known) || !take(handle, known.id(), shown)) return false;
                    forgive(handle, attempt);
                    handle.createUpdate("delete from staff_session where hash = :hash")
                            .bind("hash", former)
                            .execute();
                    SessionStore.begin(handle, known.id(), session, entering.at());
                    var why = shown instanceof Shown.Recovery ? "recovery" : "";
                    AuditStore.insert(
                            handle,
                            AuditEntry.byStaff(
                                    entering.at(), What.SIGNED_IN, known.id().value(), why));
                    return true;
                }));
    }

    /// The token of the browser from now on, the one that it had before (empty for none), and when.
    public record Entering(String token, String former, Instant at) {
        @Override
        public String toString() {
            return "Entering";
        }
    }

    /// Not when it was locked or got another password while that one was looked at.
    private static boolean isOpen(Handle handle, Known known) {
        return handle.createQuery(
                        """
                        select 1 from staff
                        where id = :id and locked_at is null and password = :password
                        """)
                .bind("id", known.id().value())
                .bind("password", known.password())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    private boolean take(Handle handle, StaffId id, Shown shown) {
        return switch (shown) {
            case Shown.Code(var step) ->
                    handle.createUpdate(
                                            """
                                            update staff set otp_step = :step
                                            where id = :id and otp_step < :step
                                            """)
                                    .bind("step", step)
                                    .bind("id", id.value())
                                    .execute()
                            == 1;
            case Shown.Recovery(var code) ->
                    handle.createUpdate(
                                            """
                                            delete from staff_recovery
                                            where staff_id = :id and hash = :hash
                                            """)
                                    .bind("id", id.value())
                                    .bind("hash", AccountStore.recoveryHash(database, code))
                                    .execute()
                            == 1;
        };
    }
}
