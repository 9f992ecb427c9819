// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.list;

import java.util.List;

/// The list as the page shows it, all in words.
public record ListView(
        List<Line> lines,
        Fields fields,
        String words,
        int total,
        boolean whole,
        boolean narrowed,
        Paging paging) {
    /// Copies the list.
    public ListView {
        lines = List.copyOf(lines);
    }

    /// One sketch. `light` is the ID, for decoration; everything else is words, empty for nothing.
    public record Line(
            String reference,
            String title,
            boolean unread,
            String light,
            String lightWord,
            String status,
            String about,
            String assigned,
            String age,
            String day,
            String open,
            String promised,
            boolean late,
            String end,
            List<String> labels) {
        /// Copies the list.
        public Line {
            labels = List.copyOf(labels);
        }
    }

    /// Something to choose from; the first is "all".
    public record Choice(String value, String words, boolean chosen) {}

    /// A field to choose from.
    public record Field(String name, String label, List<Choice> choices) {
        /// Copies the list.
        public Field {
            choices = List.copyOf(choices);
        }
    }

    /// The fields: those that are always seen, and those behind "more".
    public record Fields(List<Field> first, List<Field> more, boolean moreOpen) {
        /// Copies the lists.
        public Fields {
            first = List.copyOf(first);
            more = List.copyOf(more);
        }
    }

    /// Where one is among the pages; the addresses are empty where there is none.
    public record Paging(int page, int pages, String before, String after) {}

    @Override
    public String toString() {
        return "ListView[" + total + "]";
    }
}
