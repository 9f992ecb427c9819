// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Everything that the engine says of itself. The texts stand in `texts/<variant>.properties` under
/// the ID of what is said; no two have the same.
public sealed interface Sayable
        permits Phrase, PeoplePhrase, AnswerPhrase, MovePhrase, TeamPhrase, WordPhrase {
    /// The name that it has in the code.
    String name();

    /// The ID under which the text stands.
    default String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// All that there is to say.
    static List<Sayable> all() {
        return Stream.<Sayable[]>of(
                        Phrase.values(),
                        PeoplePhrase.values(),
                        AnswerPhrase.values(),
                        MovePhrase.values(),
                        TeamPhrase.values(),
                        WordPhrase.values())
                .flatMap(Stream::of)
                .toList();
    }
}
