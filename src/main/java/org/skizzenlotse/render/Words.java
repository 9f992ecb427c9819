// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.List;
import java.util.Locale;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.sketch.Sketch;

/// The German words around a sketch and around the questions.
final class Words {
    static final Locale GERMAN = Locale.GERMANY;
    static final String OPEN = "Noch offen";
    static final String NOTHING_OPEN = "Alle Punkte sind beantwortet.";
    static final String NOT_APPLICABLE = "Trifft nicht zu.";
    static final String AT_A_GLANCE = "Auf einen Blick";
    static final String FURTHER = "Weitere Angaben";

    private Words() {}

    static String why(Sketch.Reason reason, List<String> dependsOn) {
        return switch (reason) {
            case UNKNOWN -> "noch nicht bekannt";
            case LATER -> "soll später beantwortet werden";
            case REFUSED -> "dazu gibt es keine Angabe";
            case NOT_ASKED -> "noch nicht gefragt";
            case DEPENDS_ON -> "hängt ab von: " + String.join(", ", dependsOn);
        };
    }

    static String status(Answer.Status status) {
        return switch (status) {
            case ANSWERED -> "";
            case UNKNOWN -> "noch nicht bekannt";
            case LATER -> "soll später beantwortet werden";
            case REFUSED -> "keine Angabe";
            case NOT_APPLICABLE -> "trifft nicht zu";
        };
    }

    static String offer(OpenStatus status) {
        return switch (status) {
            case UNKNOWN -> "Das wissen wir noch nicht";
            case LATER -> "Das beantworten wir später";
            case REFUSED -> "Dazu möchten wir nichts sagen";
            case NOT_APPLICABLE -> "Das trifft auf uns nicht zu";
        };
    }
}
