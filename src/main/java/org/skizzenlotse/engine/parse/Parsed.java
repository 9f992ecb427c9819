// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.parse;

import java.util.List;
import org.skizzenlotse.dialog.Value;

/// What became of words.
public sealed interface Parsed {

    /// A value without doubt.
    record Understood(Value value) implements Parsed {}

    /// A value to ask back: "meintet ihr …?".
    record Guessed(Value value) implements Parsed {}

    /// An option that asks for words beside it, which are still missing.
    record NoteMissing(Value value) implements Parsed {}

    /// No value, and which phrase says why, with what fills it in.
    record Unusable(Fault fault, List<String> details) implements Parsed {
        /// Copies the details.
        public Unusable {
            details = List.copyOf(details);
        }
    }

    /// Why words are no value.
    enum Fault {
        NO_OPTION,
        NO_SUCH_OPTION,
        TOO_FEW,
        TOO_MANY,
        NO_NUMBER,
        TOO_MANY_DECIMALS,
        OUT_OF_RANGE,
        NO_MONEY,
        NO_DATE,
        NO_PERIOD,
        ENDS_BEFORE_START,
        NO_EMAIL,
        NO_URL,
        NO_CONTACT,
        NO_PHONE,
        NO_YES_OR_NO,
        NO_ROWS,
        TOO_FEW_ROWS,
        TOO_MANY_CELLS,
        BAD_CELL,
        EMPTY,
        NOT_READABLE,
        TOO_LONG,
        NO_FILE,
        TOO_MANY_FILES,
        FILE_GONE,
        FILE_TOO_BIG
    }

    /// Unusable without details.
    static Parsed unusable(Fault fault, String... details) {
        return new Unusable(fault, List.of(details));
    }
}
