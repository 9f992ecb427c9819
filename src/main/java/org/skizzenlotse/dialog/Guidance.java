// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.Optional;

/// What people may read beside the dialogs: the principles in own words, what words mean, and the
/// catalogue with criteria and offers, to which the principles refer. Texts are Markdown's subset.
public record Guidance(Catalogue catalogue, Principles principles, Glossary glossary, Easy easy) {
    /// Nothing to read.
    public static final Guidance NONE =
            new Guidance(
                    Catalogue.EMPTY,
                    new Principles("", "", List.of(), List.of()),
                    Glossary.NONE,
                    Easy.NONE);

    /// A text in Leichte Sprache, which is checked by people outside: by whom, and when (in words).
    /// Empty where there is none; the variants of dialogs in simple language are none.
    public record Easy(String title, String text, String checkedBy, String checkedOn) {
        /// No such text.
        public static final Easy NONE = new Easy("", "", "", "");

        /// Whether there is one.
        public boolean exists() {
            return !text.isEmpty();
        }
    }

    /// The principles in their order, and what is promised to everybody before anything else.
    public record Principles(
            String title, String intro, List<String> promises, List<Principle> all) {
        /// Copies the lists.
        public Principles {
            promises = List.copyOf(promises);
            all = List.copyOf(all);
        }
    }

    /// One principle: in one sentence (`brief`, may be empty), explained, and what it refers to in
    /// the catalogue by ID.
    public record Principle(
            String id,
            String title,
            String brief,
            String text,
            List<String> examples,
            List<String> criteria,
            List<String> questions) {
        /// Copies the lists.
        public Principle {
            examples = List.copyOf(examples);
            criteria = List.copyOf(criteria);
            questions = List.copyOf(questions);
        }
    }

    /// Whether there are principles to show.
    public boolean hasPrinciples() {
        return !principles.all().isEmpty();
    }

    /// The principle that a question of the catalogue belongs to.
    public Optional<Principle> ofQuestion(String catalogueId) {
        return principles.all().stream()
                .filter(one -> one.questions().contains(catalogueId))
                .findFirst();
    }
}
