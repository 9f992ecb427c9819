// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `erase REF`: erases one conversation with everything that belongs to it, also while the service
/// runs.
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Löscht ein Gespräch endgültig, auch während der Dienst läuft.")
public final class Erase implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "REF", description = "Aktenzeichen oder Kennung des Gesprächs")
    private String reference = "";

    /// With what commands are given.
    public Erase(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::erase);
    }

    private int erase(Running opened) {
        var found = opened.conversations().find(reference);
        if (found.isEmpty()) {
            System.err.println("Zu " + reference + " gibt es nichts.");
            return Exit.FINDINGS;
        }
        opened.conversations().erase(found.get());
        System.out.println(
                "Gelöscht: "
                        + reference
                        + ". E-Mails, die das Team schon erhalten hat, müssen dort gelöscht"
                        + " werden.");
        return Exit.OK;
    }
}
