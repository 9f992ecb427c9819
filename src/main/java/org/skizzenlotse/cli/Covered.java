// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.cli;

import org.skizzenlotse.dialog.talk.Coverage;
import org.skizzenlotse.dialog.talk.Coverage.Measure;

/// Says in German what talks touch of a dialog.
final class Covered {
    private Covered() {}

    static String text(Coverage coverage) {
        var text = new StringBuilder();
        for (var share : coverage.shares()) {
            if (share.all().isEmpty()) continue;
            text.append(
                    "  %s: %d von %d (%d %%)%n"
                            .formatted(
                                    name(share.measure()),
                                    share.covered(),
                                    share.all().size(),
                                    share.percent()));
            for (var point : share.missed())
                text.append("    fehlt: %s (%s)%n".formatted(point.words(), point.id()));
        }
        if (coverage.conditions() > 0)
            text.append(
                    "  Bedingungen, die auch einmal unbekannt waren: %d von %d%n"
                            .formatted(coverage.unknown(), coverage.conditions()));
        return text.append("  Zusammen: %d %%%n".formatted(coverage.percent())).toString();
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case STEPS -> "Fragen";
            case OPTIONS -> "Möglichkeiten";
            case OPEN -> "Offene Antworten";
            case CONDITIONS -> "Bedingungen, wahr und falsch";
            case RULES -> "Regeln";
            case CHECKS -> "Prüfungen";
        };
    }
}
