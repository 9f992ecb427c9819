// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;

/// All that is kept of one person in one conversation, for them to read and to take along (Art. 15
/// and 20 GDPR).
public record MyData(
        About about,
        List<Someone> people,
        List<Joining> joined,
        List<Given> answers,
        List<Receipt> consents,
        List<Held> files,
        List<Told> messages,
        List<Happening> history,
        List<HandedIn> submissions,
        List<Remarked> remarks) {
    /// Copies the lists.
    public MyData {
        people = List.copyOf(people);
        joined = List.copyOf(joined);
        answers = List.copyOf(answers);
        consents = List.copyOf(consents);
        files = List.copyOf(files);
        messages = List.copyOf(messages);
        history = List.copyOf(history);
        submissions = List.copyOf(submissions);
        remarks = List.copyOf(remarks);
    }

    /// The conversation itself. The reference is empty before it was handed in.
    public record About(
            String id,
            String dialog,
            String title,
            String variant,
            String lifecycle,
            String reference,
            String channel,
            Instant begunAt,
            Instant lastSignAt) {}

    /// Somebody who works or worked along, called as in the talk. Of the others nothing stands here
    /// that the talk does not show to everybody in it (Art. 15 (4) GDPR).
    public record Someone(
            int number, String name, boolean own, Person.Standing standing, boolean responsible) {
        @Override
        public String toString() {
            return "Someone[" + number + "]";
        }
    }

    /// That this person agreed to these words and came.
    public record Joining(int person, String text, String variant, String channel, Instant at) {}

    /// An answer; `counts` says whether it does at present. An open one has no value.
    public record Given(
            String step,
            String label,
            boolean counts,
            Answer.Status status,
            @Nullable Value value,
            String display,
            Answer.Provenance provenance) {
        @Override
        public String toString() {
            return "Given[" + step + "]";
        }
    }

    /// A decision on a consent, each that was ever made, with the whole text that it was about;
    /// empty where that was not kept.
    public record Receipt(
            String step, String label, boolean yes, String text, Answer.Provenance provenance) {}

    /// A file; `question` is the one under which it was handed over.
    public record Held(
            String id,
            String name,
            String question,
            String description,
            long bytes,
            String mediaType,
            boolean attached,
            String scan) {
        @Override
        public String toString() {
            return "Held[" + id + "]";
        }
    }

    /// Something that was said, by the person (kind `said`) or to them.
    public record Told(int number, Instant at, Message.Kind kind, String text) {
        @Override
        public String toString() {
            return "Told[" + number + "]";
        }
    }

    /// That something happened, and when; what it was stands elsewhere.
    public record Happening(int number, Instant at, String kind, String step) {}

    /// What staff and this person said to each other after handing in.
    public record Remarked(int number, Instant at, String kind, String text) {
        @Override
        public String toString() {
            return "Remarked[" + number + "]";
        }
    }

    /// A revision that was handed in.
    public record HandedIn(int revision, String reference, Instant at) {}

    @Override
    public String toString() {
        return "MyData[" + about.id() + "]";
    }
}
