// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.source.Part;

/// CEL's own type check of the texts that were translated: both must agree that a text is a
/// condition.
final class CelTypes {
    private static final String VALUE = "value";

    private final CelCompiler compiler;

    CelTypes(Names names) {
        var builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(
                                CelOptions.current()
                                        .enableHeterogeneousNumericComparisons(true)
                                        .build())
                        .addFunctionDeclarations(
                                function("answered", SimpleType.BOOL, SimpleType.DYN),
                                function("open", SimpleType.BOOL, SimpleType.DYN),
                                function("rows", SimpleType.INT, SimpleType.DYN),
                                function("files", SimpleType.INT, SimpleType.DYN),
                                function("date", SimpleType.TIMESTAMP, SimpleType.STRING));
        names.meanings().forEach((name, meaning) -> declare(builder, name, meaning));
        this.compiler = builder.build();
    }

    private static CelFunctionDecl function(String name, CelType result, CelType argument) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newGlobalOverload(name + "_one", result, List.of(argument)));
    }

    private static void declare(CelCompilerBuilder builder, String name, Meaning meaning) {
        switch (meaning) {
            case Meaning.OfStep(_, var type, _, _) -> builder.addVar(name, type(type));
            case Meaning.OfFact(_, var type) -> builder.addVar(name, type(Sort.of(type)));
            case Meaning.OfComputed(_, var type, _, _) -> builder.addVar(name, type(Sort.of(type)));
            case Meaning.OfCondition _ -> builder.addVar(name, SimpleType.BOOL);
        }
    }

    private static CelType type(AnswerType type) {
        return type instanceof AnswerType.Numeric(_, var decimals, _) && decimals > 0
                ? SimpleType.DYN
                : type(Sort.of(type));
    }

    private static CelType type(Sort sort) {
        return switch (sort) {
            case CHOICE, TEXT -> SimpleType.STRING;
            case MANY -> ListType.create(SimpleType.STRING);
            case YES_NO -> SimpleType.BOOL;
            case NUMBER, AMOUNT, LENGTH -> SimpleType.INT;
            case DAY -> SimpleType.TIMESTAMP;
            case CONTACT, ROWS, FILES -> SimpleType.DYN;
        };
    }

    /// Checks one text; `value` is the type of the answer under check.
    void check(Part part, @Nullable AnswerType value) {
        var typed =
                value == null
                        ? compiler
                        : compiler.toCompilerBuilder().addVar(VALUE, valueType(value)).build();
        var errors = typed.compile(part.text()).getErrors();
        if (!errors.isEmpty())
            part.wrongInside(
                    CelText.offset(errors.getFirst()),
                    "Die beiden Seiten passen nicht zusammen.",
                    "Ganze Zahlen und Beträge vergleicht ihr mit ganzen Zahlen; mit decimals darf"
                            + " ein Schritt Nachkommastellen haben.");
    }

    /// A table under check is counted by `size`, like a text.
    private static CelType valueType(AnswerType value) {
        return value instanceof AnswerType.Table ? ListType.create(SimpleType.DYN) : type(value);
    }
}
