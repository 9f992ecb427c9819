// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What staff and applicants have with each other once something was handed in: where it stands
/// (the ID of a status, its words where the installation has some of its own, and since when; empty
/// before staff said anything), what they said to each other, and a meeting if one is proposed.
public record Consultation(
        String status,
        String words,
        @Nullable Instant since,
        List<Remark> remarks,
        @Nullable Meeting meeting) {
    /// More is no consultation any more, and would make each turn slow.
    public static final int REMARKS_MAX = 200;

    /// Before staff said anything.
    public static final Consultation NONE = new Consultation("", "", null, List.of(), null);

    /// Copies the list.
    public Consultation {
        remarks = List.copyOf(remarks);
    }

    /// The oldest question that has no answer.
    public Optional<Remark> asked() {
        return remarks.stream()
                .filter(one -> one.kind() == Remark.Kind.QUESTION && !isAnswered(one.number()))
                .findFirst();
    }

    /// Whether this question has an answer.
    public boolean isAnswered(int number) {
        return answer(number).isPresent();
    }

    /// The answer to this question.
    public Optional<Remark> answer(int number) {
        return remarks.stream()
                .filter(one -> one.kind() == Remark.Kind.ANSWER && one.answers() == number)
                .findFirst();
    }

    /// The number of the next remark.
    public int next() {
        return remarks.isEmpty() ? 1 : remarks.getLast().number() + 1;
    }

    /// Whether another remark has room.
    public boolean hasRoom() {
        return remarks.size() < REMARKS_MAX;
    }

    Consultation with(Remark remark) {
        var all = new ArrayList<>(remarks);
        all.add(remark);
        return new Consultation(status, words, since, all, meeting);
    }

    Consultation standing(String next, String own, Instant at) {
        return new Consultation(next, own, at, remarks, meeting);
    }

    Consultation meeting(@Nullable Meeting next) {
        return new Consultation(status, words, since, remarks, next);
    }

    @Override
    public String toString() {
        return "Consultation[" + status + " " + remarks.size() + "]";
    }
}
