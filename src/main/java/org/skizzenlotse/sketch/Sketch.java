// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.sketch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.ForCall;

/// The ordered picture of what was learnt: every section answered, open with its reason, or not
/// applicable. `schema` names the JSON Schema of its JSON form; `entry` says for which call it was
/// handed in, if there was one; `attached` is what comes along from another conversation; `people`
/// who made it, by what the provenance of answers calls them, empty where it was one; `asked` what
/// staff asked and got answered.
public record Sketch(
        String schema,
        String dialog,
        String dialogHash,
        String title,
        String reference,
        int revision,
        @Nullable Instant submittedAt,
        @Nullable ForCall entry,
        @Nullable Attached attached,
        List<Section> sections,
        Map<String, String> people,
        List<Asked> asked) {
    /// Copies the collections.
    public Sketch {
        sections = List.copyOf(sections);
        people = Map.copyOf(people);
        asked = List.copyOf(asked);
    }

    /// One that a single person made.
    public Sketch(
            String schema,
            String dialog,
            String dialogHash,
            String title,
            String reference,
            int revision,
            @Nullable Instant submittedAt,
            @Nullable ForCall entry,
            @Nullable Attached attached,
            List<Section> sections) {
        this(
                schema,
                dialog,
                dialogHash,
                title,
                reference,
                revision,
                submittedAt,
                entry,
                attached,
                sections,
                Map.of(),
                List.of());
    }

    /// A question of staff with its answer, and when that came.
    public record Asked(String question, String answer, Instant at) {
        @Override
        public String toString() {
            return "Asked[" + at + "]";
        }
    }

    /// The same, handed over at that time.
    public Sketch submitted(Instant at) {
        return with(at, attached, sections);
    }

    /// The same, with what comes along.
    public Sketch with(Attached along) {
        return with(submittedAt, along, sections);
    }

    /// The same, with other sections.
    Sketch with(List<Section> others) {
        return with(submittedAt, attached, others);
    }

    private Sketch with(@Nullable Instant at, @Nullable Attached along, List<Section> others) {
        return new Sketch(
                schema,
                dialog,
                dialogHash,
                title,
                reference,
                revision,
                at,
                entry,
                along,
                others,
                people,
                asked);
    }

    /// Who answered it, where several could have; else empty.
    public String names(Entry entry) {
        return Stream.of(entry.provenance().by().split(",", -1))
                .map(people::get)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /// How a section stands (DIALOG_FORMAT, "Statuses of a catalogue question in the sketch").
    public enum Status {
        ANSWERED,
        OPEN,
        NOT_APPLICABLE
    }

    /// Why a section is open.
    public enum Reason {
        UNKNOWN,
        LATER,
        REFUSED,
        NOT_ASKED,
        DEPENDS_ON,
        /// There was an answer, and it was taken out for good.
        REMOVED
    }

    /// One section at its JSON Pointer; `catalogue` is empty where it answers no question of the
    /// catalogue, and so is `group`, else the title of the question's group. `dependsOn` names in
    /// words what an open section waits for. `text` is plain words, no Markdown.
    public record Section(
            String id,
            String title,
            String catalogue,
            String group,
            String field,
            Status status,
            @Nullable Reason reason,
            List<String> dependsOn,
            String text,
            List<Entry> entries) {
        /// Copies the lists.
        public Section {
            dependsOn = List.copyOf(dependsOn);
            entries = List.copyOf(entries);
        }

        /// The reason, if it is open.
        public Optional<Reason> why() {
            return Optional.ofNullable(reason);
        }

        @Override
        public String toString() {
            return "Section[" + id + " " + status + "]";
        }
    }

    /// One answer in a section: `main` for the main step; `display` in words as people read it.
    /// Steps that do not apply or were never asked have no entry.
    public record Entry(
            String step,
            String label,
            boolean main,
            Answer.Status status,
            @Nullable Value value,
            String display,
            Answer.Provenance provenance) {
        @Override
        public String toString() {
            return "Entry[" + step + " " + status + "]";
        }
    }

    @Override
    public String toString() {
        return "Sketch[" + dialog + " " + reference + " " + revision + "]";
    }
}
