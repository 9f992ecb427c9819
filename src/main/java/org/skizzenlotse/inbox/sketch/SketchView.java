// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.sketch;

import java.util.List;
import java.util.Map;

/// One sketch as its page shows it, all in words.
public record SketchView(
        Head head,
        List<Open> open,
        Reasons reasons,
        List<Part> parts,
        List<Doc> files,
        Around around,
        Deeds deeds) {
    /// Copies the lists.
    public SketchView {
        open = List.copyOf(open);
        parts = List.copyOf(parts);
        files = List.copyOf(files);
    }

    /// The head. `facts` are names with words, in order; `others` who else is at it.
    public record Head(
            String reference,
            String title,
            String light,
            String lightWord,
            List<Fact> facts,
            List<String> labels,
            String others,
            int revision) {
        /// Copies the lists.
        public Head {
            facts = List.copyOf(facts);
            labels = List.copyOf(labels);
        }
    }

    /// A name with its words.
    public record Fact(String name, String words, boolean late) {}

    /// An open point and why it is open.
    public record Open(String name, String why, String id) {}

    /// What there is to say by criteria, and about which nothing is.
    public record Reasons(List<Reason> said, List<String> fine) {
        /// Copies the lists.
        public Reasons {
            said = List.copyOf(said);
            fine = List.copyOf(fine);
        }
    }

    /// One criterion.
    public record Reason(String criterion, String light, String lightWord, String why) {}

    /// The sections of one group.
    public record Part(String title, List<Passage> passages) {
        /// Copies the list.
        public Part {
            passages = List.copyOf(passages);
        }
    }

    /// One section with where its answers come from.
    public record Passage(String id, String name, String state, String text, List<Source> sources) {
        /// Copies the list.
        public Passage {
            sources = List.copyOf(sources);
        }

        /// Whether there is nothing but its state.
        public boolean isShort() {
            return text.isEmpty() && sources.isEmpty();
        }
    }

    /// Where one answer comes from, in words: `how` when, where and by whom; `shown` the question
    /// as it was shown; `before` what it was in earlier revisions.
    public record Source(
            String label, String display, String how, String shown, List<Fact> before) {
        /// Copies the list.
        public Source {
            before = List.copyOf(before);
        }
    }

    /// A file; without an address it cannot be taken.
    public record Doc(String name, String about, String size, String scan, String address) {}

    /// What stands around the sketch.
    public record Around(
            List<Talked> talk,
            List<Fact> consents,
            List<Fact> history,
            List<Revision> revisions,
            List<Alike> doubles,
            List<Noted> notes) {
        /// Copies the lists.
        public Around {
            talk = List.copyOf(talk);
            consents = List.copyOf(consents);
            history = List.copyOf(history);
            revisions = List.copyOf(revisions);
            doubles = List.copyOf(doubles);
            notes = List.copyOf(notes);
        }
    }

    /// Something that was said, as HTML that was made from it.
    public record Talked(boolean theirs, String who, String when, String html) {}

    /// A revision, and where it is compared with the one before it.
    public record Revision(int number, String when, String address) {}

    /// A submission that may be of the same people or about the same.
    public record Alike(String reference, String title, String why) {}

    /// An internal note.
    public record Noted(String by, String when, String text) {}

    /// What can be done, where the member may.
    public record Deeds(
            boolean allowed,
            int version,
            Map<String, String> statuses,
            String status,
            Map<String, String> colleagues,
            String assigned,
            boolean mine,
            String promised,
            String remind) {}

    @Override
    public String toString() {
        return "SketchView[" + head.reference() + "]";
    }
}
