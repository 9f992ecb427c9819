// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.engine.turn;

import java.util.ArrayList;
import java.util.Optional;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.change.Entry;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Stations;
import org.skizzenlotse.engine.Upgrade;

/// Reads what was said to the earlier version of a dialog: an answer to a question that has another
/// name still fits, and none is ever taken for an answer to something else.
final class Outdated {
    private final Draft draft;
    private final Upgrade way;
    private final StepId place;

    /// Before the conversation goes over, or after: where it was is looked up in the old version.
    Outdated(Draft draft, Upgrade way) {
        this.draft = draft;
        this.way = way;
        this.place = draft.before(way.before()).id();
    }

    /// The input by the names of the new version; empty where its question is not what it was.
    Optional<Input> translated(Input input) {
        return switch (input) {
            case Input.Said(var step, var text) ->
                    isCommand(text)
                            ? Optional.of(new Input.Said(null, text))
                            : step(step == null ? place : step)
                                    .map(now -> new Input.Said(step == null ? null : now, text));
            case Input.Chose(var step, var options, var note) -> {
                var now = step(step);
                var chosen = new ArrayList<String>();
                for (var one : options) option(step, one).ifPresent(chosen::add);
                yield now.filter(_ -> chosen.size() == options.size())
                        .map(id -> new Input.Chose(id, chosen, note));
            }
            case Input.Gave(var step, var members) ->
                    step(step).map(now -> new Input.Gave(now, members));
            case Input.Attached(var step, var files) ->
                    step(step).map(now -> new Input.Attached(now, files));
            case Input.LeftOpen(var step, var status) ->
                    step(step).map(now -> new Input.LeftOpen(now, status));
            case Input.Commanded(var command, var target) ->
                    Optional.of(
                            StepId.isOne(target)
                                    ? new Input.Commanded(
                                            command,
                                            step(new StepId(target))
                                                    .map(StepId::value)
                                                    .orElse(target))
                                    : input);
            case Input.Started _, Input.Removed _, Input.ByStaff _, Input.Joined _ ->
                    Optional.of(input);
            case Input.Arrived _, Input.TimedOut _ -> Optional.of(input);
        };
    }

    /// Whether it may be heard now: nothing is agreed to that nobody has seen as it is, and words
    /// without a question answer the one that they were said to, if that is still the one at hand.
    boolean isSafe(Input input, boolean touched) {
        return switch (input) {
            case Input.Said(var step, var text) -> {
                if (isCommand(text)) yield true;
                var to = step == null ? step(place) : Optional.of(step);
                yield to.filter(one -> isKnown(one, touched))
                        .filter(one -> step != null || one.equals(draft.place().id()))
                        .isPresent();
            }
            case Input.Chose(var step, _, _) -> isKnown(step, touched);
            case Input.Gave(var step, _) -> isKnown(step, touched);
            case Input.LeftOpen(var step, _) -> isKnown(step, touched);
            case Input.Attached _, Input.Commanded _, Input.Started _, Input.Removed _ -> true;
            case Input.ByStaff _, Input.Joined _, Input.Arrived _, Input.TimedOut _ -> true;
        };
    }

    private boolean isKnown(StepId step, boolean touched) {
        var station = step.value().startsWith("_");
        if (station) return step.equals(Stations.ARRIVAL) || !touched;
        return draft.dialog().question(step).isPresent();
    }

    private boolean isCommand(String text) {
        return draft.commandWords().of(text).isPresent();
    }

    /// The new name of a step; empty where an answer to it would be one to something else.
    private Optional<StepId> step(StepId old) {
        var now = old;
        for (var migration : way.migrations())
            for (var entry : migration.entries()) {
                if (entry instanceof Entry.Rename(var from, var to) && from.equals(now)) now = to;
                else if (isAnother(entry, now)) return Optional.empty();
            }
        return Optional.of(now);
    }

    private static boolean isAnother(Entry entry, StepId step) {
        return switch (entry) {
            case Entry.Reask(var of, var unfit, _) -> !unfit && of.equals(step);
            case Entry.Drop(var of, _) -> of.equals(step);
            case Entry.Split(var from, _, _, _) -> from.equals(step);
            case Entry.Merge(var from, _, _) -> from.contains(step);
            case Entry.Rename _, Entry.Options _, Entry.Keep _ -> false;
        };
    }

    private Optional<String> option(StepId step, String old) {
        var of = step;
        var now = old;
        for (var migration : way.migrations())
            for (var entry : migration.entries()) {
                if (entry instanceof Entry.Rename(var from, var to) && from.equals(of)) of = to;
                if (!(entry instanceof Entry.Options one) || !one.step().equals(of)) continue;
                if (one.again().contains(now)) return Optional.empty();
                now = one.map().getOrDefault(now, now);
            }
        return Optional.of(now);
    }
}
