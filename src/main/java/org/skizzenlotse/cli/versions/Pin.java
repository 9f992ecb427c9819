// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.versions;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.cli.Opener;
import org.skizzenlotse.cli.Running;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `pin REF --until DATE`: a conversation stays on its version of the dialog until then.
@Command(
        name = "pin",
        mixinStandardHelpOptions = true,
        description =
                "Hält ein Gespräch bis zu einem Tag auf seiner Fassung des Dialogs, was auch immer"
                        + " inzwischen gilt.")
public final class Pin implements Callable<Integer> {
    private final Opener opener;

    @Parameters(paramLabel = "REF", description = "Aktenzeichen oder Kennung des Gesprächs")
    private String reference = "";

    @ArgGroup(multiplicity = "1")
    private When when = new When();

    /// Until when, or not any more.
    static final class When {
        @Option(
                names = "--until",
                paramLabel = "TAG",
                description = "Bis zu diesem Tag einschließlich, etwa 2027-01-31")
        @Nullable LocalDate until;

        @Option(names = "--off", description = "Nicht mehr")
        boolean off;
    }

    /// With what commands are given.
    public Pin(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::pin);
    }

    private int pin(Running opened) {
        var found = opened.conversations().find(reference);
        var day = when.until;
        var until = day == null ? null : day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (found.isEmpty() || !opened.published().pin(found.get(), until)) {
            System.err.println("Zu " + reference + " gibt es nichts.");
            return Exit.FINDINGS;
        }
        System.out.println(
                day == null
                        ? reference + " geht mit der Fassung weiter, die gilt."
                        : reference + " bleibt bis " + day + " auf seiner Fassung.");
        return Exit.OK;
    }
}
