// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of the engine itself, by variant. A variant without a phrase falls back to German;
/// that every shipped variant is complete is tested, so the fall-back is never silent.
public final class Phrases {
    /// The variant that has every phrase.
    public static final String COMPLETE = "de";

    private final Map<String, Map<Phrase, String>> texts = new HashMap<>();

    /// Texts by variant and phrase ID.
    ///
    /// @throws IllegalArgumentException when German misses a phrase or a text has no phrase
    public Phrases(Map<String, Map<String, String>> byVariant) {
        byVariant.forEach((variant, byId) -> {
            var known = new HashMap<Phrase, String>();
            byId.forEach((id, text) -> known.put(phrase(id), text));
            texts.put(variant, Map.copyOf(known));
        });
        for (var phrase : Phrase.values())
            if (!texts.getOrDefault(COMPLETE, Map.of()).containsKey(phrase))
                throw new IllegalArgumentException("no German text for " + phrase.id());
    }

    private static Phrase phrase(String id) {
        return Phrase.of(id)
                .orElseThrow(() -> new IllegalArgumentException("no such phrase: " + id));
    }

    /// The text in a variant, with `{0}`, `{1}` … replaced by the details.
    public String say(String variant, Phrase phrase, List<String> details) {
        var text =
                Optional.ofNullable(texts.get(variant))
                        .map(of -> of.get(phrase))
                        .orElseGet(() -> texts.getOrDefault(COMPLETE, Map.of()).get(phrase));
        if (text == null) throw new IllegalStateException("no text for " + phrase.id());
        for (int i = 0; i < details.size(); i++) text = text.replace("{" + i + "}", details.get(i));
        return text;
    }

    /// The phrases that a variant does not have.
    public List<Phrase> missing(String variant) {
        var known = texts.getOrDefault(variant, Map.of());
        return List.of(Phrase.values()).stream().filter(one -> !known.containsKey(one)).toList();
    }
}
