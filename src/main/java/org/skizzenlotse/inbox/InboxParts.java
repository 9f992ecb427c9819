// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.inbox.desk.Days;
import org.skizzenlotse.inbox.desk.Office;
import org.skizzenlotse.inbox.desk.Sketches;
import org.skizzenlotse.inbox.desk.Vocabulary;
import org.skizzenlotse.inbox.list.ListPages;
import org.skizzenlotse.inbox.signin.Part;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.desk.Colleagues;
import org.skizzenlotse.store.desk.DeskStore;
import org.skizzenlotse.store.desk.NoteStore;

/// The pages about sketches, each over the same stores, which are asked for once they are open.
public final class InboxParts implements AutoCloseable {
    private final List<Part> parts;
    private final Runnable end;

    private InboxParts(List<Part> parts, Runnable end) {
        this.parts = List.copyOf(parts);
        this.end = end;
    }
    // TODO
    public static InboxParts over(
            Database database,
            Conversations conversations,
            Published published,
            ZoneId zone,
            InstantSource clock) {
        var office = office(database, published, new Days(zone, clock));
        Supplier<Office> known = () -> office;
        return new InboxParts(List.of(new ListPages(known)), office.desk()::close);
    }

    private static Office office(Database database, Published published, Days days) {
        return new Office(
                new DeskStore(database, days.clock()),
                new NoteStore(database, days.clock()),
                new Colleagues(database),
                new AuditStore(database),
                new Sketches(new SubmissionStore(database)),
                new Vocabulary(published::inForce),
                days);
    }

    List<Part> all() {
        return parts;
    }

    @Override
    public void close() {
        end.run();
    }
}
