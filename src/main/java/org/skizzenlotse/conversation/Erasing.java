// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.store.Erasures;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Erases the key, the rows, and what lies outside the database; also what was stopped in between.
final class Erasing {
    private final Installation installation;
    private final Erasures erasures;
    private final FileCleaner cleaner;

    Erasing(Installation installation, Database database) {
        this.installation = installation;
        this.erasures = new Erasures(database);
        this.cleaner = new FileCleaner(database, installation.clock());
    }

    /// @throws StoreUnavailable when it is not known to be finished; repeat it
    void erase(ConversationId id) {
        var done = erasures.erase(id, installation.now());
        if (!(done instanceof Written.Done<Erasures.Erased>(var erased)))
            throw new StoreUnavailable("not erased yet");
        installation.forgetReferences().accept(erased.references());
        cleaner.removeDue();
    }

    void finish() {
        for (var erased : erasures.finish(installation.now()))
            installation.forgetReferences().accept(erased.references());
    }
}
