// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import org.skizzenlotse.store.audit.AuditStore;
import org.skizzenlotse.store.desk.Colleagues;
import org.skizzenlotse.store.desk.DeskStore;
import org.skizzenlotse.store.desk.NoteStore;

/// What pages about sketches work with.
public record Office(
        DeskStore desk,
        NoteStore notes,
        Colleagues colleagues,
        AuditStore audit,
        Sketches sketches,
        Vocabulary vocabulary,
        Days days) {}
