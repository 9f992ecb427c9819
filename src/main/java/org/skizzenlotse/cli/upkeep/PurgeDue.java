// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import org.skizzenlotse.cli.Opener;
import org.skizzenlotse.cli.Running;
import org.skizzenlotse.conversation.Purge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `purge`: erases and announces what is due, as the running service does by itself.
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Löscht, was nach den Fristen fällig ist, etwa nach einem langen Stillstand.")
public final class PurgeDue implements Callable<Integer> {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.GERMANY);

    private final Opener opener;

    @Option(names = "--dry-run", description = "Zeigt nur, was fällig ist, und ändert nichts")
    private boolean dry;

    /// With what commands are given.
    public PurgeDue(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Integer call() {
        return opener.asItIs().exit(this::purge);
    }

    private int purge(Running opened) {
        var lines = dry ? opened.purge().look() : opened.purge().run();
        if (!dry) opened.deliver().run();
        lines.forEach(one -> System.out.println(line(one)));
        System.out.println(summary(lines));
        return Exit.OK;
    }

    private static String line(Purge.Line one) {
        var day = DAY.format(one.due().atZone(ZoneId.systemDefault()));
        return "%s  %s  %s, fällig seit %s"
                .formatted(
                        one.erased() ? "löschen   " : "ankündigen",
                        one.subject(),
                        lifecycle(one.lifecycle()),
                        day);
    }

    private static String lifecycle(String lifecycle) {
        return switch (lifecycle) {
            case "draft" -> "Entwurf";
            case "submitted" -> "eingereicht";
            case "reopened" -> "wieder offen";
            case "closed" -> "abgeschlossen";
            case "withdrawn" -> "zurückgezogen";
            default -> lifecycle;
        };
    }

    private String summary(List<Purge.Line> lines) {
        long erased = lines.stream().filter(Purge.Line::erased).count();
        long announced = lines.size() - erased;
        return dry
                ? "Fällig: %d zu löschen, %d anzukündigen. Geändert ist nichts."
                        .formatted(erased, announced)
                : "%d gelöscht, %d angekündigt.".formatted(erased, announced);
    }
}
