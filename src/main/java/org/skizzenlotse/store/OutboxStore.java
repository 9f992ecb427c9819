// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.Recipient;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;
import org.skizzenlotse.store.vault.Place;

/// The table `outbox`: what is to be sent after a turn. A row is leased, sent, and then marked; who
/// dies in between sends it again after the lease.
public final class OutboxStore {
    /// The target that there always is.
    public static final String MAIL = "mail";

    private static final String LEASE =
            """
            update outbox set leased_until = :until, leased_by = :owner, attempts = attempts + 1
            where id in (
              select id from outbox
              where target = :target and sent_at is null and given_up_at is null and due_at <= :now
                and (leased_until is null or leased_until < :now)
              order by due_at limit :limit)
            returning id, conversation_id, kind, revision, reference, attempts, payload, reached
            """;

    private final Database database;

    /// Over this database.
    public OutboxStore(Database database) {
        this.database = database;
    }

    /// Something to send: `attempts` counts this one. The reference is there only where it must
    /// outlive the conversation (`withdrawn`), the sealed recipient only in mails to applicants.
    public record Leased(
            String id,
            ConversationId conversation,
            String kind,
            int revision,
            Optional<String> reference,
            int attempts,
            Optional<Ciphertext> recipient,
            Set<String> reached) {
        /// Copies the set.
        public Leased {
            reached = Set.copyOf(reached);
        }
    }

    /// Why an attempt failed, in a word without content, and the addresses that it reached even so.
    public record Failure(String why, Collection<String> reached) {
        /// Copies the addresses.
        public Failure {
            reached = List.copyOf(reached);
        }

        @Override
        public String toString() {
            return "Failure[" + why + "]";
        }
    }

    /// Who takes what is due, so that no other process sends it until then, and at most how much.
    public record Taking(String target, String owner, Duration lease, int limit) {}

    /// Takes what is due to be mailed.
    public List<Leased> lease(Instant now, Duration lease, String owner, int limit) {
        return lease(now, new Taking(MAIL, owner, lease, limit));
    }

    /// Takes what is due.
    public List<Leased> lease(Instant now, Taking taking) {
        if (!database.read(handle -> anyDue(handle, now, taking.target()))) return List.of();
        var lease = taking.lease();
        var until = now.plus(lease).toEpochMilli();
        var written =
                database.write(
                        Job.of(handle ->
                                handle.createQuery(LEASE)
                                        .bind("now", now.toEpochMilli())
                                        .bind("until", until)
                                        .bind("target", taking.target())
                                        .bind("owner", taking.owner())
                                        .bind("limit", taking.limit())
                                        .map((rows, _) -> {
                                            var payload = rows.getBytes("payload");
                                            return new Leased(
                                                    rows.getString("id"),
                                                    new ConversationId(
                                                            rows.getString("conversation_id")),
                                                    rows.getString("kind"),
                                                    rows.getInt("revision"),
                                                    Optional.ofNullable(
                                                            rows.getString("reference")),
                                                    rows.getInt("attempts"),
                                                    Optional.ofNullable(payload)
                                                            .map(Ciphertext::of),
                                                    split(rows.getString("reached")));
                                        })
                                        .list()));
        return written instanceof Written.Done<List<Leased>>(var leased) ? leased : List.of();
    }

    /// The applicant whom it goes to; nobody once the conversation is erased.
    public Optional<Recipient> recipient(Leased leased) {
        var key = database.read(_ -> KeyLookUp.find(database, leased.conversation()));
        if (key.isEmpty()) return Optional.empty();
        return leased.recipient()
                .map(sealed -> Recipient.read(key.get().open(place(leased.id()), sealed)));
    }

    /// Whether an earlier attempt reached this address already.
    public boolean isReached(Leased leased, String address) {
        return leased.reached().contains(mark(address));
    }

    /// Marks it as sent; false when its conversation was erased meanwhile, so that what was written
    /// must be deleted again. Unavailable: it will be leased and sent once more.
    public Written<Boolean> sent(Leased leased, Instant now) {
        return database.write(
                Job.of(handle -> {
                    handle.createUpdate(
                                    """
                                    update outbox set sent_at = :now, leased_until = null,
                                      leased_by = null, why = null, reached = null
                                    where id = :id
                                    """)
                            .bind("now", now.toEpochMilli())
                            .bind("id", leased.id())
                            .execute();
                    return ConversationStore.exists(handle, leased.conversation());
                }));
    }

    /// Gives it back to be tried again at that time; false when somebody else has it by now.
    public Written<Boolean> later(Leased leased, Instant due, Failure failure) {
        return giveBack(leased, due, null, failure);
    }

