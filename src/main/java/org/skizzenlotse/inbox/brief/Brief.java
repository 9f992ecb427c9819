// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.brief;

import java.util.List;

/// A sketch on one page, for the talk about it: the idea in its people's own words, what they wish
/// for, what to ask first and what `also`, how it stands by the criteria, what they need to come,
/// and their files.
public record Brief(
        String reference,
        String title,
        String about,
        List<Words> idea,
        String wishes,
        List<Words> questions,
        List<String> also,
        List<Words> reasons,
        List<String> fine,
        String access,
        List<String> files) {
    /// Copies the lists.
    public Brief {
        idea = List.copyOf(idea);
        questions = List.copyOf(questions);
        also = List.copyOf(also);
        reasons = List.copyOf(reasons);
        fine = List.copyOf(fine);
        files = List.copyOf(files);
    }

    /// A name with its words.
    public record Words(String name, String text) {}

    @Override
    public String toString() {
        return "Brief[" + reference + "]";
    }
}
