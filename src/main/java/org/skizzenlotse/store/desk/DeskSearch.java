// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.store.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.KeyLookUp;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.vault.Ciphertext;
import org.skizzenlotse.store.vault.Place;

/// Full text without an index: whatever is filtered out already is opened, part by part on a few
/// platform threads, and matched. An index would have to be kept beside the keys, or it would tell
/// on the disk what the sketches say.
final class DeskSearch implements AutoCloseable {
    /// Where a turn that hands in puts the words, normalised.
    static final Place WORDS = new Place("desk_text", "", "payload");

    /// As many as there are processors on the small machine that this is made for.
    private static final int THREADS = 2;

    /// One search keeps all threads busy; a second one at the same time would make both slow.
    private static final int SEARCHES = 1;

    /// Two or three megabytes of text at a time.
    private static final int PART = 400;

    /// Far more than the two seconds that 10,000 sketches may take; then what was found is shown.
    private static final Duration TIME_MAX = Duration.ofSeconds(8);

    private final Database database;
    private final InstantSource clock;
    private final Semaphore searching = new Semaphore(SEARCHES, true);
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().name("search-", 1).daemon().factory());

    DeskSearch(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What was found, in the order of the candidates, and whether all were looked at.
    record Found(List<ConversationId> ids, boolean whole) {}

    /// Those of the candidates whose text or reference holds all words.
    Found among(List<DeskRows.Ordered> candidates, List<String> words) {
        var until = clock.instant().plus(TIME_MAX);
        try {
            searching.acquire();
            try {
                return found(candidates, words, until);
            } finally {
                searching.release();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted");
        }
    }

    private Found found(List<DeskRows.Ordered> candidates, List<String> words, Instant until)
            throws InterruptedException {
        var parts = new ArrayList<Future<Optional<List<ConversationId>>>>();
        for (int i = 0; i < candidates.size(); i += PART) {
            var part = candidates.subList(i, Math.min(candidates.size(), i + PART));
            Callable<Optional<List<ConversationId>>> look =
                    () ->
                            clock.instant().isAfter(until)
                                    ? Optional.empty()
                                    : Optional.of(inPart(part, words));
            parts.add(threads.submit(look));
        }
        var ids = new ArrayList<ConversationId>();
        boolean whole = true;
        for (var part : parts) {
            var found = result(part);
            whole &= found.isPresent();
            found.ifPresent(ids::addAll);
        }
        return new Found(ids, whole);
    }

    private List<ConversationId> inPart(List<DeskRows.Ordered> part, List<String> words) {
        var matching = new HashSet<ConversationId>();
        var texts = database.read(handle -> texts(handle, part));
        for (var text : texts) if (holds(text, words)) matching.add(text.id());
        return part.stream()
                .filter(one -> matching.contains(one.id()) || isNamed(one.reference(), words))
                .map(DeskRows.Ordered::id)
                .toList();
    }

    private static boolean isNamed(String reference, List<String> words) {
        var name = SearchText.of(reference);
        return words.stream().allMatch(name::contains);
    }

    private record Sealed(ConversationId id, Ciphertext text) {}

    private static List<Sealed> texts(Handle handle, List<DeskRows.Ordered> part) {
        return handle.createQuery(
                        """
                        select conversation_id, payload from desk_text
                        where conversation_id in (<ids>)
                        """)
                .bindList("ids", part.stream().map(one -> one.id().value()).toList())
                .map((rows, _) ->
                        new Sealed(
                                new ConversationId(rows.getString(1)),
                                Ciphertext.of(rows.getBytes(2))))
                .list();
    }

    private boolean holds(Sealed sealed, List<String> words) {
        var key = KeyLookUp.find(database, sealed.id());
        if (key.isEmpty()) return false;
        var text = new String(key.get().open(WORDS, sealed.text()), UTF_8);
        return words.stream().allMatch(text::contains);
    }

    private static Optional<List<ConversationId>> result(
            Future<Optional<List<ConversationId>>> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
