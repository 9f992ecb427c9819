// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.source.Part;

/// Reads conditions and computed values of a dialog. The short forms are translated here, CEL texts
/// by CEL's own parser, which is loaded only where such a text occurs.
public final class Conditions {
    private final Names names;
    private final List<Text> texts = new ArrayList<>();

    Conditions(Names names) {
        this.names = names;
    }

    /// A condition; an absent one always holds. Mistakes go to the findings of the file.
    public Condition condition(Part part, Here here) {
        if (!part.exists()) return Condition.always();
        if (part.node().isObject()) return new ShortForm(names, here).read(part);
        var translation = new CelTranslation(names, here, part);
        var condition = translation.condition(CelText.parsed(part));
        if (translation.isSound()) texts.add(new Text(part, here));
        return condition;
    }

    /// A computed value of this type (`number`, `money`, `confirm`).
    Term computed(Part part, String type) {
        if (type.equals("confirm")) return new Term.Judged(condition(part, Here.ANYWHERE));
        var translation = new CelTranslation(names, Here.ANYWHERE, part);
        var term = translation.term(CelText.parsed(part));
        if (translation.isSound()) texts.add(new Text(part, Here.ANYWHERE));
        return term.orElse(new Term.Constant(new Value.Quantity(BigDecimal.ZERO)));
    }

    /// Lets CEL check the types of all texts that were translated.
    public void checkTypes() {
        if (texts.isEmpty()) return;
        var types = new CelTypes(names);
        for (var text : texts) types.check(text.part(), text.here().value());
    }

    private record Text(Part part, Here here) {}
}
