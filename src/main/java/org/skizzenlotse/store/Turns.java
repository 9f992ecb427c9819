// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.chat.AddressStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.DataKey;

/// Finds conversations and writes turns: everything of a turn in one transaction, after a check
/// that nothing came between. Opening and sealing run on the caller's thread.
public final class Turns {
    private final Database database;

    /// Over this database.
    public Turns(Database database) {
        this.database = database;
    }

    /// A message with its number and time.
    public record Said(int number, Instant at, Message message) {}

    /// A key for a conversation that is about to begin.
    public DataKey freshKey(ConversationId id) {
        return database.keys().fresh(id);
    }

    /// The conversation of a token; with an idempotency key (empty: none) also what it remembers.
    public Found find(String token, String idempotencyKey, Instant now) {
        return find(
                TokenStore.Kind.SESSION, Devices.tokenHash(database, token), idempotencyKey, now);
    }

    /// The conversation of a key by which one comes back.
    public Found findByKey(String key, Instant now) {
        return find(TokenStore.Kind.KEY, Devices.keyHash(database, key), "", now);
    }

    /// The conversation for which files come in by this link, if it was good at that time.
    public Found findByLink(String secret, Instant at) {
        return find(TokenStore.Kind.UPLOAD, LinkStore.hash(database, secret), "", at);
    }

    /// The conversation to which this link invites.
    public Found findByInvitation(String secret, Instant now) {
        return find(TokenStore.Kind.INVITE, Devices.linkHash(database, secret), "", now);
    }

    /// The conversation to which a device may move that shows this link or code.
    public Found findByMove(String shown, Instant now) {
        return find(TokenStore.Kind.MOVE, Devices.moveHash(database, shown), "", now);
    }

    /// The conversation before which a device waits with this token.
    public Found findArriving(String token, Instant now) {
        return find(TokenStore.Kind.ARRIVING, Devices.tokenHash(database, token), "", now);
    }

    private Found find(TokenStore.Kind kind, String hash, String idempotencyKey, Instant now) {
        var looked =
                database.read(handle -> {
                    var row = ConversationStore.byToken(handle, kind, hash, now);
                    return look(handle, row, idempotencyKey, hash);
                });
        return opened(looked);
    }

    /// The conversation of an ID.
    public Found find(ConversationId id) {
        var looked =
                database.read(
                        handle -> look(handle, ConversationStore.byId(handle, id), "", id.value()));
        return opened(looked);
    }

    /// The ID of a reference, or the ID itself where there is such a conversation.
    public Optional<ConversationId> find(String referenceOrId) {
        return database.read(handle -> ConversationStore.find(handle, referenceOrId));
    }

    /// Whether this request is the one that was remembered.
    public boolean isSame(ConversationId id, String requestHash, Found.Remembered remembered) {
        return IdempotencyStore.requestHash(database.keys(), id, requestHash)
                .equals(remembered.requestHash());
    }

    /// Writes the beginning of a conversation, found by this token from then on.
    public Written<Boolean> begin(Writable change, String token) {
        var sealed = sealed(change);
        var hash = Devices.tokenHash(database, token);
        return database.write(
                new Job<>(
                        List.of(change.before().key()),
                        List.of(),
                        handle -> {
                            ConversationStore.insert(handle, change, sealed.state());
                            TokenStore.insertSession(
                                    handle,
                                    change.after().id(),
                                    Person.FIRST,
                                    new TokenStore.Row(TokenStore.Kind.SESSION, hash, change.at()));
                            insert(handle, change, sealed);
                            return true;
                        }));
    }

    /// Writes a turn; a conflict when another turn came first, or it was erased.
    public Written<Boolean> save(Writable change) {
        var sealed = sealed(change);
        return database.write(
                Job.of(handle -> {
                    ConversationStore.update(handle, change, sealed.state());
                    change.rows()
                            .answered()
                            .ifPresent(one -> WakeUpStore.answer(handle, change.after().id(), one));
                    redact(handle, change, sealed);
                    var id = change.after().id();
                    change.rows()
                            .files()
                            .ifPresent(held -> FileStore.hold(handle, id, held, change.at()));
                    insert(handle, change, sealed);
                    return true;
                }));
    }

    /// The facts up to this number, in order.
    public List<Happened> history(Stored stored, int last) {
        var id = stored.conversation().id();
        return database.read(handle -> TranscriptStore.facts(handle, id, last)).stream()
                .map(row -> row.fact(stored.key()))
                .toList();
    }

    /// A fact with its number and time.
    public record Dated(int number, Instant at, Happened happened) {}

    /// All facts of a conversation with their times, in order.
    public List<Dated> dated(Stored stored) {
        var id = stored.conversation().id();
        return database
                .read(handle -> TranscriptStore.facts(handle, id, stored.lastFact()))
                .stream()
                .map(row -> new Dated(row.number(), row.at(), row.fact(stored.key())))
                .toList();
    }

    /// The facts of the turns after that one, in order.
    public List<Happened> historySince(Stored stored, int turn) {
        var id = stored.conversation().id();
        return database.read(handle -> TranscriptStore.factsSince(handle, id, turn)).stream()
                .map(row -> row.fact(stored.key()))
                .toList();
    }

    /// The messages after this number, up to the last that the stored conversation knows of.
    public List<Said> messages(Stored stored, int after, int last) {
        var id = stored.conversation().id();
        return database.read(handle -> TranscriptStore.messages(handle, id, after, last)).stream()
                .map(row -> new Said(row.number(), row.at(), row.message(stored.key())))
                .toList();
    }

