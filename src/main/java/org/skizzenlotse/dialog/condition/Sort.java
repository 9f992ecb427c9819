// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import org.skizzenlotse.dialog.AnswerType;

/// What can be done with a value in a condition (DIALOG_FORMAT, "Types in conditions and over
/// HTTP").
enum Sort {
    CHOICE("eine Auswahl"),
    MANY("eine Mehrfachauswahl"),
    YES_NO("ein Ja oder Nein"),
    NUMBER("eine Zahl"),
    AMOUNT("ein Betrag"),
    DAY("ein Datum"),
    LENGTH("ein Zeitraum"),
    TEXT("ein Text"),
    CONTACT("ein Kontakt"),
    ROWS("eine Tabelle"),
    FILES("eine Datei");

    final String words;

    Sort(String words) {
        this.words = words;
    }

    /// Whether it compares with numbers.
    boolean isCounted() {
        return this == NUMBER || this == AMOUNT || this == LENGTH;
    }

    static Sort of(AnswerType type) {
        return switch (type) {
            case AnswerType.Text _, AnswerType.LongText _ -> TEXT;
            case AnswerType.Email _, AnswerType.Url _ -> TEXT;
            case AnswerType.Choice _ -> CHOICE;
            case AnswerType.Multi _ -> MANY;
            case AnswerType.Numeric _ -> NUMBER;
            case AnswerType.Money _ -> AMOUNT;
            case AnswerType.Date _ -> DAY;
            case AnswerType.Period _ -> LENGTH;
            case AnswerType.Contact _ -> CONTACT;
            case AnswerType.File _ -> FILES;
            case AnswerType.Consent _, AnswerType.Confirm _ -> YES_NO;
            case AnswerType.Table _ -> ROWS;
        };
    }

    /// The sort of a fact or computed value by the name of its type.
    static Sort of(String type) {
        return switch (type) {
            case "number" -> NUMBER;
            case "money" -> AMOUNT;
            case "date" -> DAY;
            case "confirm" -> YES_NO;
            default -> TEXT;
        };
    }
}
