// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.source.Part;

/// `{step: option}`, `{step: [options]}`, `{named: true}`; several entries hold together.
final class ShortForm {
    private final Names names;
    private final Here here;

    ShortForm(Names names, Here here) {
        this.names = names;
        this.here = here;
    }

    Condition read(Part object) {
        var all = new ArrayList<Condition>();
        object.entries().forEach((name, value) -> all.add(entry(name, value)));
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition entry(String name, Part value) {
        Meaning meaning;
        try {
            meaning = names.resolve(name, here);
        } catch (Refused refused) {
            value.wrongKey(refused.words(), refused.proposal());
            return Names.unread();
        }
        try {
            if (meaning instanceof Meaning.OfCondition named) return named(named, value);
            var operand = Names.operand(meaning, name);
            return operand == null ? Names.unread() : compared(operand, value);
        } catch (Refused refused) {
            at(value, refused).wrong(refused.words(), refused.proposal());
            return Names.unread();
        }
    }

    /// The entry of a list that was refused; its index is the place.
    private static Part at(Part value, Refused refused) {
        var entries = value.list();
        return value.node().isArray() && refused.offset() < entries.size()
                ? entries.get(refused.offset())
                : value;
    }

    private static Condition named(Meaning.OfCondition named, Part value) throws Refused {
        if (!value.node().isBoolean())
            throw new Refused(
                    "'" + named.name() + "' ist eine benannte Bedingung.",
                    "Schreibt {" + named.name() + ": true} oder {" + named.name() + ": false}.");
        var condition = new Condition.Named(named.name(), named.means(), named.is());
        return value.node().booleanValue() ? condition : new Condition.Not(condition);
    }

    private static Condition compared(Operand left, Part value) throws Refused {
        if (left.sort() == Sort.MANY) return chosen(left, value);
        if (!value.node().isArray()) return Comparing.equal(left, literal(left, value));
        return Comparing.in(left, literals(left, value));
    }

    private static Condition chosen(Operand left, Part value) throws Refused {
        var any = new ArrayList<Condition>();
        var literals = literals(left, value);
        for (int i = 0; i < literals.size(); i++) {
            try {
                any.add(Comparing.contains(left, literals.get(i)));
            } catch (Refused refused) {
                throw refused.at(i);
            }
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private static List<Literal> literals(Operand left, Part list) throws Refused {
        var literals = new ArrayList<Literal>();
        for (var entry : list.list()) {
            var literal = literal(left, entry);
            try {
                if (left.sort() != Sort.MANY) Comparing.equal(left, literal);
            } catch (Refused refused) {
                throw refused.at(literals.size());
            }
            literals.add(literal);
        }
        return literals;
    }

    private static Literal literal(Operand left, Part value) {
        var node = value.node();
        if (node.isBoolean()) return new Literal.YesNo(node.booleanValue());
        if (node.isNumber()) return new Literal.Count(new BigDecimal(node.asText()));
        if (left.sort() == Sort.DAY) {
            try {
                return new Literal.Day(LocalDate.parse(value.text()));
            } catch (DateTimeParseException _) {
                return new Literal.Words(value.text());
            }
        }
        return new Literal.Words(value.text());
    }
}
