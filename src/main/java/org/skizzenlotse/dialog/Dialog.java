// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A written script: versioned by the hash of its canonical form, immutable, made of groups of
/// steps that are asked in their order.
public final class Dialog {
    private final Head head;
    private final List<Group> groups;
    private final Parts parts;
    private final List<Placed> placed;
    private final Map<StepId, Placed> byId;

    /// A dialog of checked parts.
    public Dialog(Head head, List<Group> groups, Parts parts) {
        this.head = head;
        this.groups = List.copyOf(groups);
        this.parts = parts;
        this.placed =
                this.groups.stream()
                        .flatMap(group -> group.steps().stream().map(s -> new Placed(group, s)))
                        .toList();
        var index = new LinkedHashMap<StepId, Placed>();
        for (var one : placed) index.put(one.step().id(), one);
        this.byId = Collections.unmodifiableMap(index);
    }

    /// How a dialog addresses people.
    public enum Audience {
        DU,
        IHR,
        SIE
    }

    /// The head: ID, content hash, language of the files, and the words around the steps by
    /// variant. `call`: it takes part in a call for sketches, where one is announced. A yes to one
    /// of `attach` takes along what the conversation came from. `confirmTo`: the question for an
    /// address to which handing in is confirmed by mail.
    public record Head(
            String id,
            String hash,
            String language,
            Audience audience,
            boolean personal,
            Timing timing,
            String referencePrefix,
            boolean call,
            Optional<StepId> confirmTo,
            List<StepId> attach,
            Map<String, Frame> frames) {
        /// Copies the collections.
        public Head {
            attach = List.copyOf(attach);
            frames = Map.copyOf(frames);
        }
    }

    /// When to remind after the last sign of life, how long a draft is kept, when nothing is said
    /// by itself, how long what was handed in is kept after closing, where that is not as the
    /// installation says, and the question for an address to which all this is written, too.
    public record Timing(
            List<Period> remind,
            Period draft,
            QuietHours quiet,
            Optional<Period> submitted,
            Optional<StepId> mailTo) {
        /// With what was handed in kept as the installation says, and nothing written.
        public Timing(List<Period> remind, Period draft, QuietHours quiet) {
            this(remind, draft, quiet, Optional.empty(), Optional.empty());
        }

        /// Copies the list.
        public Timing {
            remind = List.copyOf(remind);
        }
    }

    /// The words around the steps in one variant; `scopeShort` and `scopeFull` are empty where the
    /// dialog offers no scope. `rest` has what belongs to no step either.
    public record Frame(
            String title,
            String scopeShort,
            String scopeFull,
            String review,
            String submit,
            String done,
            Translation rest) {}

    /// Steps that belong together; `words` by variant.
    public record Group(String id, Map<String, GroupWords> words, List<Step> steps) {
        /// Copies the collections.
        public Group {
            words = Map.copyOf(words);
            steps = List.copyOf(steps);
        }
    }

    /// The title of a group and what is said before it (may be empty).
    public record GroupWords(String title, String intro) {}

    /// What a fact of the installation is.
    public record FactKind(String type, String label) {}

    /// A named computed value.
    public record Computed(Term is, String label) {}

    /// The parts that not every dialog has. `purposes` says in words what answers are kept for.
    public record Parts(
            Map<String, FactKind> facts,
            Map<String, Computed> computed,
            List<Outcomes> outcomes,
            SketchPlan sketch,
            Catalogue catalogue,
            Map<String, Map<StepId, StepId>> handsOver,
            Map<String, String> purposes) {
        /// Nothing of all that.
        public static final Parts NONE =
                new Parts(
                        Map.of(),
                        Map.of(),
                        List.of(),
                        SketchPlan.NONE,
                        Catalogue.EMPTY,
                        Map.of(),
                        Map.of());

        /// Copies the collections.
        public Parts {
            facts = Map.copyOf(facts);
            computed = Map.copyOf(computed);
            outcomes = List.copyOf(outcomes);
            handsOver = Map.copyOf(handsOver);
            purposes = Map.copyOf(purposes);
        }
    }

    /// A step with its group.
    public record Placed(Group group, Step step) {}

    /// The ID of the dialog.
    public String id() {
        return head.id();
    }

    /// The hash of the canonical form.
    public String hash() {
        return head.hash();
    }

    /// The head.
    public Head head() {
        return head;
    }

    /// The groups in order.
    public List<Group> groups() {
        return groups;
    }

    /// The parts that not every dialog has.
    public Parts parts() {
        return parts;
    }

    /// All steps in the order of asking, with their groups.
    public List<Placed> placed() {
        return placed;
    }

    /// The questions in the order of asking.
    public List<Step.Question> questions() {
        return placed.stream()
                .map(Placed::step)
                .filter(Step.Question.class::isInstance)
                .map(Step.Question.class::cast)
                .toList();
    }

    /// The question of that ID.
    public Optional<Step.Question> question(StepId id) {
        var found = byId.get(id);
        return found != null && found.step() instanceof Step.Question question
                ? Optional.of(question)
                : Optional.empty();
    }

    /// The group of a step.
    public Optional<Group> groupOf(StepId id) {
        return Optional.ofNullable(byId.get(id)).map(Placed::group);
    }

    /// The group of that ID.
    public Optional<Group> group(String id) {
        return groups.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// The variants that exist, the dialog's own language among them.
    public Set<String> variants() {
        return head.frames().keySet();
    }

    /// The words around the steps in a variant, or the dialog's own.
    public Frame frame(String variant) {
        var own = head.frames().get(head.language());
        var frame = head.frames().getOrDefault(variant, own);
        if (frame == null) throw new IllegalStateException("no words in the dialog's language");
        return frame;
    }

    /// Whether it ends with what its decision tables say, because it hands nothing in.
    public boolean endsInResult() {
        return !parts.outcomes().isEmpty() && parts.sketch().sections().isEmpty();
    }

    /// The words that belong to no step, in a variant.
    public Translation translation(String variant) {
        return frame(variant).rest();
    }

    /// Whether the short and the full way are offered.
    public boolean offersScope() {
        return !frame(head.language()).scopeShort().isEmpty();
    }

    /// The words of a group in a variant, or in the dialog's own language.
    public GroupWords words(Group group, String variant) {
        var own = group.words().getOrDefault(head.language(), new GroupWords(group.id(), ""));
        return group.words().getOrDefault(variant, own);
    }

    @Override
    public String toString() {
        return head.id() + "@" + head.hash();
    }
}
