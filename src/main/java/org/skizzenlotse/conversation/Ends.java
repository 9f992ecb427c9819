// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.WakeUpStore;
import org.skizzenlotse.store.database.Database;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// Sees to it that everything has an end at the right time: what was handed in before ends were
/// set, and all that is there when the periods have changed.
final class Ends {
    private static final List<String> FACTS =
            List.of("entwurf_tage", "aufbewahrung_monate", "aufbewahrung_hoechstens");

    private final Installation installation;
    private final Published published;
    private final WakeUpStore wakeUps;

    Ends(Installation installation, Published published, Database database) {
        this.installation = installation;
        this.published = published;
        this.wakeUps = new WakeUpStore(database);
    }

    /// Asked at each start.
    ///
    /// @throws StoreUnavailable when it is not known to be done; repeat it
    void begin() {
        var now = installation.now();
        done(wakeUps.beginKept(Engine.KEPT, Engine.KEPT_FROM, now));
        done(wakeUps.checkAnew(List.of(Engine.DRAFT, Engine.KEPT), periods(), now));
    }

    /// Whether periods are others than at the last start.
    boolean haveChanged() {
        return wakeUps.haveChanged(periods());
    }

    /// All that decides on ends, in one word.
    private String periods() {
        var facts =
                FACTS.stream()
                        .map(fact -> Optional.ofNullable(installation.facts().get(fact)))
                        .map(fact ->
                                fact.map(installation.engine().display("de")::fact).orElse("-"));
        var dialogs =
                published.all().stream()
                        .sorted(java.util.Comparator.comparing(Dialog::id))
                        .map(one -> one.id() + "=" + one.head().timing());
        return Stream.concat(facts, dialogs).collect(Collectors.joining(" "));
    }

    private static void done(Written<?> written) {
        if (!(written instanceof Written.Done<?>)) throw new StoreUnavailable("not begun yet");
    }
}
