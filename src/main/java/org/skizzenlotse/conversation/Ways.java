// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.change.Difference;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.store.DialogStore;

/// How conversations come from one version of a dialog to another: at once where it explains
/// itself, else by migrations, one after the other.
final class Ways {
    /// Comparisons kept in memory; more than this are made again.
    private static final int KEPT_MAX = 500;

    /// A way of more versions than this is not looked for.
    private static final int VERSIONS_MAX = 200;

    private final DialogStore store;
    private final Published.Forms forms;
    private final Function<String, Optional<Dialog>> versions;
    private final Map<String, Boolean> explained = new ConcurrentHashMap<>();
    private final Map<String, Optional<List<Migration>>> ways = new ConcurrentHashMap<>();

    Ways(DialogStore store, Published.Forms forms, Function<String, Optional<Dialog>> versions) {
        this.store = store;
        this.forms = forms;
        this.versions = versions;
    }

    /// Something else is in force.
    void forget() {
        ways.clear();
    }

    boolean explainsItself(Dialog own, Dialog now) {
        if (own.hash().equals(now.hash())) return true;
        if (explained.size() >= KEPT_MAX) explained.clear();
        return explained.computeIfAbsent(
                own.hash() + ">" + now.hash(), _ -> Difference.of(own, now).explainsItself());
    }

    /// The migrations on the shortest way, none where it explains itself; empty where there is no
    /// way.
    Optional<List<Migration>> between(Dialog own, Dialog now) {
        if (ways.size() >= KEPT_MAX) ways.clear();
        var key = own.hash() + ">" + now.hash();
        var known = ways.get(key);
        if (known != null) return known;
        var found = way(own, now, stored(now.id()));
        ways.put(key, found);
        return found;
    }

    /// How many open conversations come to `old` and would not come to this one.
    int stranded(Dialog old, Published.Proven one) {
        if (explainsItself(old, one.dialog())) return 0;
        var before = stored(old.id());
        var then = new ArrayList<>(before);
        one.migrations().forEach(written -> then.add(written.migration()));
        int stranded = 0;
        for (var open : store.open(old.id())) {
            var own = versions.apply(open.hash());
            if (own.isPresent()
                    && way(own.get(), old, before).isPresent()
                    && way(own.get(), one.dialog(), then).isEmpty())
                stranded += open.conversations();
        }
        return stranded;
    }

    static List<DialogStore.Migration> rows(Published.Proven one) {
        return one.migrations().stream()
                .map(written ->
                        new DialogStore.Migration(
                                written.migration().from(),
                                written.migration().to(),
                                one.dialog().id(),
                                written.json()))
                .toList();
    }

    private List<Migration> stored(String dialog) {
        return store.migrations(dialog).stream()
                .map(one -> forms.migration().apply(one.migration()))
                .toList();
    }

    private record Station(Dialog version, List<Migration> until) {}

    private Optional<List<Migration>> way(Dialog from, Dialog to, List<Migration> migrations) {
        var seen = new HashSet<String>();
        var ahead = new ArrayDeque<Station>();
        ahead.add(new Station(from, List.of()));
        while (!ahead.isEmpty() && seen.size() < VERSIONS_MAX) {
            var here = ahead.removeFirst();
            if (explainsItself(here.version(), to)) return Optional.of(here.until());
            for (var migration : migrations) {
                if (seen.contains(migration.to()) || !leadsFrom(here.version(), migration))
                    continue;
                seen.add(migration.to());
                var next =
                        migration.to().equals(to.hash())
                                ? Optional.of(to)
                                : versions.apply(migration.to());
                var until = new ArrayList<>(here.until());
                until.add(migration);
                next.ifPresent(version -> ahead.add(new Station(version, until)));
            }
        }
        return Optional.empty();
    }

    private boolean leadsFrom(Dialog here, Migration migration) {
        return here.hash().equals(migration.from())
                || versions.apply(migration.from())
                        .filter(from -> explainsItself(here, from))
                        .isPresent();
    }
}
