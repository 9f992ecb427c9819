// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;

/// Does at once what is due by the periods in force, for a service that stood still: the same turns
/// that a running one takes.
public final class Purge {
    private static final List<String> KINDS = List.of(Engine.NO_CONSENT, Engine.DRAFT, Engine.KEPT);

    /// Far longer than a turn takes.
    private static final Duration LEASE = Duration.ofMinutes(1);

    /// More at once are listed and done in the next call.
    private static final int DUE_MAX = 10_000;

    private final Conversations conversations;
    private final Ends ends;
    private final WakeUpStore wakeUps;
    private final InstantSource clock;
    private final String owner = Secrets.id();

    /// Over these conversations.
    public Purge(Conversations conversations, Database database, InstantSource clock) {
        this.conversations = conversations;
        this.ends = conversations.circumstances().ends(database);
        this.wakeUps = new WakeUpStore(database);
        this.clock = clock;
    }

    /// What a call does to one conversation: its reference, or its ID before there is one, what it
    /// was, since when this was due, and whether it is erased or its end announced.
    public record Line(String subject, String lifecycle, Instant due, boolean erased) {}

    /// What would be done now; nothing is written.
    public List<Line> look() {
        var lines = new ArrayList<Line>();
        for (var row : wakeUps.due(KINDS, horizon(), DUE_MAX)) line(row).ifPresent(lines::add);
        return lines;
    }

    /// With other periods than at the last start everything is looked at.
    private Instant horizon() {
        return ends.haveChanged() ? Instant.ofEpochMilli(Long.MAX_VALUE) : clock.instant();
    }

    /// Does it, and tells what was done.
    ///
    /// @throws StoreUnavailable when it is not known to be done; repeat it
    public List<Line> run() {
        ends.begin();
        conversations.finishErasing();
        var lines = new ArrayList<Line>();
        for (var row : wakeUps.due(KINDS, clock.instant(), DUE_MAX)) {
            var line = line(row);
            var mine = wakeUps.leaseOne(row.due(), clock.instant(), LEASE, owner);
            if (mine && conversations.wake(row.due(), owner)) line.ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Line> line(WakeUpStore.DueSince row) {
        return conversations
                .woken(row.due(), owner)
                .filter(made -> made.turn().forgets() || !made.turn().messages().isEmpty())
                .map(made -> {
                    var before = made.before().conversation();
                    var reference = before.reference();
                    return new Line(
                            reference.isEmpty() ? before.id().value() : reference,
                            before.lifecycle().id(),
                            row.since(),
                            made.turn().forgets());
                });
    }
}
