// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What somebody answered, or what the installation gives. Values never show their content in
/// `toString`, so that no log or error can carry it.
public sealed interface Value {

    /// Free text, an e-mail address or a web address.
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return "Text";
        }
    }

    /// One option, with words beside it where the option asks for them (`note`, else empty).
    record Chosen(String option, String note) implements Value {
        @Override
        public String toString() {
            return "Chosen";
        }
    }

    /// Several options in the order of the dialog, with the words beside them by option ID.
    record ChosenMany(List<String> options, Map<String, String> notes) implements Value {
        /// Copies both.
        public ChosenMany {
            options = List.copyOf(options);
            notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
        }

        @Override
        public String toString() {
            return "ChosenMany";
        }
    }

    /// Yes or no, of a consent or a confirmation.
    record Decision(boolean yes) implements Value {
        @Override
        public String toString() {
            return "Decision";
        }
    }

    /// A number; compared by its size, not by its digits.
    record Quantity(BigDecimal number) implements Value {
        /// Drops trailing zeros, so that 2.0 equals 2.
        public Quantity {
            number = normal(number);
        }

        @Override
        public String toString() {
            return "Quantity";
        }
    }

    /// An amount and its ISO 4217 currency.
    record Money(BigDecimal amount, String currency) implements Value {
        /// Drops trailing zeros, so that 2.00 equals 2.
        public Money {
            amount = normal(amount);
        }

        @Override
        public String toString() {
            return "Money";
        }
    }

    /// A day of the calendar.
    record Day(LocalDate date) implements Value {
        @Override
        public String toString() {
            return "Day";
        }
    }

    /// A time between two days, both included.
    record Between(LocalDate from, LocalDate to) implements Value {
        /// @throws IllegalArgumentException when the end lies before the start
        public Between {
            if (to.isBefore(from)) throw new IllegalArgumentException("ends before it starts");
        }

        @Override
        public String toString() {
            return "Between";
        }
    }

    /// A length of time without a start.
    record Lasting(int length, Unit unit) implements Value {
        /// A unit of length with its days (months 30, years 365), as conditions compare them.
        public enum Unit {
            DAYS(1),
            WEEKS(7),
            MONTHS(30),
            YEARS(365);

            private final int days;

            Unit(int days) {
                this.days = days;
            }

            /// The name on the wire.
            public String id() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String toString() {
            return "Lasting";
        }
    }

    /// How to reach somebody; what was not given is empty.
    record Contact(String name, String role, String email, String phone) implements Value {
        @Override
        public String toString() {
            return "Contact";
        }
    }

    /// Rows of a table, each a map from column ID to text in the order of the columns.
    record Table(List<Map<String, String>> rows) implements Value {
        /// Copies the rows and keeps their order.
        public Table {
            rows =
                    rows.stream()
                            .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                            .toList();
        }

        @Override
        public String toString() {
            return "Table";
        }
    }

    /// Attached files.
    record Files(List<File> files) implements Value {
        /// Copies the list.
        public Files {
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "Files";
        }
    }

    /// A file: where its bytes are found, its cleaned name, its size in bytes, the media type of
    /// its content, what it shows in words, and the ID of the question that it belongs to (empty:
    /// to the whole). One whose name is empty is not there any more.
    record File(
            String id,
            String name,
            long bytes,
            String mediaType,
            String description,
            String about) {
        /// As somebody names it who has it already: what is known of it by its ID is filled in.
        public static File named(String id, String description, String about) {
            return new File(id, "", 0, "", description, about);
        }

        /// Whether it is this file, whatever is said about it.
        public boolean isSameFile(File other) {
            return id.equals(other.id);
        }

        /// Whether its bytes are there.
        public boolean isThere() {
            return !name.isEmpty();
        }

        @Override
        public String toString() {
            return "File";
        }
    }

    private static BigDecimal normal(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /// The size by which conditions compare this value: a number, an amount, days since 1970, the
    /// length in days of a period, the number of rows or files, the characters of a text.
    ///
    /// @throws IllegalStateException for values without a size, which the type check refuses
    default BigDecimal size() {
        return switch (this) {
            case Quantity(var number) -> number;
            case Money(var amount, _) -> amount;
            case Day(var date) -> BigDecimal.valueOf(date.toEpochDay());
            case Between(var from, var to) ->
                    BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
            case Lasting(var length, var unit) -> BigDecimal.valueOf((long) length * unit.days);
            case Table(var rows) -> BigDecimal.valueOf(rows.size());
            case Files(var files) -> BigDecimal.valueOf(files.size());
            case Text(var text) -> BigDecimal.valueOf(text.codePointCount(0, text.length()));
            case Chosen _, ChosenMany _, Decision _, Contact _ ->
                    throw new IllegalStateException("has no size: " + this);
        };
    }
}
