// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The question catalogue that dialogs answer: groups with questions, criteria of fit with their
/// weights, and the offers that every outcome points to.
public record Catalogue(
        String id, List<Group> groups, List<Criterion> criteria, List<Offer> offers) {
    /// No catalogue.
    public static final Catalogue EMPTY = new Catalogue("", List.of(), List.of(), List.of());

    /// Copies the lists.
    public Catalogue {
        groups = List.copyOf(groups);
        criteria = List.copyOf(criteria);
        offers = List.copyOf(offers);
    }

    /// A group of questions, in the order of the sketch.
    public record Group(String id, String title, List<Question> questions) {
        /// Copies the list.
        public Group {
            questions = List.copyOf(questions);
        }
    }

    /// A question by its ID.
    public record Question(String id, boolean core, String title) {}

    /// What decides fit; `together` means that an open answer stays green and is worked out
    /// together.
    public record Criterion(String id, Weight weight, boolean together, String title) {}

    /// How an explicit no or an open answer to a criterion counts.
    public enum Weight {
        GATE,
        NEED,
        PLUS,
        INFO
    }

    /// Something that the organisation offers.
    public record Offer(String id, String title, String text) {}

    /// All questions in the order of the sketch.
    public Stream<Question> questions() {
        return groups.stream().flatMap(group -> group.questions().stream());
    }

    /// The criterion of that ID.
    public Optional<Criterion> criterion(String id) {
        return criteria.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
