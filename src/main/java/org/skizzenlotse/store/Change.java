// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.chat.Heard;
import org.skizzenlotse.store.form.Recipient;

/// All that one turn of somebody writes who agreed to it, or was not asked for anything personal.
public record Change(
        Stored before,
        Conversation after,
        Stored.Marks marks,
        Instant at,
        List<Happened> happened,
        List<Message> messages,
        Rows rows)
        implements Writable {
    /// Copies the lists.
    ///
    /// @throws IllegalArgumentException where nobody agreed; then it is an [Unagreed]
    public Change {
        if (!marks.consented()) throw new IllegalArgumentException("nobody agreed to this");
        happened = List.copyOf(happened);
        messages = List.copyOf(messages);
    }

    /// What else is written with a turn. The secret is a new key by which one comes back, in place
    /// of an earlier one; of it a hash is stored. The files are there when a turn changed them. The
    /// audit entry is there when the turn does something that is told of later. What was heard is
    /// there when it came from a messenger.
    public record Rows(
            Optional<Request> request,
            Optional<WakeUp> answered,
            List<WakeUp> wakeUps,
            List<Errand> errands,
            Optional<Submission> submission,
            Redaction redaction,
            Optional<String> secret,
            Optional<Held> files,
            Optional<AuditEntry> audit,
            List<Access> access,
            Heard heard) {
        /// Nothing else.
        public static final Rows NONE =
                new Rows(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Redaction.NONE,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Heard.NOTHING);

        /// Without a secret, and with the files as they were.
        public Rows(
                Optional<Request> request,
                Optional<WakeUp> answered,
                List<WakeUp> wakeUps,
                List<Errand> errands,
                Optional<Submission> submission,
                Redaction redaction) {
            this(
                    request,
                    answered,
                    wakeUps,
                    errands,
                    submission,
                    redaction,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Heard.NOTHING);
        }

        /// Copies the lists.
        public Rows {
            wakeUps = List.copyOf(wakeUps);
            errands = List.copyOf(errands);
            access = List.copyOf(access);
        }

        @Override
        public String toString() {
            return "Rows[" + wakeUps + " " + errands + "]";
        }
    }

    /// The IDs of the files that a conversation holds after a turn that changed that, and which of
    /// them it did not hold before. What it holds no more is removed; if a fresh one is not there
    /// to be held, the turn is stale.
    public record Held(Set<String> all, Set<String> fresh) {
        /// Copies the sets.
        public Held {
            all = Set.copyOf(all);
            fresh = Set.copyOf(fresh);
        }
    }

    /// Who gets in, and who does not any more.
    public sealed interface Access {
        /// The person.
        int person();

        /// By a link that is good once, until then.
        record Invite(int person, String secret, Instant until) implements Access {
            @Override
            public String toString() {
                return "Invite[" + person + "]";
            }
        }

        /// By that link, from then on with this token; stale when the link has ended.
        record Enter(int person, String secret, String token) implements Access {
            @Override
            public String toString() {
                return "Enter[" + person + "]";
            }
        }

        /// One more device of theirs by a link or a code, either of which is good once, until then.
        record MoveOn(int person, String link, String code, Instant until) implements Access {
            @Override
            public String toString() {
                return "MoveOn[" + person + "]";
            }
        }

        /// That device showed one of these, and waits with this token until then; stale when that
        /// has ended.
        record Arrive(int person, String shown, String token, Instant until) implements Access {
            @Override
            public String toString() {
                return "Arrive[" + person + "]";
            }
        }

        /// The device that waits comes in; nothing where none does any more.
        record Admit(int person) implements Access {}

        /// The device that waits does not come in.
        record TurnAway(int person) implements Access {}

        /// Not any more, by whatever way.
        record Revoke(int person) implements Access {}
    }

    /// The idempotency key of the turn and the hash of its request, as the surface gave them.
    public record Request(String key, String hash) {}

    /// A time at which to come back. As the one that the turn answers it carries who leased it: if
    /// that is not true any more, the turn is stale.
    public record WakeUp(String kind, Instant dueAt, String leasedBy) {}

    /// Something to send after the turn (`mail`, `withdrawn`, `expired`, `removed`, `confirm`); the
    /// reference only where it must outlive the conversation. The recipient is an applicant, and
    /// sealed with their key.
    public record Errand(
            String id,
            String kind,
            int revision,
            Optional<String> reference,
            Optional<Recipient> recipient) {
        /// One to staff.
        public Errand(String id, String kind, int revision, Optional<String> reference) {
            this(id, kind, revision, reference, Optional.empty());
        }

        /// Whether it tells that a sketch was taken back or erased: nothing else of it is sent
        /// then.
        boolean isLast() {
            return reference.isPresent();
        }

        @Override
        public String toString() {
            return "Errand[" + id + " " + kind + "]";
        }
    }

    /// A sketch handed over: never changed afterwards. The digest is what lists and searches of
    /// staff need of it.
    public record Submission(
            int revision, String reference, String schema, String sketch, Digest digest) {
        /// One that staff need not find.
        public Submission(int revision, String reference, String schema, String sketch) {
            this(revision, reference, schema, sketch, new Digest("", "", 0, "", Instant.EPOCH));
        }

        @Override
        public String toString() {
            return "Submission[" + reference + " " + revision + "]";
        }
    }

    /// What lists of staff show of a sketch: a light by name (empty for none), its topics as IDs of
    /// options with commas between (empty for none), how many points are open, its words as a
    /// search reads them, and by when staff promise an answer.
    public record Digest(
            String light, String topic, int openPoints, String words, Instant promised) {
        @Override
        public String toString() {
            return "Digest[" + light + "]";
        }
    }

    /// The numbers of facts whose content goes, and what replaces messages, by number; `answers`
    /// clears what older idempotency keys remember. The sketches replace those that were handed
    /// over, by revision; `addresses` drops what waits to be sent to the applicants; `words` are
    /// those that a search may find from now on, null for the same as before.
    public record Redaction(
            Set<Integer> facts,
            Map<Integer, Message> messages,
            boolean answers,
            Map<Integer, String> sketches,
            boolean addresses,
            @Nullable String words) {
        /// Nothing goes.
        public static final Redaction NONE = new Redaction(Set.of(), Map.of(), false);

        /// What was handed over stays as it is.
        public Redaction(Set<Integer> facts, Map<Integer, Message> messages, boolean answers) {
            this(facts, messages, answers, Map.of(), false, null);
        }

        /// Copies the collections.
        public Redaction {
            facts = Set.copyOf(facts);
            messages = Map.copyOf(messages);
            sketches = Map.copyOf(sketches);
        }

        @Override
        public String toString() {
            return "Redaction[" + facts + " " + messages.keySet() + " " + sketches.keySet() + "]";
        }
    }
}
