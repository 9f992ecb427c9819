// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.List;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Term;

/// One side of a comparison: the term, what can be done with it, its options, and its name in the
/// file; `constant` where it reads nothing.
record Operand(Term term, Sort sort, List<String> options, String name, boolean constant) {
    static Operand answer(Term term, AnswerType type, String name) {
        var options = type.options().stream().map(AnswerType.Option::id).toList();
        return new Operand(term, Sort.of(type), options, name, false);
    }

    static Operand of(Term term, Sort sort, String name) {
        return new Operand(term, sort, List.of(), name, false);
    }
}