    /// What was found, before it is opened.
    private record Looked(
            ConversationStore.@Nullable Row row,
            @Nullable DataKey key,
            IdempotencyStore.@Nullable Sealed remembered,
            boolean erased,
            boolean revoked) {}

    private Looked look(
            Handle handle, Optional<ConversationStore.Row> row, String key, String mark) {
        if (row.isEmpty())
            return new Looked(
                    null,
                    null,
                    null,
                    TombstoneStore.marks(handle, mark),
                    TokenStore.isRevoked(handle, mark));
        var id = row.get().id();
        var remembered =
                key.isEmpty()
                        ? Optional.<IdempotencyStore.Sealed>empty()
                        : IdempotencyStore.find(
                                handle,
                                id,
                                IdempotencyStore.keyHash(
                                        database.keys(), id, row.get().person(), key));
        var dataKey = KeyLookUp.find(database, id).orElse(null);
        return new Looked(row.get(), dataKey, remembered.orElse(null), dataKey == null, false);
    }

    private static Found opened(Looked looked) {
        if (looked.erased()) return new Found.Gone();
        if (looked.revoked()) return new Found.Revoked();
        if (looked.row() == null || looked.key() == null) return new Found.Unknown();
        var key = looked.key();
        var remembered = Optional.ofNullable(looked.remembered()).map(one -> one.open(key));
        var stored = looked.row().open(key);
        // an erase that has begun is as good as done
        if (stored.conversation().lifecycle() instanceof Lifecycle.Erased) return new Found.Gone();
        return new Found.Known(stored, remembered);
    }

    /// The sealed form of everything in a change.
    private record SealedRows(
            Ciphertext state,
            List<TranscriptStore.Row> facts,
            List<TranscriptStore.Row> messages,
            IdempotencyStore.@Nullable Row request,
            @Nullable Ciphertext sketch,
            @Nullable String secret,
            @Nullable Ciphertext words,
            List<OutboxStore.Row> errands,
            List<Entrances.Hashed> access,
            Map<Integer, Ciphertext> redactedFacts,
            Map<Integer, Ciphertext> redactedMessages,
            Map<Integer, Ciphertext> redactedSketches,
            AddressStore.@Nullable Sealed bound) {}

    private SealedRows sealed(Writable change) {
        var key = change.before().key();
        var facts = new ArrayList<TranscriptStore.Row>();
        int number = change.before().lastFact();
        for (var fact : change.happened())
            facts.add(TranscriptStore.sealed(++number, change.at(), fact, key));
        var messages = new ArrayList<TranscriptStore.Row>();
        number = change.before().lastMessage();
        for (var message : change.messages())
            messages.add(TranscriptStore.sealed(++number, change.at(), message, key));
        var submission = change.rows().submission();
        return new SealedRows(
                ConversationStore.sealed(change.after(), key),
                facts,
                messages,
                change.rows()
                        .request()
                        .map(one -> IdempotencyStore.row(database.keys(), change, one))
                        .orElse(null),
                submission.map(one -> SubmissionStore.sealed(one, key)).orElse(null),
                change.rows().secret().map(one -> Devices.keyHash(database, one)).orElse(null),
                DeskRows.sealed(change, key),
                OutboxStore.sealed(change.rows().errands(), key),
                Entrances.hashed(database, change.rows().access()),
                Redacted.facts(change),
                Redacted.messages(change),
                Redacted.sketches(change),
                ChatRows.sealed(database, change));
    }

    private static void redact(Handle handle, Writable change, SealedRows sealed) {
        var id = change.after().id();
        TranscriptStore.redactFacts(handle, id, sealed.redactedFacts());
        TranscriptStore.redactMessages(handle, id, sealed.redactedMessages());
        SubmissionStore.redact(handle, id, sealed.redactedSketches());
        if (change.rows().redaction().addresses()) OutboxStore.deleteToApplicants(handle, id);
        if (change.rows().redaction().answers()) IdempotencyStore.clear(handle, id);
    }

    private static void insert(Handle handle, Writable change, SealedRows sealed) {
        var id = change.after().id();
        var rows = change.rows();
        for (var one : sealed.access()) Entrances.write(handle, id, one, change.at());
        TranscriptStore.insertFacts(handle, id, change.before().revision() + 1, sealed.facts());
        TranscriptStore.insertMessages(handle, id, sealed.messages());
        if (sealed.request() != null)
            IdempotencyStore.insert(handle, id, change.before().revision() + 1, sealed.request());
        for (var wakeUp : rows.wakeUps()) WakeUpStore.replace(handle, id, wakeUp);
        var secret = sealed.secret();
        if (secret != null)
            TokenStore.replace(
                    handle,
                    id,
                    change.speaker(),
                    new TokenStore.Row(TokenStore.Kind.KEY, secret, change.at()));
        for (var errand : sealed.errands()) OutboxStore.insert(handle, id, errand, change.at());
        rows.audit().ifPresent(entry -> AuditStore.insert(handle, entry));
        ChatRows.write(handle, change, sealed.bound());
        var sketch = sealed.sketch();
        if (sketch != null)
            rows.submission().ifPresent(one -> SubmissionStore.insert(handle, change, one, sketch));
        DeskRows.write(handle, change, sealed.words());
    }
}
