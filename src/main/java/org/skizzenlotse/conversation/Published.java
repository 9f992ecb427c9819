// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.skizzenlotse.dialog.change.Migration;
import org.skizzenlotse.dialog.Dialog;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Upgrade;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.database.StoreUnavailable;

/// The dialogs in force, and the older versions on which conversations still run (DESIGN section 5,
/// "Versions").
public final class Published {
    /// Versions kept in memory; more than this are read again.
    private static final int KEPT_MAX = 500;

    private final DialogStore store;
    private final Forms forms;
    private final InstantSource clock;
    private final Ways ways;
    private final Map<String, Dialog> inForce = new ConcurrentHashMap<>();
    private final Map<String, Dialog> byHash = new ConcurrentHashMap<>();

    /// Puts in force what was in force last; `forms` builds what is stored.
    public Published(DialogStore store, Forms forms, InstantSource clock) {
        this.store = store;
        this.forms = forms;
        this.clock = clock;
        this.ways = new Ways(store, forms, this::known);
    }

    /// Builds a dialog from its canonical form, and a migration from its stored one.
    public record Forms(Function<String, Dialog> dialog, Function<String, Migration> migration) {}

    /// A dialog that was proven, its canonical JSON, what was proven, and the migrations beside it.
    public record Proven(Dialog dialog, String canonical, String proof, List<Written> migrations) {
        /// Copies the list.
        public Proven {
            migrations = List.copyOf(migrations);
        }

        /// Without migrations.
        public Proven(Dialog dialog, String canonical, String proof) {
            this(dialog, canonical, proof, List.of());
        }
    }

    /// A migration and its stored form.
    public record Written(Migration migration, String json) {}

    /// What became of a dialog that was to be put in force: `refused` where conversations that are
    /// `open` would lose their way to what is in force, and `before` stays.
    public record Put(Dialog dialog, Optional<Dialog> before, boolean refused, int open) {}

    /// Puts these in force. What is published and not among them (its folder is broken) stays, and
    /// so does a version from which open conversations could not go on.
    ///
    /// @throws StoreUnavailable when that cannot be written
    public synchronized List<Put> publish(List<Proven> dialogs) {
        var last = store.published();
        var done = new ArrayList<Put>();
        for (var one : dialogs) {
            var id = one.dialog().id();
            var before = inForce.get(id);
            if (before == null && last.containsKey(id)) before = before(one.dialog(), last.get(id));
            done.add(put(one, Optional.ofNullable(before)));
        }
        last.forEach((id, hash) -> {
            if (!inForce.containsKey(id)) inForce.put(id, version(hash));
        });
        return done;
    }

    private Dialog before(Dialog dialog, String hash) {
        return dialog.hash().equals(hash) ? dialog : version(hash);
    }

    private Put put(Proven one, Optional<Dialog> before) {
        var dialog = one.dialog();
        var open = before.map(old -> ways.stranded(old, one)).orElse(0);
        if (open > 0) {
            before.ifPresent(old -> inForce.put(old.id(), old));
            return new Put(dialog, before, true, open);
        }
        var version =
                new DialogStore.Version(dialog.hash(), dialog.id(), one.canonical(), one.proof());
        if (!(store.publish(version, Ways.rows(one), clock.instant())
                instanceof org.skizzenlotse.store.database.Written.Done<Boolean>))
            throw new StoreUnavailable("a dialog cannot be published");
        byHash.put(dialog.hash(), dialog);
        inForce.put(dialog.id(), dialog);
        ways.forget();
        return new Put(dialog, before, false, 0);
    }

    /// How many open conversations could not go on with this version where it was in force.
    public int stranded(Proven one) {
        return inForce(one.dialog().id()).map(old -> ways.stranded(old, one)).orElse(0);
    }

    /// How many open conversations there are on any version of a dialog.
    public int open(String dialog) {
        return store.open(dialog).stream().mapToInt(DialogStore.Open::conversations).sum();
    }

    /// The version in force of a dialog.
    public Optional<Dialog> inForce(String id) {
        return Optional.ofNullable(inForce.get(id));
    }

