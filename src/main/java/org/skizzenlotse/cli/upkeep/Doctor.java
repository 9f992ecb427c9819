// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli.upkeep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.skizzenlotse.cli.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `doctor`: what is wrong with an installation, one line each, with what to do. Changes nothing.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Prüft Einstellungen, Daten und Umgebung, auch während der Dienst läuft. Fehlt"
                        + " etwas, endet es mit 1.")
public final class Doctor implements Callable<Integer> {
    private final Setup setup;

    @Option(names = "--json", description = "Als JSON")
    private boolean json;

    /// For this installation.
    public Doctor(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Integer call() {
        var findings = new Examination(setup, Clock.systemUTC().instant()).findings();
        if (json) System.out.println(json(findings));
        else findings.forEach(one -> System.out.println(one.line()));
        var urgent = findings.stream().anyMatch(Finding::urgent);
        if (!urgent && !json) System.out.println("Es fehlt nichts.");
        return urgent ? Exit.FINDINGS : Exit.OK;
    }

    private static String json(List<Finding> findings) {
        var all = JsonNodeFactory.instance.objectNode();
        var list = all.putArray("findings");
        for (var one : findings)
            list.addObject()
                    .put("id", one.id())
                    .put("urgent", one.urgent())
                    .put("text", one.text())
                    .put("proposal", one.proposal());
        return all.toPrettyString();
    }
}
