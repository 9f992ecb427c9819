// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.sketch.Removal;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.SubmissionStore;
import org.skizzenlotse.store.Turns;

/// Takes answers and files out of everything that is stored of a conversation: its history, what
/// was said, the sketches that were handed over, and what waits to be sent.
final class Removals {
    private final SketchForm form;
    private final SubmissionStore submissions;

    Removals(SketchForm form, SubmissionStore submissions) {
        this.form = form;
        this.submissions = submissions;
    }

    /// All that one turn takes out; the history is whole, its first `stored` facts lie in the
    /// database.
    Change.Redaction of(
            Recorder.Made made, List<Happened> history, int stored, List<Turns.Said> messages) {
        var facts = new HashSet<Integer>();
        var wiped = new HashMap<Integer, Message>();
        var removals = removals(made);
        for (var removal : removals) {
            var one = Redactions.of(removal, history, stored, messages);
            facts.addAll(one.facts());
            one.messages().forEach(wiped::putIfAbsent);
        }
        var addresses = takesAddress(made.dialog(), removals);
        var sketches = sketches(made, removals);
        var last = sketches.get(made.before().conversation().lifecycle().revision());
        var words = last == null ? null : SketchWords.of(form.read().apply(last));
        return new Change.Redaction(facts, wiped, true, sketches, addresses, words);
    }

    private static List<Effect.Remove> removals(Recorder.Made made) {
        return made.turn().effects().stream()
                .filter(Effect.Remove.class::isInstance)
                .map(Effect.Remove.class::cast)
                .toList();
    }

    private static boolean takesAddress(Dialog dialog, List<Effect.Remove> removals) {
        return dialog.head()
                .confirmTo()
                .filter(step -> removals.stream().anyMatch(one -> one.step().equals(step)))
                .isPresent();
    }

    private Map<Integer, String> sketches(Recorder.Made made, List<Effect.Remove> removals) {
        var without = new HashMap<Integer, String>();
        var id = made.before().conversation().id();
        int last = made.before().conversation().lifecycle().revision();
        for (int revision = 1; revision <= last; revision++) {
            var stored = submissions.find(id, revision);
            if (stored.isEmpty()) continue;
            var sketch = form.read().apply(stored.get().sketch());
            for (var one : removals)
                sketch =
                        new Removal(
                                        one.step(),
                                        one.files(),
                                        one.words(),
                                        from(made, one),
                                        one.whose())
                                .from(sketch);
            without.put(revision, form.write().apply(sketch));
        }
        return without;
    }

    /// Where what is left of the answer comes from: who took it out, and when.
    private static Answer.Provenance from(Recorder.Made made, Effect.Remove removal) {
        return made.turn()
                .after()
                .answer(removal.step())
                .map(Answer::provenance)
                .orElseGet(() ->
                        new Answer.Provenance(
                                "",
                                made.turn().after().variant(),
                                made.given().channel(),
                                made.dialog().hash(),
                                made.given().now(),
                                made.given().by()));
    }
}
