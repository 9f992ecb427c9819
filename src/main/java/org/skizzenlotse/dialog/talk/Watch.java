// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.List;
import org.skizzenlotse.dialog.Step.Check;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.dialog.talk.Coverage.Measure;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Message;

/// Notes what a conversation touches after each turn.
final class Watch {
    private final Coverage.Seen seen;

    Watch(Coverage.Seen seen) {
        this.seen = seen;
    }

    void see(TalkState state, List<Message> said) {
        seen.touch(Measure.STEPS, state.expects().step().value());
        state.conversation().answers().forEach(this::answered);
        var journey = state.journey();
        for (var one : Judgements.of(state.dialog())) {
            var truth = one.condition().judge(journey).truth();
            if (truth == Truth.UNKNOWN) seen.stoodUnknown(one.name());
            else seen.touch(Measure.CONDITIONS, one.id(truth));
        }
        rules(state, journey);
        for (var question : state.dialog().questions())
            for (var check : question.rules().checks())
                if (fails(state, said, question, check))
                    seen.touch(Measure.CHECKS, Points.check(question, check));
    }

    private void answered(StepId step, Answer answer) {
        seen.touch(Measure.STEPS, step.value());
        if (answer.isOpen()) seen.touch(Measure.OPEN, step + "." + answer.status().id());
        switch (answer.value()) {
            case Value.Chosen(var option, _) -> seen.touch(Measure.OPTIONS, step + "." + option);
            case Value.ChosenMany(var options, _) ->
                    options.forEach(one -> seen.touch(Measure.OPTIONS, step + "." + one));
            case Value.Decision(var yes) ->
                    seen.touch(Measure.OPTIONS, step + (yes ? ".yes" : ".no"));
            case null, default -> {}
        }
    }

    /// A rule counts where its table was told.
    private void rules(TalkState state, Journey journey) {
        for (var table : state.dialog().parts().outcomes()) {
            if (!state.conversation().shown().contains(Lights.SHOWN + table.id())) continue;
            for (var judged : Lights.judge(state.dialog(), table, journey))
                if (judged.verdict().isTrue())
                    seen.touch(Measure.RULES, table.id() + "." + judged.rule().id());
        }
    }

    /// Whether this check has just spoken: its words stand in the error or in what is asked back.
    private static boolean fails(
            TalkState state, List<Message> said, Question question, Check check) {
        var words = question.wording(state.conversation().variant()).checkTexts();
        if (words.size() <= check.index()) return false;
        var text = words.get(check.index());
        return switch (check.severity()) {
            case MUST ->
                    said.stream()
                            .anyMatch(one ->
                                    one.kind() == Message.Kind.ERROR && one.text().equals(text));
            case SHOULD ->
                    state.conversation().position().aside() instanceof Aside.AskingBack back
                            && back.reason() == Aside.Reason.SHOULD
                            && back.step().equals(question.id())
                            && state.expects().text().contains(text);
        };
    }
}
