// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Condition.Comparison;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Nearest;

/// Compares something with constants, and refuses what cannot hold: an option that does not exist,
/// a word against a number.
final class Comparing {
    private Comparing() {}

    /// `left == right`.
    static Condition equal(Operand left, Literal right) throws Refused {
        return switch (left.sort()) {
            case CHOICE, TEXT -> new Condition.Equals(left.term(), value(left, right));
            case YES_NO -> {
                var holds = new Condition.Holds(left.term());
                yield right.equals(new Literal.YesNo(true))
                        ? holds
                        : checked(left, right, new Condition.Not(holds));
            }
            case NUMBER, AMOUNT, DAY, LENGTH ->
                    new Condition.Compare(left.term(), Comparison.EQUAL, constant(left, right));
            case MANY ->
                    throw new Refused(
                            "'" + left.name() + "' ist eine Mehrfachauswahl.",
                            "Schreibt " + right.shown() + " in " + left.name() + ".");
            case CONTACT, ROWS, FILES -> throw onlyWhetherAnswered(left);
        };
    }

    /// `left in [a, b]`.
    static Condition in(Operand left, List<Literal> rights) throws Refused {
        if (rights.isEmpty())
            throw new Refused("Die Liste ist leer.", "Nennt mindestens eine Auswahl.");
        if (left.sort() == Sort.CHOICE || left.sort() == Sort.TEXT) {
            var values = new ArrayList<Value>();
            for (var right : rights) values.add(value(left, right));
            return new Condition.In(left.term(), values);
        }
        var each = new ArrayList<Condition>();
        for (var right : rights) each.add(equal(left, right));
        return each.size() == 1 ? each.getFirst() : new Condition.Or(each);
    }

    /// `'option' in left`.
    static Condition contains(Operand left, Literal right) throws Refused {
        if (left.sort() != Sort.MANY)
            throw new Refused(
                    "'" + left.name() + "' ist " + left.sort().words + ", keine Mehrfachauswahl.",
                    switch (left.sort()) {
                        case CHOICE -> "Schreibt " + left.name() + " == " + right.shown() + ".";
                        case NUMBER, AMOUNT, LENGTH, DAY ->
                                "Vergleicht mit ==, <, <=, > oder >=, oder schreibt "
                                        + left.name()
                                        + " in [1, 2].";
                        case YES_NO -> "Schreibt " + left.name() + " oder !" + left.name() + ".";
                        case MANY, TEXT, CONTACT, ROWS, FILES ->
                                "Schreibt answered(" + left.name() + ").";
                    });
        return new Condition.Contains(left.term(), option(left, right));
    }

    /// A constant as a term that compares with the left side by size.
    static Term constant(Operand left, Literal right) throws Refused {
        if (left.sort() == Sort.DAY && right instanceof Literal.Day(var date))
            return new Term.Constant(new Value.Day(date));
        if (left.sort().isCounted() && right instanceof Literal.Count(var number))
            return new Term.Constant(new Value.Quantity(number));
        throw unlike(left, right);
    }

    static Refused onlyWhetherAnswered(Operand left) {
        var instead =
                switch (left.sort()) {
                    case ROWS -> "Schreibt rows(" + left.name() + ") für die Zahl der Zeilen.";
                    case FILES -> "Schreibt files(" + left.name() + ") für die Zahl der Dateien.";
                    default ->
                            "Schreibt answered("
                                    + left.name()
                                    + ") oder open("
                                    + left.name()
                                    + ").";
                };
        return new Refused(
                "'"
                        + left.name()
                        + "' ist "
                        + left.sort().words
                        + " und lässt sich so nicht"
                        + " vergleichen.",
                instead);
    }

    private static Condition checked(Operand left, Literal right, Condition condition)
            throws Refused {
        if (right instanceof Literal.YesNo) return condition;
        throw unlike(left, right);
    }

    private static Value value(Operand left, Literal right) throws Refused {
        if (left.sort() == Sort.CHOICE) return new Value.Chosen(option(left, right), "");
        if (!left.name().equals("value")
                && left.term() instanceof Term.FactOf
                && right instanceof Literal.Words(var text)) return new Value.Text(text);
        throw onlyWhetherAnswered(left);
    }

    private static String option(Operand left, Literal right) throws Refused {
        if (!(right instanceof Literal.Words(var option)))
            throw new Refused(
                    "'"
                            + left.name()
                            + "' ist "
                            + left.sort().words
                            + ", nicht "
                            + right.shown()
                            + ".",
                    "Möglich ist: " + String.join(", ", left.options()));
        if (left.options().contains(option)) return option;
        throw new Refused(
                "'" + left.name() + "' hat keine Auswahl '" + option + "'.",
                Nearest.questionOrAll(option, left.options()));
    }

    private static Refused unlike(Operand left, Literal right) {
        var how =
                switch (left.sort()) {
                    case DAY -> "Schreibt date('2027-01-31').";
                    case YES_NO -> "Schreibt true oder false.";
                    default -> "Vergleicht mit einer Zahl ohne Anführungszeichen.";
                };
        return new Refused(
                "'"
                        + left.name()
                        + "' ist "
                        + left.sort().words
                        + " und passt nicht zu "
                        + right.shown()
                        + ".",
                how);
    }
}
