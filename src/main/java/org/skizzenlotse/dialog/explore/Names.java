// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import org.skizzenlotse.dialog.talk.Coverage.Point;

/// What a talk is called that was played for the sake of one thing.
final class Names {
    private Names() {}

    static String of(Point point) {
        return switch (point.measure()) {
            case STEPS -> "Die Frage " + point.words() + " wird gestellt";
            case OPTIONS, OPEN -> "Jemand antwortet auf " + point.words();
            case CONDITIONS, RULES -> point.words();
            case CHECKS -> "Die Prüfung bei " + point.words();
        };
    }
}
