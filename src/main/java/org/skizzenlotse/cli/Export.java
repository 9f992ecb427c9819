// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.skizzenlotse.render.json.MyDataJson;
import org.skizzenlotse.render.json.SketchJson;
import org.skizzenlotse.store.audit.AuditEntry;
import org.skizzenlotse.store.audit.AuditEntry.By;
import org.skizzenlotse.store.audit.AuditEntry.Deed;
import org.skizzenlotse.store.audit.AuditEntry.What;
import org.skizzenlotse.store.database.StoreUnavailable;
import org.skizzenlotse.store.database.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export REF`: one conversation's sketch with the provenance of every answer, as JSON.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Gibt die Daten eines Gesprächs als JSON aus.")
public final class Export implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "REF", description = "Aktenzeichen oder Kennung des Gesprächs")
    private String reference = "";

    @Option(names = "--all", description = "Alles, was gespeichert ist, nicht nur die Skizze")
    private boolean all;

    /// With what commands are given.
    public Export(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::export);
    }

    private int export(Running opened) {
        var conversations = opened.conversations();
        var id = conversations.find(reference);
        var sketch = id.flatMap(conversations::sketch);
        if (sketch.isEmpty()) {
            System.err.println("Zu " + reference + " gibt es nichts.");
            return Exit.FINDINGS;
        }
        var deed = new Deed(What.EXPORTED, By.COMMAND, "");
        var entry = AuditEntry.of(Instant.now(), deed, id.orElseThrow(), sketch.get().reference());
        if (!(opened.audit().append(entry) instanceof Written.Done<Boolean>))
            throw new StoreUnavailable("not noted, so not given out");
        var own = conversations.ownData();
        System.out.println(
                all
                        ? MyDataJson.text(own.of(id.orElseThrow()).orElseThrow(), own.now())
                        : new SketchJson().render(sketch.get()));
        return Exit.OK;
    }
}
