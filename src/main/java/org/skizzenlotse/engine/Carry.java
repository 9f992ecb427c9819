// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;

/// What became of answers when a conversation went on with a version of its dialog that a migration
/// leads to: as data, so that the history folds without any dialog, and without any words.
public sealed interface Carry {

    /// The answer to a step is that to another one now.
    record Renamed(StepId from, StepId to) implements Carry {}

    /// Options are called otherwise.
    record Mapped(StepId step, Map<String, String> options) implements Carry {
        /// Copies the map.
        public Mapped {
            options = Map.copyOf(options);
        }
    }

    /// There is no answer any more.
    record Dropped(StepId step) implements Carry {}

    /// The answers to these steps are one now; `many` where it takes several options.
    record Joined(List<StepId> from, StepId to, boolean many) implements Carry {
        /// Copies the list.
        public Joined {
            from = List.copyOf(from);
        }
    }

    /// The steps whose answers are not what they were.
    default Set<StepId> touched() {
        return switch (this) {
            case Renamed(var from, var to) -> Set.of(from, to);
            case Mapped(var step, _) -> Set.of(step);
            case Dropped(var step) -> Set.of(step);
            case Joined(var from, var to, _) -> {
                var all = new HashSet<>(from);
                all.add(to);
                yield all;
            }
        };
    }

    /// The answers after all of these, one after the other.
    static Map<StepId, Answer> answers(Map<StepId, Answer> before, List<Carry> carried) {
        var answers = new HashMap<>(before);
        for (var one : carried)
            switch (one) {
                case Renamed(var from, var to) -> {
                    var answer = answers.remove(from);
                    if (answer != null) answers.put(to, answer);
                }
                case Mapped(var step, var options) ->
                        answers.computeIfPresent(step, (_, answer) -> mapped(answer, options));
                case Dropped(var step) -> answers.remove(step);
                case Joined joined -> {
                    var answer = joined(joined, answers);
                    joined.from().forEach(answers::remove);
                    answer.ifPresent(it -> answers.put(joined.to(), it));
                }
            }
        return answers;
    }

    /// What interrupts stays where it is about nothing of this.
    static Position position(Position before, List<Carry> carried) {
        var touched = new HashSet<StepId>();
        carried.forEach(one -> touched.addAll(one.touched()));
        var undo = before.undo();
        var kept = undo == null || touched.contains(undo.step()) ? null : undo;
        var about = before.aside().about().filter(touched::contains).isPresent();
        var aside = about ? new Aside.None() : before.aside();
        return new Position(aside, about ? 0 : before.tries(), before.paused(), kept);
    }

    /// What stands side by side stays so under its new name.
    static List<Together.SideBySide> beside(List<Together.SideBySide> before, List<Carry> carried) {
        var all = new ArrayList<Together.SideBySide>();
        for (var one : before) {
            var steps = steps(Set.of(one.step()), carried);
            if (steps.size() == 1 && carried.stream().noneMatch(it -> ends(it, one.step())))
                all.add(new Together.SideBySide(steps.iterator().next(), one.one(), one.other()));
        }
        return all;
    }

    private static boolean ends(Carry one, StepId step) {
        return !(one instanceof Renamed) && one.touched().contains(step);
    }

    /// Steps by their new names.
    static Set<StepId> steps(Set<StepId> before, List<Carry> carried) {
        var steps = new LinkedHashSet<>(before);
        for (var one : carried) {
            if (one instanceof Renamed(var from, var to) && steps.remove(from)) steps.add(to);
            if (one instanceof Dropped(var step)) steps.remove(step);
            if (one instanceof Joined(var from, var to, _) && steps.removeAll(Set.copyOf(from)))
                steps.add(to);
        }
        return steps;
    }

    private static Answer mapped(Answer answer, Map<String, String> options) {
        return switch (answer.value()) {
            case Value.Chosen(var option, var note) ->
                    Answer.of(
                            new Value.Chosen(options.getOrDefault(option, option), note),
                            answer.provenance());
            case Value.ChosenMany(var all, var notes) -> {
                var kept = new LinkedHashMap<String, String>();
                notes.forEach((id, note) -> kept.putIfAbsent(options.getOrDefault(id, id), note));
                var renamed =
                        all.stream().map(id -> options.getOrDefault(id, id)).distinct().toList();
                yield Answer.of(new Value.ChosenMany(renamed, kept), answer.provenance());
            }
            case null, default -> answer;
        };
    }

    private static Optional<Answer> joined(Joined joined, Map<StepId, Answer> answers) {
        var all = new ArrayList<Answer>();
        for (var step : joined.from()) Optional.ofNullable(answers.get(step)).ifPresent(all::add);
        var given = all.stream().filter(one -> one.value() != null).toList();
        if (given.isEmpty()) return all.stream().findFirst();
        var values = given.stream().flatMap(one -> one.given().stream()).toList();
        var from = given.getFirst().provenance();
        if (values.stream().allMatch(Value.Text.class::isInstance)) {
            var texts = values.stream().map(one -> ((Value.Text) one).text()).toList();
            return Optional.of(Answer.of(new Value.Text(String.join("\n\n", texts)), from));
        }
        return Optional.of(joined.many() ? Answer.of(united(values), from) : given.getFirst());
    }

    private static Value united(List<Value> values) {
        var options = new LinkedHashSet<String>();
        var notes = new LinkedHashMap<String, String>();
        for (var value : values) {
            if (value instanceof Value.Chosen(var option, var note)) {
                options.add(option);
                if (!note.isEmpty()) notes.put(option, note);
            }
            if (value instanceof Value.ChosenMany(var all, var beside)) {
                options.addAll(all);
                notes.putAll(beside);
            }
        }
        return new Value.ChosenMany(List.copyOf(options), notes);
    }
}
