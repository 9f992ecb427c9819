// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A constant as the author wrote it.
sealed interface Literal {
    /// Text, or the ID of an option.
    record Words(String text) implements Literal {}

    /// A number.
    record Count(BigDecimal number) implements Literal {}

    /// Yes or no.
    record YesNo(boolean yes) implements Literal {}

    /// A day.
    record Day(LocalDate date) implements Literal {}

    /// The constant as authors write it.
    default String shown() {
        return switch (this) {
            case Words(var text) -> "'" + text + "'";
            case Count(var number) -> number.toPlainString();
            case YesNo(var yes) -> String.valueOf(yes);
            case Day(var date) -> "date('" + date + "')";
        };
    }
}
