// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Condition.Comparison;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.source.Part;

/// Translates the tree of a CEL text into the core's own conditions. What is outside of their
/// decidable part is refused, with the alternative.
final class CelTranslation {
    private final Here here;
    private final Part part;
    private final CelTerms terms;
    private CelPlaces places = new CelPlaces(Map.of());
    private boolean sound = true;

    CelTranslation(Names names, Here here, Part part) {
        this.here = here;
        this.part = part;
        this.terms = new CelTerms(names, here);
    }

    Condition condition(Optional<CelAbstractSyntaxTree> tree) {
        sound = tree.isPresent();
        if (tree.isEmpty()) return Names.unread();
        places = CelPlaces.of(tree.get());
        return condition(tree.get().getExpr());
    }

    /// The value of a computed text; nothing where it was refused.
    Optional<Term> term(Optional<CelAbstractSyntaxTree> tree) {
        sound = tree.isPresent();
        if (tree.isEmpty()) return Optional.empty();
        places = CelPlaces.of(tree.get());
        var expr = tree.get().getExpr();
        try {
            return Optional.of(terms.computed(expr, places).term());
        } catch (Refused refused) {
            say(refused.at(places.of(expr)));
            return Optional.empty();
        }
    }

    private Condition condition(CelExpr expr) {
        try {
            return translated(expr);
        } catch (Refused refused) {
            say(refused.at(places.of(expr)));
            return Names.unread();
        }
    }

    /// Whether there was a tree and nothing of it was refused.
    boolean isSound() {
        return sound;
    }

    private void say(Refused refused) {
        sound = false;
        part.wrongInside(refused.offset(), refused.words(), refused.proposal());
    }

    private Condition translated(CelExpr expr) throws Refused {
        return switch (expr.getKind()) {
            case CALL -> call(expr);
            case IDENT -> holds(expr);
            case CONSTANT ->
                    throw new Refused(
                            "Das gilt immer oder nie und fragt nach nichts.",
                            "Lasst die Bedingung weg, oder nennt einen Schritt.");
            default -> throw unknown();
        };
    }

    private Condition call(CelExpr expr) throws Refused {
        var call = expr.call();
        var arguments = call.args();
        return switch (call.function()) {
            case "_&&_" -> new Condition.And(flat(expr, "_&&_"));
            case "_||_" -> new Condition.Or(flat(expr, "_||_"));
            case "!_" -> new Condition.Not(condition(arguments.getFirst()));
            case "_==_" -> equal(arguments);
            case "_!=_" -> new Condition.Not(equal(arguments));
            case "_<_" -> compared(arguments, Comparison.LESS);
            case "_<=_" -> compared(arguments, Comparison.LESS_OR_EQUAL);
            case "_>_" -> compared(arguments, Comparison.GREATER);
            case "_>=_" -> compared(arguments, Comparison.GREATER_OR_EQUAL);
            case "@in" -> in(arguments);
            case "answered" -> new Condition.Answered(step(call.function(), arguments));
            case "open" -> new Condition.Open(step(call.function(), arguments));
            case "matches" -> matches(call);
            default -> throw unknown();
        };
    }

    private List<Condition> flat(CelExpr expr, String function) {
        var parts = new ArrayList<Condition>();
        for (var argument : expr.call().args())
            if (argument.getKind() == CelExpr.ExprKind.Kind.CALL
                    && argument.call().function().equals(function))
                parts.addAll(flat(argument, function));
            else parts.add(condition(argument));
        return parts;
    }

    private Condition holds(CelExpr expr) throws Refused {
        var name = expr.ident().name();
        var meaning = terms.meaning(expr, places);
        if (meaning instanceof Meaning.OfCondition(_, var means, var is, _))
            return new Condition.Named(name, means, is);
        var operand = terms.operand(expr, places);
        if (operand.sort() == Sort.YES_NO) return new Condition.Holds(operand.term());
        throw new Refused(
                "'" + name + "' ist " + operand.sort().words + " und für sich keine Bedingung.",
                operand.options().isEmpty()
                        ? "Schreibt answered(" + name + ")."
                        : "Schreibt etwa " + name + " == '" + operand.options().getFirst() + "'.");
    }

    private Condition equal(List<CelExpr> sides) throws Refused {
        var literal = CelTerms.literal(sides.get(1), places);
        if (literal.isPresent())
            return at(sides.get(1), () -> Comparing.equal(operand(sides.get(0)), literal.get()));
        var first = CelTerms.literal(sides.get(0), places);
        if (first.isPresent())
            return at(sides.get(0), () -> Comparing.equal(operand(sides.get(1)), first.get()));
        return compared(sides, Comparison.EQUAL);
    }

    private Condition compared(List<CelExpr> sides, Comparison comparison) throws Refused {
        var right = CelTerms.literal(sides.get(1), places);
        if (right.isPresent()) {
            var left = sized(sides.get(0));
            var constant = at(sides.get(1), () -> Comparing.constant(left, right.get()));
            return new Condition.Compare(left.term(), comparison, constant);
        }
        var left = CelTerms.literal(sides.get(0), places);
        if (left.isPresent()) {
            var other = sized(sides.get(1));
            var constant = at(sides.get(0), () -> Comparing.constant(other, left.get()));
            return new Condition.Compare(constant, comparison, other.term());
        }
        return twoSides(sized(sides.get(0)), comparison, sized(sides.get(1)));
    }

