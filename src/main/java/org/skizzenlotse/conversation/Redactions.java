// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.conversation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Value;
import org.skizzenlotse.engine.Answer;
import org.skizzenlotse.engine.Aside;
import org.skizzenlotse.engine.Carry;
import org.skizzenlotse.engine.Display;
import org.skizzenlotse.engine.Effect;
import org.skizzenlotse.engine.Happened;
import org.skizzenlotse.engine.Message;
import org.skizzenlotse.engine.Person;
import org.skizzenlotse.engine.Position;
import org.skizzenlotse.store.Change;
import org.skizzenlotse.store.KnownTexts;
import org.skizzenlotse.store.Turns;

/// What must go from a transcript: at a submission all that was said or answered and then changed,
/// on starting over everything, and single answers when somebody takes them out. What goes leaves
/// its place and a marker, so that numbers and the fold of the history stay as they are.
final class Redactions {
    /// Stands where words stood.
    static final String MARKER = KnownTexts.WIPED;

    private final Set<Integer> facts = new HashSet<>();
    private final Set<StepId> changed = new HashSet<>();

    private final Set<StepId> receipts;

    private Redactions(Set<StepId> receipts) {
        this.receipts = receipts;
    }

    /// The history is whole: the first `stored` facts lie in the database, the rest is new with
    /// this turn and stays. Messages are those before this turn. What was decided on consents is
    /// evidence, and stays.
    static Change.Redaction atSubmission(
            List<Happened> history, int stored, List<Turns.Said> messages, Set<StepId> consents) {
        var redactions = new Redactions(Set.copyOf(consents));
        redactions.superseded(history, stored);
        return new Change.Redaction(redactions.facts, redactions.said(messages), true);
    }

    /// Everything before this turn.
    static Change.Redaction onStartingOver(List<Happened> stored, List<Turns.Said> messages) {
        var facts = new HashSet<Integer>();
        for (int i = 0; i < stored.size(); i++) if (holdsAnswers(stored.get(i))) facts.add(i + 1);
        var wiped = new HashMap<Integer, Message>();
        for (var one : messages)
            if (one.message().quotes() || one.message().kind() == Message.Kind.SAID)
                wiped.put(one.number(), wiped(one.message()));
        return new Change.Redaction(facts, wiped, true);
    }

    /// What was ever said of an answer, or of these files of it. All that repeats answers goes with
    /// it, because nobody can tell which ones it repeats; what was said at its step leaves `words`.
    /// Where only one person's own goes, what others answered and said stays.
    static Change.Redaction of(
            Effect.Remove removed, List<Happened> history, int stored, List<Turns.Said> messages) {
        var redactions = new Redactions(Set.of());
        var names = redactions.given(removed, history, stored);
        var wiped = new HashMap<Integer, Message>();
        for (var one : messages) {
            var message = one.message();
            var said = message.kind() == Message.Kind.SAID;
            if (said && !Saying.isBy(removed.whose(), message)) continue;
            if (said && message.step() != null && names.contains(message.step()))
                wiped.put(one.number(), wiped(message, Display.escape(removed.words())));
            else if (message.quotes() || (said && message.step() == null))
                wiped.put(one.number(), wiped(message));
        }
        return new Change.Redaction(redactions.facts, wiped, true);
    }

    /// Later facts set the same parts of the state again, so that the fold stays as it is. Gives
    /// the names that the step had in earlier versions of the dialog, and its own.
    private Set<StepId> given(Effect.Remove removed, List<Happened> history, int stored) {
        var names = new HashSet<>(Set.of(removed.step()));
        boolean moved = false;
        boolean beside = false;
        for (int number = history.size(); number > 0; number--) {
            var fact = history.get(number - 1);
            if (fact instanceof Happened.Beside) {
                if (beside && holdsAnswers(fact)) redact(number, stored);
                beside = true;
            }
            if (fact instanceof Happened.Answered(var step, var answer)
                    && names.contains(step)
                    && Person.isAllBy(removed.whose(), answer.provenance().by())
                    && holds(answer, removed.files())) redact(number, stored);
            if (fact instanceof Happened.Migrated(_, var carried)) former(names, carried);
            if (fact instanceof Happened.Moved) {
                if (moved && holdsAnswers(fact)) redact(number, stored);
                moved = true;
            }
        }
        return names;
    }

    /// Adds how steps were called before these went elsewhere.
    private static void former(Set<StepId> names, List<Carry> carried) {
        for (var one : carried.reversed())
            switch (one) {
                case Carry.Renamed(var from, var to) -> {
                    if (names.contains(to)) names.add(from);
                }
                case Carry.Joined(var from, var to, _) -> {
                    if (names.contains(to)) names.addAll(from);
                }
                case Carry.Mapped _, Carry.Dropped _ -> {}
            }
    }

