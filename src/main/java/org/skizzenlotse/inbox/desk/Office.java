// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.skizzenlotse.conversation.Conversations;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.conversation.Statuses;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.store.BacklogStore;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;
import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.desk.Colleagues;
import org.skizzenlotse.store.desk.DeskStore;
import org.skizzenlotse.store.desk.NoteStore;

/// What pages about sketches work with.
public record Office(
        DeskStore desk,
        NoteStore notes,
        Colleagues colleagues,
        AuditStore audit,
        BacklogStore backlog,
        Sketches sketches,
        Assessments assessments,
        Vocabulary vocabulary,
        Days days,
        Means means) {

    /// What an installation gives for it.
    public record Means(
            Database database,
            Conversations conversations,
            Published published,
            Statuses statuses,
            ZoneId zone,
            InstantSource clock) {}

    /// The version of a dialog with that hash, where it is known.
    public Optional<Dialog> version(String hash) {
        return means.published().known(hash);
    }

    /// Over an installation that is open.
    public static Office over(Means means) {
        var database = means.database();
        var clock = means.clock();
        return new Office(
                new DeskStore(database, clock),
                new NoteStore(database, clock),
                new Colleagues(database),
                new AuditStore(database),
                new BacklogStore(database),
                new Sketches(new SubmissionStore(database)),
                new Assessments(means.published(), new Turns(database)),
                new Vocabulary(means.published()::inForce, means.statuses()),
                new Days(means.zone(), clock),
                means);
    }
}
