// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.Map;

/// Where the parts of a CEL text begin, counted in characters.
record CelPlaces(Map<Long, Integer> offsets) {
    static CelPlaces of(CelAbstractSyntaxTree tree) {
        return new CelPlaces(tree.getSource().getPositionsMap());
    }

    int of(CelExpr expr) {
        return offsets.getOrDefault(expr.id(), 0);
    }
}
