// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.Locale;

/// The German words around a sketch.
final class Words {
    static final Locale GERMAN = Locale.GERMANY;
    static final String OPEN = "Noch offen";
    static final String NOTHING_OPEN = "Alle Punkte sind beantwortet.";
    static final String NOT_APPLICABLE = "Trifft nicht zu.";
    static final String AT_A_GLANCE = "Auf einen Blick";
    static final String ATTACHED = "Mitgeschickt";
    static final String GONE = "Das sollte mitkommen, wurde aber vorher gelöscht.";
    static final String RESULT = "Ergebnis";
    static final String BY = "Beantwortet von";
    static final String FURTHER = "Weitere Angaben";

    private Words() {}
}
