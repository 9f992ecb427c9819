// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Outcomes;
import org.skizzenlotse.dialog.SketchPlan.Section;
import org.skizzenlotse.dialog.Step;
import org.skizzenlotse.dialog.Step.Question;
import org.skizzenlotse.dialog.StepId;

/// Compares two versions, part by part.
final class Comparison {
    private final Dialog before;
    private final Dialog after;
    private final Renaming renaming;
    private final Map<StepId, Question> old = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    Comparison(Dialog before, Dialog after, Renaming renaming) {
        this.before = before;
        this.after = after;
        this.renaming = renaming;
        for (var one : before.questions()) old.put(renaming.step(one.id()), one);
    }

    List<Change> changes() {
        head();
        questions();
        places();
        notices();
        groups();
        facts();
        outcomes();
        sketch();
        if (changes.isEmpty() && !before.hash().equals(after.hash())) part(Part.OTHER, "", false);
        return List.copyOf(changes);
    }

    private void part(Part part, String name, boolean meaning) {
        changes.add(new Change.OfPart(part, name, meaning));
    }

    private void head() {
        var was = before.head();
        var now = after.head();
        var meaning =
                !was.id().equals(now.id())
                        || !was.language().equals(now.language())
                        || was.personal() != now.personal()
                        || before.offersScope() != after.offersScope();
        var gone = new HashSet<>(was.frames().keySet());
        gone.removeAll(now.frames().keySet());
        var come = new HashSet<>(now.frames().keySet());
        come.removeAll(was.frames().keySet());
        var frames = new HashMap<>(was.frames());
        frames.keySet().retainAll(now.frames().keySet());
        var others = frames.entrySet().stream().anyMatch(one -> isOther(one, now.frames()));
        var plain =
                !was.timing().equals(now.timing())
                        || was.audience() != now.audience()
                        || !was.referencePrefix().equals(now.referencePrefix())
                        || was.call() != now.call()
                        || !was.confirmTo().equals(now.confirmTo())
                        || !was.attach().equals(now.attach())
                        || !before.parts().handsOver().equals(after.parts().handsOver());
        if (meaning || others || plain) part(Part.HEAD, "", meaning);
        gone.stream().sorted().forEach(one -> part(Part.VARIANTS, one, true));
        come.stream().sorted().forEach(one -> part(Part.VARIANTS, one, false));
    }

    private static boolean isOther(
            Map.Entry<String, Dialog.Frame> was, Map<String, Dialog.Frame> now) {
        return !was.getValue().equals(now.get(was.getKey()));
    }

    private void questions() {
        for (var now : after.questions()) {
            var was = old.get(now.id());
            if (was == null) changes.add(new Change.StepNew(now.id(), isBinding(now)));
            else changes.addAll(new QuestionComparison(was, now, renaming).changes());
        }
        for (var was : before.questions()) {
            var id = renaming.step(was.id());
            if (after.question(id).isEmpty()) changes.add(new Change.StepGone(id));
        }
    }

    private static boolean isBinding(Question question) {
        return question.rules().neededToSubmit() || question.isRequiredConsent();
    }

    /// Which of those that stay come elsewhere: all but the longest row that stays as it was.
    private void places() {
        var was = new ArrayList<String>();
        var now = new ArrayList<String>();
        for (var one : before.placed()) {
            var id = renaming.step(one.step().id());
            if (one.step() instanceof Question && after.question(id).isPresent())
                was.add(one.group().id() + "/" + id);
        }
        for (var one : after.placed())
            if (one.step() instanceof Question && old.containsKey(one.step().id()))
                now.add(one.group().id() + "/" + one.step().id());
        var stay = Rows.longest(was, now);
        for (var one : now)
            if (!stay.contains(one))
                changes.add(new Change.Place(new StepId(one.substring(one.indexOf('/') + 1))));
    }

    private void notices() {
        var was = said(before);
        var now = said(after);
        var other = new HashSet<StepId>();
        was.forEach((id, step) -> {
            var also = now.get(id);
            if (also == null || !isSame(step, also)) other.add(id);
        });
        for (var id : now.keySet()) if (!was.containsKey(id)) other.add(id);
        if (!other.isEmpty()) changes.add(new Change.Notices(other));
    }

    private static boolean isSame(Step was, Step now) {
        return was.wording().equals(now.wording())
                && was.variants().equals(now.variants())
                && SameConditions.same(was.when(), now.when());
    }

    private static Map<StepId, Step> said(Dialog dialog) {
        return dialog.placed().stream()
                .map(Dialog.Placed::step)
                .filter(Step.Notice.class::isInstance)
                .collect(Collectors.toMap(Step::id, step -> step));
    }

    private void groups() {
        for (var now : after.groups()) {
            var was = before.group(now.id());
            if (was.isEmpty() || !was.get().words().equals(now.words()))
                part(Part.GROUPS, now.id(), false);
        }
        for (var was : before.groups())
            if (after.group(was.id()).isEmpty()) part(Part.GROUPS, was.id(), false);
    }

    private void facts() {
        var facts = after.parts().facts();
        before.parts()
                .facts()
                .forEach((name, was) -> {
                    var now = facts.get(name);
                    if (!was.equals(now))
                        part(Part.FACTS, name, now == null || !was.type().equals(now.type()));
                });
        for (var name : facts.keySet())
            if (!before.parts().facts().containsKey(name)) part(Part.FACTS, name, false);
        var computed = after.parts().computed();
        before.parts()
                .computed()
                .forEach((name, was) -> {
                    var now = computed.get(name);
                    var same = now != null && now.is().equals(renaming.term(was.is()));
                    if (!was.equals(now)) part(Part.COMPUTE, name, !same);
                });
        for (var name : computed.keySet())
            if (!before.parts().computed().containsKey(name)) part(Part.COMPUTE, name, false);
    }

    private void outcomes() {
        var was = before.parts().outcomes();
        var now = after.parts().outcomes();
        if (was.equals(now)) return;
        var meaning = was.size() != now.size();
        for (int i = 0; !meaning && i < was.size(); i++) meaning = !isSame(was.get(i), now.get(i));
        part(Part.OUTCOMES, "", meaning);
    }

    private boolean isSame(Outcomes was, Outcomes now) {
        if (!was.id().equals(now.id()) || was.rules().size() != now.rules().size()) return false;
        for (int i = 0; i < was.rules().size(); i++)
            if (!isSame(was.rules().get(i), now.rules().get(i))) return false;
        return true;
    }

    private boolean isSame(Outcomes.Rule was, Outcomes.Rule now) {
        return was.id().equals(now.id())
                && was.criterion().equals(now.criterion())
                && was.light() == now.light()
                && SameConditions.same(renaming.condition(was.when()), now.when());
    }

    /// Sections stay where they are; new steps may feed them, and new sections may come.
    private void sketch() {
        var was = before.parts().sketch();
        var now = after.parts().sketch();
        if (was.equals(now)) return;
        var meaning =
                !was.sections().stream()
                        .allMatch(one ->
                                now.sections().stream().anyMatch(other -> isSame(one, other)));
        part(Part.SKETCH, "", meaning);
    }

    private boolean isSame(Section was, Section now) {
        Set<StepId> from = was.from().stream().map(renaming::step).collect(Collectors.toSet());
        return was.id().equals(now.id())
                && was.field().equals(now.field())
                && was.catalogue().equals(now.catalogue())
                && now.from().containsAll(from);
    }
}
