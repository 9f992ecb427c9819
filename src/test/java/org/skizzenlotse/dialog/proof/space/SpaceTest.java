// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.proof.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.file.DialogFolder;
import org.skizzenlotse.dialog.file.Loaded;

/// Whatever the solver finds is really so, in the engine.
class SpaceTest {
    private static final Loaded LOADED =
            DialogFolder.read(
                    Path.of(System.getProperty("skizzenlotse.project", ".")).resolve("dialogs"));
    private static final int WALKS = 5;

    @Test
    void everyWayThroughTheShippedDialogsLeadsWhereItSays() {
        for (var loaded : LOADED.dialogs()) {
            var dialog = loaded.dialog();
            var space = Space.of(dialog);
            for (var goal : goals(dialog)) {
                var way = space.find(goal).orElseThrow(() -> new AssertionError("" + goal));
                for (int seed = 0; seed < WALKS; seed++)
                    assertThat(reached(dialog, way, goal, seed)).as("%s by %s", goal, way).isTrue();
            }
        }
    }

    /// Steps asked, each option and open answer, each rule both ways.
    private static List<Goal> goals(Dialog dialog) {
        var goals = new ArrayList<Goal>();
        for (var placed : dialog.placed()) goals.add(new Goal.Asked(placed.step().id()));
        for (var question : dialog.questions()) {
            for (var option : question.type().options())
                goals.add(
                        new Goal.Gave(
                                question.id(),
                                new Picked.Given(new Value.Chosen(option.id(), ""))));
            for (var status : question.openAnswers())
                goals.add(new Goal.Gave(question.id(), new Picked.Left(status)));
        }
        for (var outcomes : dialog.parts().outcomes())
            for (var rule : outcomes.rules())
                for (var truth : Truth.values()) goals.add(new Goal.Judged(rule.when(), truth));
        return goals;
    }

    private static boolean reached(Dialog dialog, Way way, Goal goal, int seed) {
        var journey = new Walk(dialog, way, new Random(seed)).go();
        return switch (goal) {
            case Goal.Asked(var step) -> journey.stop(step).orElseThrow().applies();
            case Goal.Gave(var step, Picked.Left _) -> journey.open(step);
            case Goal.Gave(var step, Picked.Given(Value.Chosen(var option, _))) ->
                    gave(dialog.question(step).orElseThrow(), journey, option);
            case Goal.Gave _, Goal.Both _, Goal.Not _ -> false;
            case Goal.Judged(var condition, var truth) -> condition.judge(journey).truth() == truth;
        };
    }

    private static boolean gave(
            Question question, org.skizzenlotse.engine.Journey journey, String option) {
        return journey.answer(question.id()) instanceof org.skizzenlotse.dialog.Reading.Known(var v)
                && ((v instanceof Value.Chosen(var one, _) && one.equals(option))
                        || (v instanceof Value.ChosenMany(var all, _) && all.contains(option)));
    }

    @Test
    void aWayNamesOnlyWhatIsNeeded() {
        var dialog = LOADED.dialog("vorpruefung").orElseThrow().dialog();
        var rule = dialog.parts().outcomes().getFirst().rules().getFirst();

        var way = Space.of(dialog).find(new Goal.Judged(rule.when(), Truth.TRUE)).orElseThrow();

        assertThat(way.answers().keySet())
                .extracting(step -> step.value())
                .containsExactly("traeger", "partner");
    }
}
