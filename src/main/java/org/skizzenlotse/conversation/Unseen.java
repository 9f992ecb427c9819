// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.store.Stored;
import org.skizzenlotse.store.Turns;

/// To which steps others have said something since somebody was shown a conversation.
final class Unseen {
    private final Turns turns;

    Unseen(Turns turns) {
        this.turns = turns;
    }

    /// The steps since that turn (0: the surface did not say what it had shown).
    Set<StepId> steps(Stored stored, int seen) {
        var shared = stored.conversation().together().isShared();
        if (!shared || seen <= 0 || seen >= stored.revision()) return Set.of();
        var steps = new HashSet<StepId>();
        for (var fact : turns.historySince(stored, seen))
            switch (fact) {
                case Happened.Answered(var step, var answer) -> {
                    if (isByAnother(answer, stored.person())) steps.add(step);
                }
                case Happened.Moved(var position) -> add(steps, position, stored.person());
                case Happened.Began _, Happened.Unanswered _, Happened.Shown _ -> {}
                case Happened.Scoped _, Happened.Went _, Happened.Entered _ -> {}
                case Happened.Spoke _, Happened.Upgraded _, Happened.StartedOver _ -> {}
                case Happened.Migrated _ -> {}
                case Happened.Came _, Happened.Reminders _, Happened.Redacted _ -> {}
                case Happened.Invited _, Happened.Named _, Happened.Joined _ -> {}
                case Happened.Left _, Happened.Offered _, Happened.HandedOver _ -> {}
                case Happened.Beside _, Happened.Arrived _ -> {}
                case Happened.Remarked _, Happened.Stood _, Happened.Met _ -> {}
            }
        return steps;
    }

    private static void add(Set<StepId> steps, Position position, int person) {
        switch (position.aside()) {
            case Aside.Impact(var step, var proposed) -> {
                if (isByAnother(proposed, person)) steps.add(step);
            }
            case Aside.Noting(var step, var proposed) -> {
                if (isByAnother(proposed, person)) steps.add(step);
            }
            case Aside.AskingBack back -> {
                var proposed = back.proposed();
                if (proposed != null && isByAnother(proposed, person)) steps.add(back.step());
            }
            case Aside.None _, Aside.Changing _, Aside.Choosing _ -> {}
            case Aside.Confirming _, Aside.Stopping _ -> {}
            case Aside.Removing _, Aside.Parting _ -> {}
        }
    }

    private static boolean isByAnother(Answer answer, int person) {
        return !Person.numbers(answer.provenance().by()).equals(List.of(person));
    }
}
