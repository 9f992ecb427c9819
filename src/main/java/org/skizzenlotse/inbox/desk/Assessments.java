// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.inbox.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skizzenlotse.conversation.Published;
import org.skizzenlotse.dialog.Catalogue;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Truth;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Conversation;
import org.skizzenlotse.engine.ConversationId;
import org.skizzenlotse.engine.Journey;
import org.skizzenlotse.engine.Lights;
import org.skizzenlotse.engine.Scope;
import org.skizzenlotse.store.Turns;

/// Judges what was handed in by the decision tables of its dialog, or by those of the pre-screening
/// that hands its answers over to that dialog: the same questions, so the same rules.
public final class Assessments {
    private final Published published;
    private final Turns turns;

    /// Of these conversations.
    public Assessments(Published published, Turns turns) {
        this.published = published;
        this.turns = turns;
    }

    /// By the answers as they are now.
    public Assessment of(ConversationId id) {
        return turns.find(id).known().map(one -> of(one.conversation())).orElse(Assessment.NONE);
    }

    private Assessment of(Conversation conversation) {
        var own = published.forNextTurn(conversation);
        if (!own.parts().outcomes().isEmpty())
            return judged(own, conversation.answers(), conversation.scope());
        return before(own)
                .map(one -> judged(one, asBefore(one, own.id(), conversation), Scope.OPEN))
                .orElse(Assessment.NONE);
    }

    /// The dialog with decision tables whose answers this one takes over.
    private Optional<Dialog> before(Dialog own) {
        return published.all().stream()
                .filter(one -> !one.parts().outcomes().isEmpty())
                .filter(one -> one.parts().handsOver().containsKey(own.id()))
                .findFirst();
    }

    private static Map<StepId, Answer> asBefore(
            Dialog before, String dialog, Conversation conversation) {
        var answers = new HashMap<StepId, Answer>();
        var steps = before.parts().handsOver().getOrDefault(dialog, Map.of());
        steps.forEach((theirs, mine) ->
                conversation.answer(theirs).ifPresent(answer -> answers.put(mine, answer)));
        return answers;
    }

    private static Assessment judged(Dialog dialog, Map<StepId, Answer> answers, Scope scope) {
        var journey = Journey.of(dialog, answers, scope, Map.of());
        var points = new ArrayList<Assessment.Point>();
        var covered = new LinkedHashSet<String>();
        for (var table : dialog.parts().outcomes()) {
            for (var rule : table.rules())
                if (!rule.when().judge(journey).isUnknown()) covered.add(rule.criterion());
            for (var one : Lights.judge(dialog, table, journey)) {
                boolean holds = one.verdict().truth() == Truth.TRUE;
                if (!holds && !Lights.waits(one.verdict())) continue;
                var criterion = title(dialog, one.rule().criterion());
                points.add(
                        new Assessment.Point(
                                criterion, one.light().id(), one.rule().staff(), !holds));
            }
        }
        var said = points.stream().map(Assessment.Point::criterion).toList();
        var fine =
                covered.stream()
                        .map(id -> title(dialog, id))
                        .filter(title -> !said.contains(title))
                        .toList();
        return new Assessment(points, fine);
    }

    private static String title(Dialog dialog, String criterion) {
        return dialog.parts()
                .catalogue()
                .criterion(criterion)
                .map(Catalogue.Criterion::title)
                .orElse(criterion);
    }

    /// The titles of all criteria that any table in force judges, in their order.
    public List<String> criteria() {
        var titles = new LinkedHashSet<String>();
        for (var dialog : published.all())
            for (var table : dialog.parts().outcomes())
                for (var rule : table.rules()) titles.add(title(dialog, rule.criterion()));
        return List.copyOf(titles);
    }
}
