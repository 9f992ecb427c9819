// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.talk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;

/// What talks have touched of a dialog: steps asked, options chosen, open answers given.
public record Coverage(Share steps, Share options, Share open) {

    /// How many of all, and which not: `step` or `step.option`.
    public record Share(int covered, int all, List<String> missed) {
        /// Copies the list.
        public Share {
            missed = List.copyOf(missed);
        }

        private static Share of(List<String> all, Set<String> seen) {
            var missed = all.stream().filter(one -> !seen.contains(one)).toList();
            return new Share(all.size() - missed.size(), all.size(), missed);
        }
    }

    /// Collects what conversations go through.
    static final class Seen {
        private final Set<String> steps = new HashSet<>();
        private final Set<String> answers = new HashSet<>();

        void asked(StepId step) {
            steps.add(step.value());
        }

        void stands(Conversation conversation) {
            conversation.answers().forEach(this::answered);
        }

        private void answered(StepId step, Answer answer) {
            steps.add(step.value());
            if (answer.isOpen()) answers.add(step + "." + answer.status().id());
            else if (answer.value() instanceof Value.Chosen(var option, _))
                answers.add(step + "." + option);
            else if (answer.value() instanceof Value.ChosenMany(var options, _))
                for (var option : options) answers.add(step + "." + option);
        }
    }

    static Coverage of(Dialog dialog, Seen seen) {
        var steps = new ArrayList<String>();
        var options = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (Question question : dialog.questions()) {
            steps.add(question.id().value());
            for (var one : question.type().options()) options.add(question.id() + "." + one.id());
            for (var one : question.rules().open()) open.add(question.id() + "." + one.id());
        }
        return new Coverage(
                Share.of(steps, seen.steps),
                Share.of(options, seen.answers),
                Share.of(open, seen.answers));
    }
}