    private static Condition twoSides(Operand left, Comparison comparison, Operand right)
            throws Refused {
        var days = left.sort() == Sort.DAY && right.sort() == Sort.DAY;
        var withFact = left.term() instanceof Term.FactOf || right.term() instanceof Term.FactOf;
        var counted = left.sort().isCounted() && right.sort().isCounted();
        if (days || (counted && withFact))
            return new Condition.Compare(left.term(), comparison, right.term());
        throw new Refused(
                "'"
                        + left.name()
                        + "' und '"
                        + right.name()
                        + "' lassen sich hier nicht"
                        + " vergleichen.",
                counted
                        ? "Berechnet den Unterschied unter compute, und vergleicht ihn mit 0."
                        : "Verglichen werden ein Schritt und feste Werte, oder zwei Tage.");
    }

    private Operand sized(CelExpr expr) throws Refused {
        var operand = operand(expr);
        if (operand.sort().isCounted() || operand.sort() == Sort.DAY) return operand;
        throw (operand.sort() == Sort.CHOICE || operand.sort() == Sort.MANY
                        ? new Refused(
                                "'"
                                        + operand.name()
                                        + "' ist "
                                        + operand.sort().words
                                        + " und hat keine Größe.",
                                "Nennt die Auswahl: " + operand.name() + " in ['…', '…'].")
                        : Comparing.onlyWhetherAnswered(operand))
                .at(places.of(expr));
    }

    private Condition in(List<CelExpr> sides) throws Refused {
        var list = sides.get(1);
        if (list.getKind() == CelExpr.ExprKind.Kind.LIST) return oneOf(sides.getFirst(), list);
        var literal = CelTerms.literal(sides.getFirst(), places);
        if (literal.isEmpty() || list.getKind() != CelExpr.ExprKind.Kind.IDENT)
            throw new Refused(
                    "Links und rechts von 'in' stimmt etwas nicht.",
                    "Schreibt schritt in ['a', 'b'], oder 'a' in mehrfachauswahl.");
        return at(sides.getFirst(), () -> Comparing.contains(operand(list), literal.get()));
    }

    private Condition oneOf(CelExpr left, CelExpr list) throws Refused {
        var operand = operand(left);
        var literals = new ArrayList<Literal>();
        for (var element : list.list().elements()) {
            var literal =
                    CelTerms.literal(element, places)
                            .orElseThrow(() ->
                                    new Refused(
                                            places.of(element),
                                            "In der Liste stehen nur feste Werte.",
                                            "Schreibt sie in einfachen Anführungszeichen:"
                                                    + " ['a', 'b']."));
            at(element, () -> Comparing.in(operand, List.of(literal)));
            literals.add(literal);
        }
        return at(list, () -> Comparing.in(operand, literals));
    }

    private StepId step(String function, List<CelExpr> arguments) throws Refused {
        if (arguments.size() == 1
                && arguments.getFirst().getKind() == CelExpr.ExprKind.Kind.IDENT
                && terms.meaning(arguments.getFirst(), places)
                        instanceof Meaning.OfStep(var id, _, _, _)) return id;
        throw new Refused(
                function + "(…) fragt nach genau einem Schritt.",
                "Schreibt " + function + "(name_des_schritts).");
    }

    private Condition matches(CelExpr.CelCall call) throws Refused {
        var target = call.target().orElseThrow(CelTranslation::unknown);
        var operand = operand(target);
        if (here.value() == null || !(operand.term() instanceof Term.ThisValue))
            throw new Refused(
                    "matches(…) gibt es nur in check, für value.",
                    "Fragt mit einer Auswahl, wenn davon etwas abhängt.");
        var pattern = call.args().isEmpty() ? "" : text(call.args().getFirst());
        try {
            return new Condition.Matches(operand.term(), Pattern.compile(pattern));
        } catch (PatternSyntaxException _) {
            throw new Refused(
                    places.of(call.args().getFirst()),
                    "Dieses Muster ist kein regulärer Ausdruck.",
                    "Prüft Klammern und Schrägstriche.");
        }
    }

    private static String text(CelExpr expr) throws Refused {
        if (expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE)
            return expr.constant().stringValue();
        throw new Refused("Hier wird ein fester Text erwartet.", "Schreibt '…'.");
    }

    private Operand operand(CelExpr expr) throws Refused {
        return terms.operand(expr, places);
    }

    private static Refused unknown() {
        return new Refused(
                "Das kann in Bedingungen nicht stehen.",
                "Möglich sind ==, !=, <, <=, >, >=, in, &&, ||, !, answered(schritt),"
                        + " open(schritt), rows(schritt), files(schritt) und date('2027-01-31').");
    }

    private interface Attempt<T> {
        T make() throws Refused;
    }

    private <T> T at(CelExpr expr, Attempt<T> attempt) throws Refused {
        try {
            return attempt.make();
        } catch (Refused refused) {
            throw refused.at(places.of(expr));
        }
    }
}
