// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.skizzenlotse.dialog.Compatibility;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.store.DialogStore;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;

/// The dialogs in force, and the older versions on which conversations still run (DESIGN section 5,
/// "Versions").
public final class Published {
    /// Versions and comparisons kept in memory; more than this are read and made again.
    private static final int KEPT_MAX = 500;

    private final DialogStore store;
    private final Function<String, Dialog> fromCanonical;
    private final InstantSource clock;
    private final Map<String, Dialog> inForce = new ConcurrentHashMap<>();
    private final Map<String, Dialog> byHash = new ConcurrentHashMap<>();
    private final Map<String, Boolean> explained = new ConcurrentHashMap<>();

    /// Puts in force what was in force last; `fromCanonical` builds a dialog from its stored form.
    public Published(
            DialogStore store, Function<String, Dialog> fromCanonical, InstantSource clock) {
        this.store = store;
        this.fromCanonical = fromCanonical;
        this.clock = clock;
    }

    /// A dialog that was proven, its canonical JSON, and what was proven.
    public record Proven(Dialog dialog, String canonical, String proof) {}

    /// Puts these in force. What is published and not among them (its folder is broken) stays.
    ///
    /// @throws StoreUnavailable when that cannot be written
    public void publish(List<Proven> dialogs) {
        for (var one : dialogs) {
            var dialog = one.dialog();
            var version =
                    new DialogStore.Version(
                            dialog.hash(), dialog.id(), one.canonical(), one.proof());
            if (!(store.publish(version, clock.instant()) instanceof Written.Done<Boolean>))
                throw new StoreUnavailable("a dialog cannot be published");
            byHash.put(dialog.hash(), dialog);
            inForce.put(dialog.id(), dialog);
        }
        for (var hash : store.published()) {
            var dialog = version(hash);
            inForce.putIfAbsent(dialog.id(), dialog);
        }
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

    /// The dialog with which a conversation goes on at its next turn: the version in force where
    /// that explains itself, else its own.
    public Dialog forNextTurn(Conversation conversation) {
        var own = version(conversation.dialogHash());
        var now = inForce.get(conversation.dialog());
        if (now == null || now.hash().equals(own.hash())) return own;
        return explainsItself(own, now) ? now : own;
    }

    /// The version of that hash.
    ///
    /// @throws IllegalStateException where none was ever stored
    public Dialog version(String hash) {
        var known = byHash.get(hash);
        if (known != null) return known;
        var stored =
                store.find(hash).orElseThrow(() -> new IllegalStateException("no dialog " + hash));
        var dialog = fromCanonical.apply(stored.canonical());
        if (byHash.size() >= KEPT_MAX) byHash.clear();
        byHash.put(hash, dialog);
        return dialog;
    }

    /// The same for a hash that may be of none.
    public Optional<Dialog> known(String hash) {
        return byHash.containsKey(hash) || store.find(hash).isPresent()
                ? Optional.of(version(hash))
                : Optional.empty();
    }

    private boolean explainsItself(Dialog own, Dialog now) {
        if (explained.size() >= KEPT_MAX) explained.clear();
        return explained.computeIfAbsent(
                own.hash() + ">" + now.hash(), _ -> Compatibility.explainsItself(own, now));
    }
}