    /// The titles of the dialogs in force, by ID, for somebody who speaks in this variant.
    Map<String, String> titles(String variant) {
        var titles = new HashMap<String, String>();
        inForce.forEach((id, dialog) -> titles.put(id, title(dialog, variant)));
        return titles;
    }

    /// Whoever would go on in another language is told before: "Projektskizze (German)".
    private static String title(Dialog dialog, String variant) {
        var title = dialog.frame(variant).title();
        if (dialog.variants().contains(variant)) return title;
        var own = Locale.forLanguageTag(dialog.head().language());
        return title + " (" + own.getDisplayLanguage(Locale.forLanguageTag(variant)) + ")";
    }

    /// All dialogs in force, by ID.
    public List<Dialog> all() {
        return inForce.values().stream()
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    /// The hashes that were proven once and need no proof again.
    public Set<String> provenHashes() {
        return store.hashes();
    }

    /// The dialog by which a conversation is looked at: the version in force where that explains
    /// itself, else its own.
    public Dialog forNextTurn(Conversation conversation) {
        var own = version(conversation.dialogHash());
        var now = inForce.get(conversation.dialog());
        if (now == null || now.hash().equals(own.hash()) || isPinned(conversation)) return own;
        return ways.explainsItself(own, now) ? now : own;
    }

    /// With what a conversation goes on when there is a sign of life: the version in force where
    /// that explains itself or migrations lead to it, else its own.
    Next next(Conversation conversation) {
        var seen = forNextTurn(conversation);
        var now = inForce.get(conversation.dialog());
        if (now == null || now.hash().equals(seen.hash()) || isPinned(conversation))
            return new Next(seen, Optional.empty());
        var way = ways.between(seen, now).filter(this::isOpenYet);
        return way.isEmpty()
                ? new Next(seen, Optional.empty())
                : new Next(now, Optional.of(new Upgrade(seen, way.get())));
    }

    /// A version, and how a conversation comes there where it takes migrations.
    record Next(Dialog dialog, Optional<Upgrade> upgrade) {}

    /// Lets a conversation stay on its version until then (null: no longer); false where there is
    /// none of that ID.
    public boolean pin(ConversationId id, @Nullable Instant until) {
        return store.pin(id.value(), until)
                        instanceof org.skizzenlotse.store.database.Written.Done<Boolean>(var done)
                && done;
    }

    private boolean isPinned(Conversation conversation) {
        return store.pinnedUntil(conversation.id().value())
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    /// Up to and including the day of a pin, nobody goes over.
    private boolean isOpenYet(List<Migration> way) {
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return way.stream()
                .flatMap(one -> one.pinnedUntil().stream())
                .noneMatch(day -> !today.isAfter(day));
    }

    /// The version of that hash.
    ///
    /// @throws IllegalStateException where none was ever stored
    public Dialog version(String hash) {
        var known = byHash.get(hash);
        if (known != null) return known;
        var stored =
                store.find(hash).orElseThrow(() -> new IllegalStateException("no dialog " + hash));
        var dialog = forms.dialog().apply(stored.canonical());
        if (byHash.size() >= KEPT_MAX) byHash.clear();
        byHash.put(hash, dialog);
        return dialog;
    }

    /// The same before anything is put in force in this process.
    public Optional<Dialog> current(String id) {
        return inForce(id)
                .or(() -> Optional.ofNullable(store.published().get(id)).map(this::version));
    }

    /// The version of a dialog whose hash begins so, if it is the only one.
    public Optional<Dialog> find(String dialog, String hashStart) {
        var all = store.versions(dialog).stream().filter(one -> one.startsWith(hashStart)).toList();
        return all.size() == 1 ? Optional.of(version(all.getFirst())) : Optional.empty();
    }

    /// The same for a hash that may be of none.
    public Optional<Dialog> known(String hash) {
        return byHash.containsKey(hash) || store.find(hash).isPresent()
                ? Optional.of(version(hash))
                : Optional.empty();
    }
}
