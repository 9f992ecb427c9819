// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.Map;

/// Words for people, in the dialog's own language (under an empty name) and in variants.
public record Said(Map<String, String> texts) {
    /// Nothing.
    public static final Said NOTHING = new Said(Map.of());

    /// Copies the map.
    public Said {
        texts = Map.copyOf(texts);
    }

    /// In that variant, or in its language, or in the dialog's own; empty where nothing is said.
    public String in(String variant) {
        var hyphen = variant.indexOf('-');
        var language = hyphen > 0 ? variant.substring(0, hyphen) : variant;
        var own = texts.getOrDefault("", "");
        return texts.getOrDefault(variant, texts.getOrDefault(language, own));
    }
}
