// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.By;
import org.skizzenlotse.store.audit.AuditEntry.Deed;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.chat.ChannelSecrets;
import org.skizzenlotse.store.chat.InboxKeys;
import org.skizzenlotse.store.chat.ReceivedStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.Job;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.Recipient;
import org.skizzenlotse.store.staff.StaffKey;

/// Erasing: first the key, so that from then on nothing can be read in any copy, then the rows.
/// Whatever stops in between is finished by [#finish].
public final class Erasures {
    /// A key older than this without a conversation never became one: a turn takes milliseconds.
    static final Duration UNUSED_MAX = Duration.ofHours(1);

    /// IDs compared at a time, so that the size of the database never becomes memory.
    private static final int CHUNK = 1_000;

    private final Database database;

    /// Over this database.
    public Erasures(Database database) {
        this.database = database;
    }

    /// What was erased, for what lies outside the database: mails by reference.
    public record Erased(ConversationId id, List<String> references) {
        /// Copies the list.
        public Erased {
            references = List.copyOf(references);
        }
    }

    /// Erases a conversation, by command where no turn said so before. When it returns
    /// [Written.Done], nothing of it can be read any more; also after [Written.Unavailable] the key
    /// may be gone already.
    public Written<Erased> erase(ConversationId id, Instant now) {
        return erase(id, now, new Deed(What.ERASED, By.COMMAND, ""));
    }

    private Written<Erased> erase(ConversationId id, Instant now, Deed deed) {
        return database.write(
                new Job<>(List.of(), List.of(id), handle -> rows(handle, id, now, deed)));
    }

    /// Finishes erasing whatever has no key or began to be erased, and sweeps keys that were never
    /// used.
    public List<Erased> finish(Instant now) {
        return finish(now, new Deed(What.ERASED, By.SERVICE, "finished"));
    }

    /// The same where keys were brought back that know what was erased since.
    public List<Erased> finishRestoring(Instant now) {
        return finish(now, new Deed(What.ERASED, By.COMMAND, "restore"));
    }

    private List<Erased> finish(Instant now, Deed deed) {
        sweepUnusedKeys(now);
        var erased = new ArrayList<Erased>();
        for (var id : database.read(handle -> ConversationStore.begunToErase(handle, CHUNK)))
            if (erase(id, now, deed) instanceof Written.Done<Erased>(var one)) erased.add(one);
        var after = "";
        while (true) {
            var ids = idsAfter(after);
            if (ids.isEmpty()) return erased;
            after = ids.getLast().value();
            for (var id : withoutKey(ids))
                if (erase(id, now, deed) instanceof Written.Done<Erased>(var one)) erased.add(one);
        }
    }

    /// The references of all conversations that were erased.
    public List<String> erasedReferences() {
        return database.read(TombstoneStore::references);
    }

    private static Erased rows(Handle handle, ConversationId id, Instant now, Deed deed) {
        var references = SubmissionStore.references(handle, id);
        var names = new ArrayList<>(references);
        if (OutboxStore.wroteOfDraft(handle, id)) names.add(Recipient.ofDraft(id));
        if (ConversationStore.exists(handle, id)) {
            TombstoneStore.insertTokens(handle, id, now);
            TombstoneStore.insert(handle, id.value(), TombstoneStore.CONVERSATION, now);
            for (var reference : names)
                TombstoneStore.insert(handle, reference, TombstoneStore.REFERENCE, now);
            if (!AuditStore.tellsTheEndOf(handle, id))
                AuditStore.insert(
                        handle,
                        AuditEntry.of(
                                now, deed, id, references.isEmpty() ? "" : references.getFirst()));
        }
        OutboxStore.deleteWhatNeedsContent(handle, id);
        ReceivedStore.deleteFailed(handle, id);
        FileStore.removeAll(handle, id, now);
        ConversationStore.delete(handle, id);
        return new Erased(id, names);
    }

    private void sweepUnusedKeys(Instant now) {
        var after = "";
        while (true) {
            var ids = keysAfter(now.minus(UNUSED_MAX), after);
            if (ids.isEmpty()) return;
            after = ids.getLast().value();
            var unused =
                    database.read(handle ->
                            ids.stream()
                                    .filter(id -> !InboxKeys.isOne(id))
                                    .filter(id -> !ChannelSecrets.isOne(id))
                                    .filter(id -> !StaffKey.isIt(id))
                                    .filter(id -> !ConversationStore.exists(handle, id))
                                    .toList());
            if (!unused.isEmpty()) database.write(new Job<>(List.of(), unused, _ -> true));
        }
    }

    private List<ConversationId> keysAfter(Instant madeBefore, String after) {
        return database.read(
                _ -> KeyLookUp.ask(() -> database.keys().madeBefore(madeBefore, after, CHUNK)));
    }

    private List<ConversationId> idsAfter(String after) {
        return database.read(handle -> ConversationStore.idsAfter(handle, after, CHUNK));
    }

    private List<ConversationId> withoutKey(List<ConversationId> ids) {
        var known = database.read(_ -> KeyLookUp.ask(() -> database.keys().among(ids)));
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }
}
