// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.bench;

import java.util.Map;

/// Somebody's engine on the workload. Between two turns there is nothing but the stored form.
interface Harness {
    /// The stored form of a conversation that begins.
    byte[] begin();

    /// One turn: load, take the answer, say what is asked next, store.
    Taken turn(byte[] stored, Workload.Answer answer);

    /// What is answered in a stored form, by question, in the words of the answers.
    Map<String, String> record(byte[] stored);

    /// How a turn went: whether the answer was taken, what is stored now, and what is asked next
    /// (its ID; empty at the end).
    @SuppressWarnings("ArrayRecordComponent")
    record Taken(boolean taken, byte[] stored, String asks) {}

    /// All answers of one person, turn by turn; gives what is stored in the end.
    default byte[] whole(Iterable<Workload.Answer> answers) {
        var stored = begin();
        for (var answer : answers) {
            var turn = turn(stored, answer);
            if (!turn.taken()) throw new IllegalStateException("refused " + answer.asked());
            stored = turn.stored();
        }
        return stored;
    }
}