    /// Tries it no more; false when somebody else has it by now.
    public Written<Boolean> giveUp(Leased leased, Instant now, Failure failure) {
        return giveBack(leased, now, now, failure);
    }

    private Written<Boolean> giveBack(
            Leased leased, Instant due, @Nullable Instant givenUp, Failure failure) {
        var reached = new TreeSet<>(leased.reached());
        for (var address : failure.reached()) reached.add(mark(address));
        return database.write(
                Job.of(handle ->
                        handle.createUpdate(
                                                """
                                                update outbox set due_at = :due,
                                                  given_up_at = :givenUp, why = :why,
                                                  reached = :reached, leased_until = null,
                                                  leased_by = null
                                                where id = :id and attempts = :attempts
                                                """)
                                        .bind("due", due.toEpochMilli())
                                        .bind(
                                                "givenUp",
                                                givenUp == null ? null : givenUp.toEpochMilli())
                                        .bind("why", failure.why())
                                        .bind("reached", String.join(" ", reached))
                                        .bind("id", leased.id())
                                        .bind("attempts", leased.attempts())
                                        .execute()
                                == 1));
    }

    /// An errand with its recipient sealed.
    record Row(Change.Errand errand, Optional<Ciphertext> recipient) {}

    static List<Row> sealed(List<Change.Errand> errands, DataKey key) {
        return errands.stream()
                .map(errand ->
                        new Row(
                                errand,
                                errand.recipient()
                                        .map(one -> key.seal(place(errand.id()), one.write()))))
                .toList();
    }

    static void insert(Handle handle, ConversationId id, Row row, Instant at) {
        var errand = row.errand();
        if (errand.isLast()) deleteUnsent(handle, id);
        handle.createUpdate(
                        """
                        insert into outbox (id, conversation_id, kind, revision, reference,
                          created_at, due_at, attempts, payload)
                        values (:id, :conversation, :kind, :revision, :reference, :at, :at, 0,
                          :payload)
                        """)
                .bind("id", errand.id())
                .bind("conversation", id.value())
                .bind("kind", errand.kind())
                .bind("revision", errand.revision())
                .bind("reference", errand.reference().orElse(null))
                .bind("at", at.toEpochMilli())
                .bind("payload", row.recipient().map(Ciphertext::bytes).orElse(null))
                .execute();
        if (errand.recipient().isEmpty()) TargetStore.forward(handle, errand.id());
    }

    /// What was taken back must not arrive after the mail that says so; also not later on, where
    /// somebody is at it now and does not get through.
    private static void deleteUnsent(Handle handle, ConversationId id) {
        handle.createUpdate(
                        """
                        delete from outbox where conversation_id = :id and reference is null
                          and sent_at is null
                        """)
                .bind("id", id.value())
                .execute();
    }

    /// What was to go to an address that its owner has taken out.
    static void deleteToApplicants(Handle handle, ConversationId id) {
        handle.createUpdate(
                        """
                        delete from outbox where conversation_id = :id and payload is not null
                          and sent_at is null
                        """)
                .bind("id", id.value())
                .execute();
    }

    /// Whether mails were to be written, or were, before there was a reference.
    static boolean wroteOfDraft(Handle handle, ConversationId id) {
        return handle.createQuery(
                        """
                        select 1 from outbox where conversation_id = :id
                          and kind in ('reminder', 'draft_ends') limit 1
                        """)
                .bind("id", id.value())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }

    /// What needs the content of an erased conversation cannot be sent any more.
    static void deleteWhatNeedsContent(Handle handle, ConversationId id) {
        handle.createUpdate(
                        """
                        delete from outbox where conversation_id = :id
                          and (reference is null or sent_at is not null)
                        """)
                .bind("id", id.value())
                .execute();
    }

    private String mark(String address) {
        return database.keys().hash("recipient", address);
    }

    private static Set<String> split(@Nullable String marks) {
        return marks == null || marks.isEmpty() ? Set.of() : Set.of(marks.split(" ", -1));
    }

    private static Place place(String id) {
        return new Place("outbox", id, "payload");
    }

    private static boolean anyDue(Handle handle, Instant now, String target) {
        return handle.createQuery(
                        """
                        select 1 from outbox
                        where target = :target and sent_at is null and given_up_at is null
                          and due_at <= :now
                          and (leased_until is null or leased_until < :now)
                        limit 1
                        """)
                .bind("target", target)
                .bind("now", now.toEpochMilli())
                .map((_, _) -> true)
                .findOne()
                .orElse(false);
    }
}
