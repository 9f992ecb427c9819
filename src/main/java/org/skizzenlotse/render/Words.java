// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render;

import java.util.Locale;

/// The German words around a sketch.
public final class Words {
    public static final Locale GERMAN = Locale.GERMANY;
    public static final String OPEN = "Noch offen";
    public static final String NOTHING_OPEN = "Alle Punkte sind beantwortet.";
    public static final String NOT_APPLICABLE = "Trifft nicht zu.";
    public static final String AT_A_GLANCE = "Auf einen Blick";
    public static final String ATTACHED = "Mitgeschickt";
    public static final String GONE = "Das sollte mitkommen, wurde aber vorher gelöscht.";
    public static final String RESULT = "Ergebnis";
    public static final String BY = "Beantwortet von";
    public static final String ASKED_ALL = "Rückfragen";
    public static final String ASKED = "Rückfrage";
    public static final String ASKED_WHAT = "Gefragt";
    public static final String ANSWERED = "Geantwortet";
    public static final String FURTHER = "Weitere Angaben";

    private Words() {}
}
