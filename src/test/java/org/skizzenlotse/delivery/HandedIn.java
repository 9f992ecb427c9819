// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.file.PhrasesFile;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.OutboxStore;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreSettings;
import org.skizzenlotse.store.database.Written;
import org.skizzenlotse.store.form.Recipient;

/// Data in which sketches were handed in, and what an outbox over them needs. The clock stands
/// still until it is set.
final class HandedIn implements AutoCloseable {
    static final Addresses ADDRESSES =
            Addresses.of("lotse@verein.example", "eins@example.org, zwei@example.org");

    Instant now = Instant.parse("2026-11-23T13:05:00Z");
    final InstantSource clock = () -> now;
    final Database database;
    final Outbox.Stores stores;

    HandedIn(Path data) throws Exception {
        database = Database.open(StoreSettings.in(data), clock);
        stores =
                new Outbox.Stores(
                        new OutboxStore(database),
                        new Erasures(database),
                        new Arrears(new BacklogStore(database), clock));
    }

    BacklogStore backlog() {
        return new BacklogStore(database);
    }

    Letters letters() {
        return new Letters(
                stores.outbox(),
                new SubmissionStore(database),
                new StaffMail(ADDRESSES, ZoneId.of("Europe/Berlin")),
                new ApplicantMail(ADDRESSES, PhrasesFile.load(), "https://lotse.example"));
    }

    /// A sketch of this reference, with a mail to staff.
    ConversationId sketch(String reference) {
        return sketch(
                reference, new Change.Errand("mail-" + reference, "mail", 1, Optional.empty()));
    }

    /// A sketch of this reference, with a confirmation to this address.
    ConversationId confirmed(String reference, String address) {
        var to = new Recipient(address, "de", reference);
        var errand =
                new Change.Errand(
                        "confirm-" + reference, "confirm", 1, Optional.empty(), Optional.of(to));
        return sketch(reference, errand);
    }

    /// A sketch of this reference, with this errand.
    ConversationId sketch(String reference, Change.Errand errand) {
        var id = new ConversationId("c-" + reference);
        var turns = new Turns(database);
        var began = new Happened.Began("probe", "h", "de", now);
        var went = new Happened.Went(new Lifecycle.Submitted(1), reference);
        var begun = Conversation.begun(id, began);
        var marks = new Stored.Marks("web", true, now, now);
        var sketch = new SketchJson().render(StaffMailTest.saying("Zu heiß."));
        var rows =
                new Change.Rows(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(errand),
                        Optional.of(
                                new Change.Submission(
                                        1, reference, "s-1", sketch.replace("SK-7F3K", reference))),
                        Change.Redaction.NONE);
        var change =
                new Change(
                        Stored.none(begun, marks, turns.freshKey(id)),
                        begun.after(went),
                        marks,
                        now,
                        List.of(began, went),
                        List.of(),
                        rows);
        assertThat(turns.begin(change, "token-" + reference)).isInstanceOf(Written.Done.class);
        return id;
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
