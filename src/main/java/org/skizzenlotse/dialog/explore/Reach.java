// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.OpenStatus;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Command;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Input;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lifecycle;
import org.skizzenlotse.engine.Meeting;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.turn.Engine;

/// Every state that can be reached, breadth first: from each state on the ways through a dialog by
/// everything that can come between.
final class Reach {
    /// More than any dialog of a person's making has; what is beyond is said to be left out.
    static final int SPOTS_MAX = 20_000;

    /// Options and numbers that a check may not like; pairs of options lead to no other state.
    private static final int MOVES_MAX = 10;

    /// No station has more that does different things.
    private static final int MENU_MAX = 8;

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /// The second person in a conversation that was begun by one.
    private static final int SECOND = Person.FIRST + 1;

    private final World world;
    private final int spotsMax;
    private final Map<Spot, Visited> found = new LinkedHashMap<>();
    private final Deque<Spot> fresh = new ArrayDeque<>();

    private Reach(World world, int spotsMax) {
        this.world = world;
        this.spotsMax = spotsMax;
    }

    /// The states, one for each spot, from these on; not more than so many.
    static Map<Spot, Visited> from(World world, List<Visited> starts, int spotsMax) {
        var reach = new Reach(world, spotsMax);
        starts.forEach(reach::add);
        while (!reach.fresh.isEmpty() && reach.found.size() < spotsMax)
            reach.expand(reach.fresh.removeFirst());
        return reach.found;
    }

    private void add(Visited at) {
        if (found.size() >= spotsMax) return;
        var spot = Spot.of(world, at);
        if (found.putIfAbsent(spot, at) == null) fresh.addLast(spot);
    }

    private void expand(Spot spot) {
        var at = found.get(spot);
        if (at == null) return;
        var expects = world.expects(at);
        for (var input : inputs(spot, at, expects))
            add(world.after(at, world.turn(at, input).after()));
        if (at.conversation().together().hasOthers()) beside(at);
    }

    private List<Input> inputs(Spot spot, Visited at, Expects expects) {
        var inputs = new ArrayList<Input>();
        var question = world.dialog().question(expects.step());
        if (question.isPresent()) around(question.get(), inputs);
        else
            for (var option : few(expects.options()))
                inputs.add(new Input.Chose(expects.step(), List.of(option.id()), ""));
        if (question.isEmpty()) inputs.add(new Input.Said(null, "Kim"));
        if (!spot.isPlain()) return inputs;
        for (var command : Command.values()) inputs.add(new Input.Commanded(command, ""));
        answered(at).forEach(step -> earlier(step, inputs));
        inputs.add(new Input.Arrived(47, World.NOW.plus(QUARTER)));
        inputs.add(new Input.Joined(SECOND, "Kim"));
        inputs.add(new Input.TimedOut(Engine.NO_CONSENT));
        if (at.conversation().lifecycle() instanceof Lifecycle.Submitted) staff(at, inputs);
        return inputs;
    }

    /// Menus of commands as they are; of a long list of answers or groups the first and the last.
    private static List<Expects.Choice> few(List<Expects.Choice> all) {
        return all.size() <= MENU_MAX ? all : List.of(all.getFirst(), all.getLast());
    }

    /// What can go wrong or beside at a question, and a change of an answer that is given.
    private static void around(Question question, List<Input> inputs) {
        var step = question.id();
        inputs.add(new Input.Said(step, "hilfe"));
        inputs.add(new Input.Said(step, "hilfee"));
        inputs.add(new Input.Said(step, ""));
        Provoking.moves(question).stream()
                .limit(MOVES_MAX)
                .forEach(move -> inputs.add(move.at(step)));
        for (var option : question.type().options())
            if (question.type() instanceof AnswerType.Choice
                    || option.note() == AnswerType.Note.REQUIRED)
                inputs.add(new Input.Chose(step, List.of(option.id()), ""));
        for (var status : OpenStatus.values()) inputs.add(new Input.LeftOpen(step, status));
        inputs.add(Answers.sample(question).at(step));
    }

    /// The first and the last answer, because those before and behind are changed alike.
    private List<StepId> answered(Visited at) {
        var now = at.conversation();
        var all =
                Journey.of(world.dialog(), now.answers(), now.scope(), at.facts())
                        .questions()
                        .filter(Journey.Stop::isDealtWith)
                        .map(Journey.Stop::id)
                        .toList();
        return all.size() < 2 ? all : List.of(all.getFirst(), all.getLast());
    }

    private void earlier(StepId step, List<Input> inputs) {
        inputs.add(new Input.Commanded(Command.CHANGE, step.value()));
        inputs.add(new Input.Commanded(Command.REDACT, step.value()));
        world.dialog()
                .question(step)
                .ifPresent(question -> inputs.add(Answers.sample(question).at(step)));
    }

    private void staff(Visited at, List<Input> inputs) {
        var meeting = Meeting.proposed(List.of(World.NOW.plus(QUARTER)), 30, "");
        inputs.add(new Input.StaffAsked("Wie viele seid ihr?", "m1"));
        inputs.add(new Input.StaffProposed(meeting, "m1"));
        inputs.add(new Input.StaffStated("done", "", "", "", true, "m1"));
        inputs.add(new Input.StaffReopened(Set.copyOf(answered(at)), "Bitte noch einmal", "m1"));
    }

    /// Somebody else answers what they have not seen answered.
    private void beside(Visited at) {
        for (var step : answered(at))
            world.dialog()
                    .question(step)
                    .ifPresent(question -> {
                        for (var move : Provoking.moves(question).stream().limit(2).toList()) {
                            var turn = world.turn(at, move.at(step), SECOND, Set.of(step));
                            add(world.after(at, turn.after()));
                        }
                    });
    }
}
