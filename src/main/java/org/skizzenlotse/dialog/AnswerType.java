// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a question accepts, with its limits. Lengths are in characters (code points), sizes in
/// bytes.
public sealed interface AnswerType {
    /// The most characters of a short text where the file sets none.
    int TEXT_LENGTH_MAX = 300;

    /// The most characters of a long text where the file sets none: about two printed pages.
    int LONG_TEXT_LENGTH_MAX = 8_000;

    /// One line.
    record Text(int maxLength) implements AnswerType {}

    /// Several lines.
    record LongText(int maxLength) implements AnswerType {}

    /// One of the options.
    record Choice(List<Option> options) implements AnswerType {
        /// Copies the list.
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// Several of the options, between `min` and `max` of them.
    record Multi(List<Option> options, int min, int max) implements AnswerType {
        /// Copies the list.
        public Multi {
            options = List.copyOf(options);
        }
    }

    /// A number with at most `decimals` digits behind the comma.
    record Numeric(Range range, int decimals, String unit) implements AnswerType {}

    /// An amount in euros.
    record Money(Range range) implements AnswerType {}

    /// A day.
    record Date() implements AnswerType {}

    /// Two days or a length.
    record Period() implements AnswerType {}

    /// Name, role, e-mail, phone.
    record Contact() implements AnswerType {}

    /// An e-mail address.
    record Email() implements AnswerType {}

    /// A web address.
    record Url() implements AnswerType {}

    /// Files: their kinds by ending (none: every kind that is known), the bytes of one, how many.
    record File(List<String> accept, long sizeBytesMax, int filesMax) implements AnswerType {
        /// Copies the list.
        public File {
            accept = List.copyOf(accept);
        }
    }

    /// A decision on a purpose; `required` must be yes before anything personal is stored.
    record Consent(String purpose, boolean required) implements AnswerType {}

    /// Yes or no.
    record Confirm() implements AnswerType {}

    /// Rows of named columns.
    record Table(List<Column> columns, int min, int max) implements AnswerType {
        /// Copies the list.
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// An option of a choice; its words stand in the [Wording].
    record Option(String id, Note note) {}

    /// Whether an option asks for words beside it.
    enum Note {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /// A column of a table.
    record Column(String id, Kind kind, int maxLength) {
        /// What a cell accepts.
        public enum Kind {
            TEXT,
            NUMBER,
            MONEY,
            DATE
        }
    }

    /// Smallest and largest, both included, either of them absent.
    record Range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        /// Without limits.
        public static final Range ALL = new Range(null, null);

        /// Whether the number lies in it.
        public boolean holds(BigDecimal number) {
            return (min == null || number.compareTo(min) >= 0)
                    && (max == null || number.compareTo(max) <= 0);
        }
    }

    /// The name of the type in files and over HTTP.
    default String id() {
        return switch (this) {
            case Text _ -> "text";
            case LongText _ -> "long_text";
            case Choice _ -> "choice";
            case Multi _ -> "multi";
            case Numeric _ -> "number";
            case Money _ -> "money";
            case Date _ -> "date";
            case Period _ -> "period";
            case Contact _ -> "contact";
            case Email _ -> "email";
            case Url _ -> "url";
            case File _ -> "file";
            case Consent _ -> "consent";
            case Confirm _ -> "confirm";
            case Table _ -> "table";
        };
    }

    /// The options of a choice or multi, else none.
    default List<Option> options() {
        return switch (this) {
            case Choice(var options) -> options;
            case Multi(var options, _, _) -> options;
            case Text _, LongText _, Numeric _, Money _, Date _, Period _, Contact _, Email _ ->
                    List.of();
            case Url _, File _, Consent _, Confirm _, Table _ -> List.of();
        };
    }

    /// Whether its answers name or lead to somebody.
    default boolean givesAway() {
        return this instanceof Contact || this instanceof Email || this instanceof File;
    }

    /// Whether a whole message of any words may be the answer.
    default boolean isFreeText() {
        return this instanceof Text || this instanceof LongText;
    }

    /// The names of all types, for messages and schemas.
    static Set<String> ids() {
        return Set.of(
                "text",
                "long_text",
                "choice",
                "multi",
                "number",
                "money",
                "date",
                "period",
                "contact",
                "email",
                "url",
                "file",
                "consent",
                "confirm",
                "table");
    }
}
