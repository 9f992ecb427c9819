// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The values that something can have, each with its literal; `given` holds where it has one.
sealed interface Domain {
    int given();

    /// One or several of the options.
    record Options(int given, Map<String, Integer> literals, boolean many) implements Domain {
        /// Keeps the order.
        public Options {
            literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
        }
    }

    /// Yes or no.
    record YesNo(int given, int yes) implements Domain {}

    /// Something counted: numbers, amounts, days, lengths, rows, files, characters.
    record Counted(int given, Axis axis) implements Domain {}

    /// One of the texts that conditions name, or another.
    record Words(int given, Map<String, Integer> literals) implements Domain {
        /// Keeps the order.
        public Words {
            literals = Collections.unmodifiableMap(new LinkedHashMap<>(literals));
        }
    }

    /// Something of which conditions only know whether it is there.
    record Plain(int given) implements Domain {}
}
