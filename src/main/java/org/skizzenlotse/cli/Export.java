// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.concurrent.Callable;
import org.skizzenlotse.render.SketchJson;
import picocli.CommandLine.Command;
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

    /// With what commands are given.
    public Export(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        try (var opened = opener.asItIs().open()) {
            var conversations = opened.conversations();
            var sketch = conversations.find(reference).flatMap(conversations::sketch);
            if (sketch.isEmpty()) {
                System.err.println("Zu " + reference + " gibt es nichts.");
                return Exit.FINDINGS;
            }
            System.out.println(new SketchJson().render(sketch.get()));
            return Exit.OK;
        } catch (Opener.CannotOpen why) {
            System.err.println(why.getMessage());
            return Exit.USAGE;
        }
    }
}
