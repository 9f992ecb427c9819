// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skizzenlotse.dialog.AnswerType;
import org.skizzenlotse.dialog.Condition;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.Reads;
import org.skizzenlotse.dialog.StepId;
import org.skizzenlotse.dialog.Term;
import org.skizzenlotse.dialog.source.Nearest;
import org.skizzenlotse.dialog.source.Part;

/// All that conditions of a dialog can name: its steps in their order, the facts, and the computed
/// values and conditions of its head, which are read when they are first named.
public final class Names {
    private final Map<String, Meaning> known = new LinkedHashMap<>();
    private final Map<String, Part> computed = new LinkedHashMap<>();
    private final Map<String, Part> conditions = new LinkedHashMap<>();
    private final Set<String> beingRead = new HashSet<>();
    private final Conditions reader = new Conditions(this);

    /// Adds a question at the end of the order.
    public void addStep(StepId id, AnswerType type, int order, boolean core) {
        known.putIfAbsent(id.value(), new Meaning.OfStep(id, type, order, core));
    }

    /// Adds a fact of the installation.
    public void addFact(String name, String type) {
        known.putIfAbsent(name, new Meaning.OfFact(name, type));
    }

    /// Adds a computed value of the head.
    public void addComputed(String name, Part part) {
        computed.put(name, part);
    }

    /// Adds a condition of the head.
    public void addCondition(String name, Part part) {
        conditions.put(name, part);
    }

    /// Reads conditions in which these names stand.
    public Conditions reader() {
        return reader;
    }

    /// Reads all computed values and conditions of the head, also those that are never named.
    public Map<String, Dialog.Computed> readHead() {
        var values = new HashMap<String, Dialog.Computed>();
        for (var one : conditions.keySet()) find(one);
        for (var one : computed.entrySet())
            if (find(one.getKey()).orElse(null) instanceof Meaning.OfComputed(_, _, var is, _))
                values.put(one.getKey(), new Dialog.Computed(is, one.getValue().text("label")));
        return values;
    }

    /// Everything that may be named, for proposals.
    Set<String> all() {
        var names = new TreeSet<>(known.keySet());
        names.addAll(computed.keySet());
        names.addAll(conditions.keySet());
        return names;
    }

    /// The meanings known so far.
    Map<String, Meaning> meanings() {
        return known;
    }

    /// The type of a step, if there is one of that name.
    public Optional<AnswerType> stepType(String name) {
        return known.get(name) instanceof Meaning.OfStep(_, var type, _, _)
                ? Optional.of(type)
                : Optional.empty();
    }

    /// What a name stands for at this place.
    Meaning resolve(String name, Here here) throws Refused {
        var meaning = find(name).orElse(null);
        if (meaning == null)
            throw new Refused("'" + name + "' gibt es nicht.", Nearest.question(name, all()));
        for (var step : readsOf(meaning)) mustBeReadable(name, step, here);
        return meaning;
    }

    private static Set<StepId> readsOf(Meaning meaning) {
        return switch (meaning) {
            case Meaning.OfStep(var id, _, _, _) -> Set.of(id);
            case Meaning.OfFact _ -> Set.of();
            case Meaning.OfComputed(_, _, _, var reads) -> reads;
            case Meaning.OfCondition(_, _, _, var reads) -> reads;
        };
    }

    private void mustBeReadable(String name, StepId id, Here here) throws Refused {
        if (!(known.get(id.value()) instanceof Meaning.OfStep step)) return;
        var said = name.equals(id.value()) ? "'" + name + "'" : "'" + id + "' (in '" + name + "')";
        if (step.order() >= here.before())
            throw new Refused(
                    said + " wird erst später gefragt.",
                    "Bedingungen lesen nur frühere Schritte: Stellt die Frage weiter nach vorn.");
        if (here.coreOnly() && !step.core())
            throw new Refused(
                    "Dieser Schritt gehört zum kurzen Weg, " + said + " aber nicht.",
                    "Gebt auch '" + id + "' core: true, oder nehmt es hier heraus.");
    }

    private Optional<Meaning> find(String name) {
        var found = known.get(name);
        if (found != null) return Optional.of(found);
        var part = conditions.containsKey(name) ? conditions.get(name) : computed.get(name);
        if (part == null || !part.has("is")) return Optional.empty();
        if (!beingRead.add(name)) {
            part.at("is")
                    .wrong(
                            "'" + name + "' hängt von sich selbst ab.",
                            "Schreibt die Bedingung aus, statt sie zu nennen.");
            return Optional.empty();
        }
        var meaning = conditions.containsKey(name) ? condition(name, part) : value(name, part);
        known.put(name, meaning);
        return Optional.of(meaning);
    }

    private Meaning condition(String name, Part part) {
        var is = reader.condition(part.at("is"), Here.ANYWHERE);
        return new Meaning.OfCondition(name, part.text("means"), is, Set.copyOf(Reads.of(is)));
    }

    private Meaning value(String name, Part part) {
        var type = part.text("type");
        var is = reader.computed(part.at("is"), type);
        return new Meaning.OfComputed(name, type, is, Set.copyOf(Reads.of(is)));
    }

    /// What stands beside a computed value or condition that could not be read.
    static Condition unread() {
        return new Condition.Or(new ArrayList<>());
    }

    /// The term of a name, if it is no condition.
    static @Nullable Operand operand(Meaning meaning, String name) {
        return switch (meaning) {
            case Meaning.OfStep(var id, var type, _, _) ->
                    Operand.answer(new Term.AnswerOf(id), type, name);
            case Meaning.OfFact(var fact, var type) ->
                    Operand.of(new Term.FactOf(fact), Sort.of(type), name);
            case Meaning.OfComputed(_, var type, var is, _) ->
                    Operand.of(new Term.Computed(name, is), Sort.of(type), name);
            case Meaning.OfCondition _ -> null;
        };
    }
}
