// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.skizzenlotse.dialog.Verdict.Cause;

/// What a condition finds when it reads a step or a fact.
public sealed interface Reading {

    /// There is a value.
    record Known(Value value) implements Reading {}

    /// There is none, because of these.
    record Missing(Set<Cause> causes) implements Reading {
        /// Copies the causes.
        public Missing {
            causes = Set.copyOf(causes);
        }
    }

    /// Missing for one reason.
    static Reading missing(String of, Verdict.Why why) {
        return new Missing(Set.of(new Cause(of, why)));
    }

    /// The same with another value.
    default Reading map(UnaryOperator<Value> change) {
        return switch (this) {
            case Known(var value) -> new Known(change.apply(value));
            case Missing missing -> missing;
        };
    }

    /// Both together, missing if either is.
    default Reading with(Reading other, BinaryOperator<Value> join) {
        if (this instanceof Known(var mine) && other instanceof Known(var theirs))
            return new Known(join.apply(mine, theirs));
        var causes = new TreeSet<Cause>();
        if (this instanceof Missing(var mine)) causes.addAll(mine);
        if (other instanceof Missing(var theirs)) causes.addAll(theirs);
        return new Missing(causes);
    }

    /// A question asked of the value, unknown where there is none.
    default Verdict judge(Function<Value, Boolean> question) {
        return switch (this) {
            case Known(var value) -> Verdict.of(question.apply(value));
            case Missing(var causes) -> new Verdict(Truth.UNKNOWN, causes);
        };
    }
}
