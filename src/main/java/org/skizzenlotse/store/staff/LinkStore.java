// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.staff.AccountStore.Hand;
import org.skizzenlotse.store.staff.AccountStore.Outcome;

/// The table `staff_link`: keyed hashes of links by which somebody sets password and second factor,
/// once. The first account of an installation comes by one, and so does everybody after.
public final class LinkStore {
    /// Whoever starts the service reads its console now, not next week.
    public static final Duration FIRST_LASTS = Duration.ofHours(24);

    /// Long enough for a mail that is read on Monday.
    public static final Duration LASTS = Duration.ofDays(7);

    private static final Duration RENEWING_LASTS = Duration.ofMinutes(30);

    /// What the standard asks for (RFC 4226), and what apps expect.
    private static final int FACTOR_BYTES = 20;

    private final Database database;

    /// Over this database.
    public LinkStore(Database database) {
        this.database = database;
    }

    /// What a link is for: an account that waits for it, or none for the first one.
    public record Link(Optional<StaffId> id, String login, String name) {}

    /// Puts a link for the first account in force, in place of an earlier one.
    public Written<Boolean> first(String secret, Instant now) {
        var hash = hash(secret);
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate("delete from staff_link where staff_id is null").execute();
                    insert(handle, hash, null, now.plus(FIRST_LASTS));
                    return true;
                }));
    }

    /// What this link is for, as long as it is good.
    public Optional<Link> find(String secret, Instant now) {
        var hash = hash(secret);
        return database.read(handle -> find(handle, hash, now));
    }

    private static Optional<Link> find(Handle handle, String hash, Instant now) {
        return handle.createQuery(
                        """
                        select l.staff_id, s.login, s.name
                        from staff_link l left join staff s on s.id = l.staff_id
                        where l.hash = :hash and l.ends_at > :now and s.locked_at is null
                        """)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .map((rows, _) -> {
                    var id = rows.getString("staff_id");
                    return id == null
                            ? new Link(Optional.empty(), "", "")
                            : new Link(
                                    Optional.of(new StaffId(id)),
                                    rows.getString("login"),
                                    rows.getString("name"));
                })
                .findOne();
    }

    /// The second factor that goes with a link: the same whenever its page is shown, and kept by
    /// nobody before it is used.
    public byte[] factor(String secret) {
        var derived = HexFormat.of().parseHex(database.keys().hash("staff factor", secret));
        return Arrays.copyOf(derived, FACTOR_BYTES);
    }

    /// A link by which somebody sets both anew; what they have is good until then.
    public Written<Boolean> renew(StaffId id, String secret, Instant now) {
        var hash = hash(secret);
        return database.write(
                Job.of(handle -> {
                    revoke(handle, id);
                    insert(handle, hash, id, now.plus(RENEWING_LASTS));
                    return true;
                }));
    }

    /// Somebody new, who comes in by this link.
    public Written<Outcome> invite(Newcomer one, String secret, Hand hand) {
        var hash = hash(secret);
        return database.write(
                Job.of(handle -> {
                    if (!insert(handle, one, hand.at())) return Outcome.TAKEN;
                    insert(handle, hash, one.id(), hand.at().plus(LASTS));
                    AccountStore.tell(handle, hand, "invited", one.id());
                    return Outcome.DONE;
                }));
    }

    /// Somebody's password and second factor are good no more; they set others by this link.
    public Written<Outcome> reset(StaffId id, String secret, Hand hand) {
        var hash = hash(secret);
        return database.write(
                Job.of(handle -> {
                    int changed =
                            handle.createUpdate(
                                            """
                                            update staff set password = null, otp = null
                                            where id = :id and subject is null
                                              and locked_at is null and id <> :who
                                            """)
                                    .bind("id", id.value())
                                    .bind("who", hand.who().value())
                                    .execute();
                    if (changed == 0) return Outcome.UNKNOWN;
                    AccountStore.putRecovery(handle, id, List.of());
                    SessionStore.endAll(handle, id, "");
                    revoke(handle, id);
                    insert(handle, hash, id, hand.at().plus(LASTS));
                    AccountStore.tell(handle, hand, "reset", id);
                    return Outcome.DONE;
                }));
    }

    /// Uses a link up: from then on its person signs in with this. The first account is made here.
    public Written<Outcome> use(String secret, Newcomer one, SetUp made) {
        var hash = hash(secret);
        var sealed = StaffKey.seal(database, one.id(), factor(secret));
        var session = SessionStore.hash(database, made.token());
        var hashes =
                made.recovery().stream()
                        .map(code -> AccountStore.recoveryHash(database, code))
                        .toList();
        return database.write(
                new Job<>(
                        sealed.keys(),
                        List.of(),
                        handle -> {
                            var link = find(handle, hash, made.at());
                            if (link.isEmpty()) return Outcome.UNKNOWN;
                            if (link.get().id().isEmpty() && !insert(handle, one, made.at()))
                                return Outcome.TAKEN;
                            delete(handle, hash);
                            put(handle, one.id(), made, sealed.sealed().bytes());
                            AccountStore.putRecovery(handle, one.id(), hashes);
                            SessionStore.endAll(handle, one.id(), "");
                            SessionStore.begin(handle, one.id(), session, made.at());
                            tell(handle, one.id(), made.at());
                            return Outcome.DONE;
                        }));
    }

    /// Somebody new.
    public record Newcomer(StaffId id, String login, String name, Role role, String language) {}

    /// What somebody signs in with from now on, and the browser that is signed in with it.
    public record SetUp(
            String password, long step, List<String> recovery, String token, Instant at) {
        @Override
        public String toString() {
            return "SetUp";
        }
    }

    private static void tell(Handle handle, StaffId id, Instant at) {
        AccountStore.tell(handle, new Hand(id, at), "set_up", id);
        AuditStore.insert(handle, AuditEntry.byStaff(at, What.SIGNED_IN, id.value(), "set_up"));
    }

    private static void put(Handle handle, StaffId id, SetUp made, byte[] sealed) {
        handle.createUpdate(
                        """
                        update staff set password = :password, otp = :otp, otp_step = :step
                        where id = :id
                        """)
                .bind("password", made.password())
                .bind("otp", sealed)
                .bind("step", made.step())
                .bind("id", id.value())
                .execute();
    }

    /// False when that name to sign in with is taken.
    static boolean insert(Handle handle, Newcomer one, Instant at) {
        return handle.createUpdate(
                                """
                                insert into staff
                                  (id, login, name, role, language, shortcuts, otp_step, made_at)
                                values (:id, :login, :name, :role, :language, 1, 0, :at)
                                on conflict (login) do nothing
                                """)
                        .bind("id", one.id().value())
                        .bind("login", one.login())
                        .bind("name", one.name())
                        .bind("role", one.role().id())
                        .bind("language", one.language())
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    private static void insert(Handle handle, String hash, @Nullable StaffId id, Instant until) {
        handle.createUpdate(
                        """
                        insert into staff_link (hash, staff_id, ends_at)
                        values (:hash, :id, :until)
                        """)
                .bind("hash", hash)
                .bind("id", id == null ? null : id.value())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    static void revoke(Handle handle, StaffId id) {
        handle.createUpdate("delete from staff_link where staff_id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static void delete(Handle handle, String hash) {
        handle.createUpdate("delete from staff_link where hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    private String hash(String secret) {
        return database.keys().hash("staff link", secret);
    }
}
