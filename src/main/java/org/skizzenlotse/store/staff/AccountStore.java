// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.Written;

/// The table `staff`, as administrators and its people themselves change it. Each change is told in
/// the audit trail, in the same transaction. Somebody always remains who can change accounts.
public final class AccountStore {
    private static final String COLUMNS =
            """
            select s.id, s.login, s.name, s.role, s.language, s.shortcuts, s.locked_at, s.seen_at,
              s.password, s.subject
            from staff s
            """;

    private final Database database;

    /// Over this database.
    public AccountStore(Database database) {
        this.database = database;
    }

    /// Who changes something, and when.
    public record Hand(StaffId who, Instant at) {}

    /// How it went.
    public enum Outcome {
        /// As wanted.
        DONE,
        /// There is no such account, or it is not of that kind.
        UNKNOWN,
        /// Nobody could look after accounts then.
        LAST,
        /// Somebody else has that name to sign in with.
        TAKEN
    }

    /// Whether there is any account.
    public boolean any() {
        return database.read(handle ->
                handle.createQuery("select 1 from staff limit 1")
                        .map((_, _) -> true)
                        .findOne()
                        .orElse(false));
    }

    /// All, by name.
    public List<Account> all() {
        return database.read(AccountStore::all);
    }

    /// One of them.
    public Optional<Account> find(StaffId id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// How they are called, by the words that rows hold.
    public Map<String, String> names() {
        return all().stream().collect(Collectors.toMap(one -> one.id().value(), Account::name));
    }

    private static List<Account> all(Handle handle) {
        return handle.createQuery(COLUMNS + " order by s.name, s.id")
                .map((rows, _) -> account(rows))
                .list();
    }

    /// Somebody may do something else from now on.
    public Written<Outcome> assign(StaffId id, Role role, Hand hand) {
        return change(
                new Wanted(id, one -> one.isOpen() && role == Role.ADMINISTRATOR, role.id()),
                hand,
                handle -> set(handle, id, "role", role.id()));
    }

    /// Somebody may not come in any more, and is out at once.
    public Written<Outcome> lock(StaffId id, Hand hand) {
        return change(
                new Wanted(id, _ -> false, "locked"),
                hand,
                handle -> {
                    set(handle, id, "locked_at", hand.at().toEpochMilli());
                    SessionStore.endAll(handle, id, "");
                    LinkStore.revoke(handle, id);
                });
    }

    /// Somebody may come in again.
    public Written<Outcome> unlock(StaffId id, Hand hand) {
        return change(
                new Wanted(id, one -> one.role() == Role.ADMINISTRATOR, "unlocked"),
                hand,
                handle -> set(handle, id, "locked_at", null));
    }

    /// Somebody is signed out everywhere.
    public Written<Outcome> endSessions(StaffId id, Hand hand) {
        return change(
                new Wanted(id, one -> canLookAfter(one), "sessions_ended"),
                hand,
                handle -> SessionStore.endAll(handle, id, ""));
    }

    /// Nothing of the account is left but what the audit trail tells.
    public Written<Outcome> remove(StaffId id, Hand hand) {
        return change(
                new Wanted(id, _ -> false, "removed"),
                hand,
                handle ->
                        handle.createUpdate("delete from staff where id = :id")
                                .bind("id", id.value())
                                .execute());
    }

    /// Somebody's own choice of language and shortcuts.
    public Written<Outcome> prefer(Member wanted, Instant at) {
        return database.write(
                Job.of(handle -> {
                    set(handle, wanted.id(), "language", wanted.language());
                    set(handle, wanted.id(), "shortcuts", wanted.shortcuts() ? 1 : 0);
                    return Outcome.DONE;
                }));
    }

    /// Another password; other browsers are signed out.
    public Written<Outcome> password(Hand hand, String hash, String token) {
        var kept = SessionStore.hash(database, token);
        return own(
                hand,
                "password",
                handle -> {
                    set(handle, hand.who(), "password", hash);
                    SessionStore.endAll(handle, hand.who(), kept);
                });
    }

    /// Other codes for when the second factor is not at hand.
    public Written<Outcome> recovery(Hand hand, List<String> codes) {
        var hashes = codes.stream().map(code -> recoveryHash(database, code)).toList();
        return own(hand, "recovery", handle -> putRecovery(handle, hand.who(), hashes));
    }

    /// How many such codes are left.
    public int recoveryLeft(StaffId id) {
        return database.read(handle ->
                handle.createQuery("select count(*) from staff_recovery where staff_id = :id")
                        .bind("id", id.value())
                        .mapTo(Integer.class)
                        .one());
    }

    private interface Statements {
        void run(Handle handle);
    }

    /// What is to be changed of whom, whether they could look after accounts afterwards, and the
    /// word for it.
    private record Wanted(StaffId id, Predicate<Account> leads, String why) {}

    private Written<Outcome> change(Wanted wanted, Hand hand, Statements statements) {
        return database.write(
                Job.of(handle -> {
                    var all = all(handle);
                    var one = all.stream().filter(it -> it.id().equals(wanted.id())).findFirst();
                    if (one.isEmpty()) return Outcome.UNKNOWN;
                    if (canLookAfter(one.get())
                            && !wanted.leads().test(one.get())
                            && all.stream()
                                    .filter(it -> !it.id().equals(wanted.id()))
                                    .noneMatch(AccountStore::canLookAfter)) return Outcome.LAST;
                    statements.run(handle);
                    tell(handle, hand, wanted.why(), wanted.id());
                    return Outcome.DONE;
                }));
    }

    private Written<Outcome> own(Hand hand, String why, Statements statements) {
        return database.write(
                Job.of(handle -> {
                    statements.run(handle);
                    tell(handle, hand, why, hand.who());
                    return Outcome.DONE;
                }));
    }

    private static boolean canLookAfter(Account one) {
        return one.isOpen() && one.role() == Role.ADMINISTRATOR;
    }

    static void tell(Handle handle, Hand hand, String why, StaffId whose) {
        var entry = AuditEntry.byStaff(hand.at(), What.ACCOUNT_CHANGED, hand.who().value(), why);
        AuditStore.insert(handle, entry.about(whose.value()));
    }

    static void putRecovery(Handle handle, StaffId id, List<String> hashes) {
        handle.createUpdate("delete from staff_recovery where staff_id = :id")
                .bind("id", id.value())
                .execute();
        for (var hash : hashes)
            handle.createUpdate("insert into staff_recovery (staff_id, hash) values (:id, :hash)")
                    .bind("id", id.value())
                    .bind("hash", hash)
                    .execute();
    }

    static String recoveryHash(Database database, String code) {
        return database.keys().hash("staff recovery", code);
    }

    /// The column is one of ours, never something that was sent.
    static void set(Handle handle, StaffId id, String column, @Nullable Object to) {
        handle.createUpdate("update staff set " + column + " = :to where id = :id")
                .bind("to", to)
                .bind("id", id.value())
                .execute();
    }

    private static Account account(ResultSet rows) throws SQLException {
        var external = rows.getString("subject") != null;
        var local = rows.getString("password") != null;
        var seen = rows.getLong("seen_at");
        return new Account(
                new StaffId(rows.getString("id")),
                external ? "" : rows.getString("login"),
                rows.getString("name"),
                Role.of(rows.getString("role")),
                external ? Account.Way.EXTERNAL : local ? Account.Way.LOCAL : Account.Way.INVITED,
                rows.getObject("locked_at") != null,
                seen == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(seen)));
    }
}
