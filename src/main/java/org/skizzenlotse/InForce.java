// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse;

import java.time.InstantSource;
import java.util.List;
import org.skizzenlotse.author.shelf.Shelf;
import org.skizzenlotse.author.shelf.Workshop;
import org.skizzenlotse.cli.Opener.CannotOpen;
import org.skizzenlotse.conversation.LastReading;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.Guidance;
import org.skizzenlotse.dialog.Problem;
import org.skizzenlotse.dialog.file.Loaded;
import org.skizzenlotse.engine.turn.Engine;
import org.skizzenlotse.store.TextEditStore;

/// The dialogs in force and what is to be read beside them, as they were read last.
final class InForce {
    private final Published published;
    private final Config config;
    private final InstantSource clock;
    private final LastReading last = new LastReading();
    private final Shelf shelf;
    private volatile Guidance guidance = Guidance.NONE;

    InForce(Published published, Config config, InstantSource clock) {
        this.published = published;
        this.config = config;
        this.clock = clock;
        this.shelf = Dialogs.shelf(config, published);
    }

    Published published() {
        return published;
    }

    Guidance guidance() {
        return guidance;
    }

    LastReading last() {
        return last;
    }

    /// What was in force last, without looking at files.
    void asItIs() {
        published.publish(List.of());
    }

    /// A folder with mistakes changes nothing: what was in force stays, and is said so. Only an
    /// installation without any dialog does not open.
    void begin(Loaded loaded) throws CannotOpen {
        take(loaded);
        if (published.all().isEmpty())
            throw new CannotOpen(
                    "DIALOGS: in " + config.dialogs() + " ist kein Dialog ohne Fehler.");
    }

    /// Reads the files once more, and puts in force what is new and sound. One at a time: a look at
    /// the folder and an author may both have seen the same change.
    synchronized void again() {
        take(Dialogs.read(config, Dialogs.Known.of(published)));
    }

    /// What the pages of the authors work with.
    Workshop workshop(Engine engine, TextEditStore edits) {
        var counts = new Workshop.InForce(published, last, this::again);
        var times = new Workshop.Times(clock, config.zone());
        return new Workshop(shelf, counts, engine, edits, times);
    }

    private void take(Loaded loaded) {
        loaded.problems().stream()
                .filter(Problem::isError)
                .forEach(problem -> System.err.println(problem.toText() + "\n"));
        var put = Dialogs.put(published, loaded);
        for (var one : put) Dialogs.said(one).forEach(System.err::println);
        if (loaded.hasErrors())
            System.err.println("Dialoge mit Fehlern bleiben in der Fassung, die zuletzt galt.");
        if (!loaded.hasErrors() || guidance.equals(Guidance.NONE)) guidance = loaded.guidance();
        last.set(new LastReading.Read(clock.instant(), loaded.problems(), put));
    }
}
