// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;

/// Reads conditions and computed values of a dialog. The short forms are translated here, CEL texts
/// by CEL's own parser, which is loaded only where such a text occurs.
public final class Conditions {
    private final Names names;
    private final boolean proven;

    Conditions(Names names, boolean proven) {
        this.names = names;
        this.proven = proven;
    }

    /// A condition; an absent one always holds. Mistakes go to the findings of the file.
    public Condition condition(Part part, Here here) {
        if (!part.exists()) return Condition.always();
        if (part.node().isObject()) return new ShortForm(names, here).read(part);
        return new CelTranslation(names, here, part).condition(CelText.parsed(part, names, proven));
    }

    /// A computed value of this type (`number`, `money`, `confirm`).
    Term computed(Part part, String type) {
        var translation = new CelTranslation(names, Here.ANYWHERE, part);
        var text = CelText.parsed(part, names, proven);
        if (type.equals("confirm")) return new Term.Judged(translation.condition(text));
        return translation
                .term(text)
                .orElse(new Term.Constant(new Value.Quantity(java.math.BigDecimal.ZERO)));
    }
}
