// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;

/// Translates the sides of comparisons and the computed values.
final class CelTerms {
    private final Names names;
    private final Here here;

    CelTerms(Names names, Here here) {
        this.names = names;
        this.here = here;
    }

    Meaning meaning(CelExpr ident, CelPlaces places) throws Refused {
        try {
            return names.resolve(ident.ident().name(), here);
        } catch (Refused refused) {
            throw refused.at(places.of(ident));
        }
    }

    /// One side of a comparison: a step, a fact, a computed value, the answer under check, or a
    /// count of one of these.
    Operand operand(CelExpr expr, CelPlaces places) throws Refused {
        return switch (expr.getKind()) {
            case IDENT -> named(expr, places);
            case CALL -> counted(expr, places);
            default -> throw notHere().at(places.of(expr));
        };
    }

    private Operand named(CelExpr expr, CelPlaces places) throws Refused {
        var name = expr.ident().name();
        if (name.equals("value") && here.value() != null)
            return Operand.answer(new Term.ThisValue(), here.value(), name);
        if (name.equals("value"))
            throw new Refused(
                    places.of(expr),
                    "value gibt es nur in check.",
                    "Nennt den Schritt beim Namen.");
        var operand = Names.operand(meaning(expr, places), name);
        if (operand != null) return operand;
        throw new Refused(
                places.of(expr),
                "'" + name + "' ist eine benannte Bedingung und wird nicht verglichen.",
                "Schreibt nur " + name + " oder !" + name + ".");
    }

    private Operand counted(CelExpr expr, CelPlaces places) throws Refused {
        var call = expr.call();
        var function = call.function();
        if (List.of("_+_", "_-_", "_*_", "_/_", "_%_").contains(function))
            throw new Refused(
                    places.of(expr),
                    "In Bedingungen wird nicht gerechnet.",
                    "Gebt dem Ergebnis unter compute einen Namen, und vergleicht diesen.");
        if (call.args().size() != 1 || !List.of("size", "rows", "files").contains(function))
            throw notHere().at(places.of(expr));
        var of = operand(call.args().getFirst(), places);
        var isRight =
                switch (function) {
                    case "rows" -> of.sort() == Sort.ROWS;
                    case "files" -> of.sort() == Sort.FILES;
                    default ->
                            of.term() instanceof Term.ThisValue
                                    && (of.sort() == Sort.TEXT || of.sort() == Sort.ROWS);
                };
        if (isRight) return Operand.of(new Term.SizeOf(of.term()), Sort.NUMBER, of.name());
        throw new Refused(
                places.of(expr),
                function
                        + "(…) passt nicht zu '"
                        + of.name()
                        + "': Das ist "
                        + of.sort().words
                        + ".",
                function.equals("size")
                        ? "size(value) gibt es nur in check, für Texte und Tabellen."
                        : "rows(…) zählt Zeilen einer Tabelle, files(…) zählt Dateien.");
    }

    /// A computed value: numbers and amounts, plus, minus, times a constant.
    Operand computed(CelExpr expr, CelPlaces places) throws Refused {
        var literal = literal(expr, places);
        if (literal.isPresent() && literal.get() instanceof Literal.Count(var number))
            return new Operand(
                    new Term.Constant(new Value.Quantity(number)),
                    Sort.NUMBER,
                    List.of(),
                    number.toPlainString(),
                    true);
        var operator = operator(expr);
        if (operator.isEmpty()) return countable(operand(expr, places), places.of(expr));
        var left = computed(expr.call().args().getFirst(), places);
        var right = computed(expr.call().args().getLast(), places);
        if (operator.get() == Term.Operator.TIMES && !left.constant() && !right.constant())
            throw new Refused(
                    places.of(expr),
                    "Zwei Antworten werden nicht miteinander malgenommen.",
                    "Nehmt eine Antwort mal eine feste Zahl.");
        var amount = left.sort() == Sort.AMOUNT || right.sort() == Sort.AMOUNT;
        return Operand.of(
                new Term.Arithmetic(left.term(), operator.get(), right.term()),
                amount ? Sort.AMOUNT : Sort.NUMBER,
                left.name());
    }

    private static Operand countable(Operand operand, int place) throws Refused {
        if (operand.sort().isCounted()) return operand;
        throw new Refused(
                place,
                "Mit '"
                        + operand.name()
                        + "' lässt sich nicht rechnen: Das ist "
                        + operand.sort().words
                        + ".",
                "Gerechnet wird mit Zahlen, Beträgen, Zeiträumen, rows(…) und files(…).");
    }

    private static Optional<Term.Operator> operator(CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.CALL) return Optional.empty();
        return switch (expr.call().function()) {
            case "_+_" -> Optional.of(Term.Operator.PLUS);
            case "_-_" -> Optional.of(Term.Operator.MINUS);
            case "_*_" -> Optional.of(Term.Operator.TIMES);
            default -> Optional.empty();
        };
    }

    /// A constant, if this is one.
    static Optional<Literal> literal(CelExpr expr, CelPlaces places) throws Refused {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case CALL -> calledConstant(expr, places);
            default -> Optional.empty();
        };
    }

    private static Optional<Literal> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(new Literal.Words(constant.stringValue()));
            case BOOLEAN_VALUE -> Optional.of(new Literal.YesNo(constant.booleanValue()));
            case INT64_VALUE ->
                    Optional.of(new Literal.Count(BigDecimal.valueOf(constant.int64Value())));
            case DOUBLE_VALUE ->
                    Optional.of(new Literal.Count(BigDecimal.valueOf(constant.doubleValue())));
            default -> Optional.empty();
        };
    }

    private static Optional<Literal> calledConstant(CelExpr expr, CelPlaces places) throws Refused {
        var call = expr.call();
        if (call.function().equals("-_")
                && literal(call.args().getFirst(), places).orElse(null)
                        instanceof Literal.Count(var number))
            return Optional.of(new Literal.Count(number.negate()));
        if (!call.function().equals("date")) return Optional.empty();
        var argument = call.args().size() == 1 ? literal(call.args().getFirst(), places) : null;
        try {
            if (argument != null && argument.orElse(null) instanceof Literal.Words(var text))
                return Optional.of(new Literal.Day(LocalDate.parse(text)));
        } catch (DateTimeParseException _) {
            // said below
        }
        throw new Refused(
                places.of(expr),
                "date(…) braucht einen Tag, den es gibt.",
                "Schreibt date('2027-01-31').");
    }

    private static Refused notHere() {
        return new Refused(
                "Hier wird ein Schritt, ein Fakt oder ein berechneter Wert erwartet.",
                "Links steht der Name, rechts der feste Wert: stunden >= 2.");
    }
}
