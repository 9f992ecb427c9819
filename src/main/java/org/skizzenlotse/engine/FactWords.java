// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.dialog.Value;

/// Facts of an installation that are said otherwise in another language: beside `empfaenger` there
/// may be `empfaenger@en`, which texts of the variant `en` quote in its place.
public final class FactWords {
    private FactWords() {}

    /// The name of what stands for a fact in a variant.
    public static String in(String fact, String variant) {
        return fact + "@" + variant;
    }

    /// What texts of a variant quote for a fact.
    public static Optional<Value> of(Map<String, Value> facts, String fact, String variant) {
        var own = facts.get(in(fact, variant));
        return Optional.ofNullable(own == null ? facts.get(fact) : own);
    }
}
