// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.render.question;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Everything that a dialog says and asks, in the order of asking, in one variant. Texts are the
/// Markdown subset with their placeholders filled; what a step does not have is empty.
public record QuestionSheet(String title, boolean offersShort, List<Group> groups) {
    /// Copies the list.
    public QuestionSheet {
        groups = List.copyOf(groups);
    }

    /// These questions only, without what is said around them and when they are asked.
    public QuestionSheet only(Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        var some =
                groups.stream()
                        .map(group ->
                                new Group(
                                        group.id(),
                                        group.title(),
                                        "",
                                        group.asked().stream()
                                                .filter(asked -> wanted.contains(asked.id()))
                                                .<Item>map(Asked::always)
                                                .toList()))
                        .filter(group -> !group.items().isEmpty())
                        .toList();
        return new QuestionSheet(title, false, some);
    }

    /// Steps that belong together.
    public record Group(String id, String title, String intro, List<Item> items) {
        /// Copies the list.
        public Group {
            items = List.copyOf(items);
        }

        /// What is asked in it.
        public List<Asked> asked() {
            return items.stream().filter(Asked.class::isInstance).map(Asked.class::cast).toList();
        }
    }

    /// One step.
    public sealed interface Item {}

    /// Something to say.
    public record Said(String text, String onlyIf) implements Item {}

    /// Something to ask. `choices` are options or columns, `open` the answers that are no answer;
    /// `core` belongs to the short way. `onlyIf` says when it is asked, if not always.
    public record Asked(
            String id,
            String catalogue,
            String type,
            boolean core,
            String onlyIf,
            Words words,
            List<String> choices,
            List<String> open)
            implements Item {
        /// Copies the lists.
        public Asked {
            choices = List.copyOf(choices);
            open = List.copyOf(open);
        }

        private Asked always() {
            return new Asked(id, catalogue, type, core, "", words, choices, open);
        }

        /// Whether the answer is written, not chosen.
        public boolean isWritten() {
            return choices.isEmpty() && !type.equals("consent") && !type.equals("confirm");
        }
    }

    /// The words of a question; `brief` is plain text.
    public record Words(
            String brief,
            String text,
            String notice,
            String why,
            String help,
            List<String> examples) {
        /// Copies the list.
        public Words {
            examples = List.copyOf(examples);
        }
    }
}