    private static boolean holds(Answer answer, Set<String> files) {
        if (files.isEmpty() || !(answer.value() instanceof Value.Files(var all))) return true;
        return all.stream().anyMatch(file -> files.contains(file.id()));
    }

    /// The name of a person who has gone, wherever it was given.
    static Change.Redaction ofName(List<Happened> stored, int person) {
        var facts = new HashSet<Integer>();
        for (int i = 0; i < stored.size(); i++)
            if (stored.get(i) instanceof Happened.Named(var named, _) && named == person)
                facts.add(i + 1);
        return new Change.Redaction(facts, Map.of(), false);
    }

    /// The same message with a marker for its words.
    static Message wiped(Message message) {
        return wiped(message, MARKER);
    }

    private static Message wiped(Message message, String words) {
        return new Message(message.kind(), words, false, message.step());
    }

    private void superseded(List<Happened> history, int stored) {
        var settled = new HashSet<StepId>();
        boolean moved = false;
        boolean beside = false;
        for (int number = history.size(); number > 0; number--) {
            var fact = history.get(number - 1);
            if (fact instanceof Happened.Answered(var step, _)
                    && !receipts.contains(step)
                    && !settled.add(step)) {
                redact(number, stored);
                changed.add(step);
            }
            if (fact instanceof Happened.Unanswered(var step)) {
                settled.add(step);
                changed.add(step);
            }
            if (fact instanceof Happened.Migrated(_, var carried)) migrated(settled, carried);
            if (fact instanceof Happened.Moved) {
                if (moved && holdsAnswers(fact)) redact(number, stored);
                moved = true;
            }
            if (fact instanceof Happened.Beside) {
                if (beside && holdsAnswers(fact)) redact(number, stored);
                beside = true;
            }
        }
    }

    /// Before this, what counts under one name was answered under another, or counts no more.
    private void migrated(Set<StepId> settled, List<Carry> carried) {
        for (var one : carried.reversed())
            switch (one) {
                case Carry.Renamed(var from, var to) -> {
                    if (settled.remove(to)) settled.add(from);
                    else settled.remove(from);
                }
                case Carry.Joined(var from, var to, _) -> {
                    if (settled.remove(to)) settled.addAll(from);
                    else from.forEach(settled::remove);
                }
                case Carry.Dropped(var step) -> {
                    settled.add(step);
                    changed.add(step);
                }
                case Carry.Mapped _ -> {}
            }
    }

    private void redact(int number, int stored) {
        if (number <= stored) facts.add(number);
    }

    /// Of what was said at a step only the last stays, and not even that where the answer was
    /// changed: it may be what was taken back.
    private Map<Integer, Message> said(List<Turns.Said> messages) {
        var last = new HashMap<StepId, Integer>();
        for (var one : messages) {
            var step = one.message().step();
            if (one.message().kind() == Message.Kind.SAID && step != null)
                last.put(step, one.number());
        }
        var wiped = new HashMap<Integer, Message>();
        for (var one : messages)
            if (one.message().quotes() || isOld(one, last))
                wiped.put(one.number(), wiped(one.message()));
        return wiped;
    }

    private boolean isOld(Turns.Said said, Map<StepId, Integer> last) {
        if (said.message().kind() != Message.Kind.SAID) return false;
        var step = said.message().step();
        if (step == null) return true;
        return changed.contains(step) || last.getOrDefault(step, 0) != said.number();
    }

    private static boolean holdsAnswers(Happened fact) {
        return switch (fact) {
            case Happened.Answered _ -> true;
            case Happened.Moved(var position) -> holdsAnswers(position);
            case Happened.Began _, Happened.Unanswered _, Happened.Shown _ -> false;
            case Happened.Scoped _, Happened.Went _, Happened.Spoke _ -> false;
            case Happened.Entered _, Happened.Migrated _ -> false;
            case Happened.Upgraded _, Happened.StartedOver _, Happened.Redacted _ -> false;
            case Happened.Came _, Happened.Reminders _ -> false;
            case Happened.Beside(var all) -> !all.isEmpty();
            case Happened.Invited _, Happened.Named _, Happened.Joined _, Happened.Left _ -> false;
            case Happened.Offered _, Happened.HandedOver _, Happened.Arrived _ -> false;
            case Happened.Stood _ -> false;
            // of what was handed in only
            case Happened.Remarked _, Happened.Met _ -> false;
        };
    }

    private static boolean holdsAnswers(Position position) {
        if (position.undo() != null) return true;
        return switch (position.aside()) {
            case Aside.Impact _, Aside.Noting _ -> true;
            case Aside.AskingBack back -> back.proposed() != null;
            case Aside.None _, Aside.Changing _, Aside.Choosing _ -> false;
            case Aside.Confirming _, Aside.Stopping _ -> false;
            case Aside.Removing _, Aside.Parting _ -> false;
        };
    }
}
