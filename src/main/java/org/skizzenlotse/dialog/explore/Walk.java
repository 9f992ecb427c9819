// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.proof.space.Picked;
import org.skizzenlotse.dialog.proof.space.Way;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Expects;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Stations;

/// Plays a way on the engine, to the end: what the way leaves free is filled.
final class Walk {
    private static final String WORDS = "Das erzählen wir gern im Gespräch.";
    private static final Set<StepId> ENDS =
            Set.of(Stations.SUBMITTED, Stations.RESULT, Stations.CLOSED);

    /// Each step may be asked, asked back, and asked once more; more is going in circles.
    private static final int TURNS_PER_STEP_MAX = 4;

    private final World world;
    private final Map<String, Value> facts;
    private final Way way;
    private final Fill fill;
    private final List<Line> lines = new ArrayList<>();
    private final List<Visited> visited = new ArrayList<>();
    private final Set<StepId> provoked = new HashSet<>();
    private Conversation state;

    /// What was done at a step, whether it was taken without asking back, and whether it was
    /// refused.
    record Line(StepId step, Move move, boolean smooth, boolean refused) {}

    Walk(World world, Map<String, Value> facts, Way way, Fill fill) {
        this.world = world;
        this.facts = facts;
        this.way = way;
        this.fill = fill;
        var id = new ConversationId("talk");
        var variant = world.dialog().head().language();
        this.state = world.engine().start(world.dialog(), id, variant, world.given(facts)).after();
        visited.add(here());
    }

    private Visited here() {
        return new Visited(state, facts);
    }

    /// Goes to the end, or to where it does not go on.
    Walk toTheEnd() {
        int turnsMax = TURNS_PER_STEP_MAX * (world.dialog().placed().size() + ENDS.size());
        for (int i = 0; i < turnsMax; i++) {
            var expects = expects();
            if (ENDS.contains(expects.step())) break;
            if (!goesOn(expects)) break;
        }
        return this;
    }

    private boolean goesOn(Expects expects) {
        var question = world.dialog().question(expects.step());
        if (question.isEmpty()) return takes(expects.step(), station(expects));
        if (isNoting(question.get(), expects)) return takes(expects.step(), new Move.Wrote(WORDS));
        var trial = new Trial(question.get(), journey());
        if (provoked.add(expects.step())) {
            var provoking = fill.provoking(trial);
            if (provoking.isPresent()) {
                takes(expects.step(), provoking.get());
                return true;
            }
        }
        var picked = way.answers().get(expects.step());
        return takes(expects.step(), picked == null ? fill.answer(trial) : move(trial, picked));
    }

    private static boolean isNoting(Question question, Expects expects) {
        return expects.type().equals("text") && !(question.type() instanceof AnswerType.Text);
    }

    private static Move move(Trial trial, Picked picked) {
        return switch (picked) {
            case Picked.Given(var value) -> Answers.giving(trial.question(), value);
            case Picked.Left(var status) -> new Move.Left(status);
        };
    }

    /// The full way, a yes, handing in: what leads on.
    private static Move station(Expects expects) {
        var ids = expects.options().stream().map(Expects.Choice::id).toList();
        for (var id : List.of("full", "yes", "submit", "take"))
            if (ids.contains(id)) return Move.tap(id);
        return ids.isEmpty() ? new Move.Wrote(WORDS) : Move.tap(ids.getFirst());
    }

    /// Whether it leads anywhere.
    private boolean takes(StepId step, Move move) {
        var turn = world.turn(here(), move.at(step));
        state = turn.after();
        visited.add(here());
        var refused = turn.messages().stream().anyMatch(one -> one.kind() == Message.Kind.ERROR);
        var asked = expects().step();
        var smooth = !refused && !asked.equals(step) && !asked.equals(Stations.TYPO);
        lines.add(new Line(step, move, smooth, refused));
        return !refused;
    }

    Expects expects() {
        return world.expects(here());
    }

    Journey journey() {
        return Journey.of(world.dialog(), state.answers(), state.scope(), facts);
    }

    /// Where it stood, from the first question on.
    List<Visited> visited() {
        return List.copyOf(visited);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
