// SPDX-FileCopyrightText: The Skizzenlotse authors
// SPDX-License-Identifier: Apache-2.0
package org.skizzenlotse.dialog.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.skizzenlotse.dialog.Dialog;
import org.skizzenlotse.dialog.proof.space.Goal;
import org.skizzenlotse.dialog.proof.space.Space;
import org.skizzenlotse.dialog.proof.space.Way;
import org.skizzenlotse.dialog.source.Findings;
import org.skizzenlotse.dialog.source.Source;
import org.skizzenlotse.dialog.source.YamlReader;
import org.skizzenlotse.dialog.talk.Coverage.Point;
import org.skizzenlotse.dialog.talk.Talks;
import org.skizzenlotse.engine.Elsewhere;
import org.skizzenlotse.engine.turn.Engine;

/// Looks for a way to everything that a talk can touch, plays it, and keeps a small set of talks
/// that touch all of it: the same dialog always gives the same talks.
public final class Explorer {
    /// So many other goals are tried for one talk: enough for the conditional questions of a long
    /// dialog, and short of a minute for one of a thousand steps.
    private static final int TRIES_MAX = 60;

    private final World world;
    private final Dialog dialog;
    private final Talks talks;
    private final Set<Point> missing;
    private final List<Exploration.Talk> played = new ArrayList<>();
    private final List<Visited> visited = new ArrayList<>();
    private final List<Point> unreachable = new ArrayList<>();

    private Explorer(Engine engine, Dialog dialog) {
        this.world = new World(engine, dialog, Elsewhere.NONE, Map.of());
        this.dialog = dialog;
        this.talks = new Talks(engine);
        this.missing = new LinkedHashSet<>(talks.run(dialog, List.of()).coverage().missed());
    }

    /// Explores this dialog.
    public static Exploration explore(Engine engine, Dialog dialog) {
        return new Explorer(engine, dialog).explored();
    }

    private Exploration explored() {
        var space = Space.of(dialog);
        var goals = new Goals(dialog);
        for (var point : List.copyOf(missing)) {
            if (!missing.contains(point)) continue;
            var way = goals.of(point).flatMap(goal -> way(space, goals, goal));
            if (way.isPresent()) play(point, way.get());
            else {
                unreachable.add(point);
                missing.remove(point);
            }
        }
        var kept = Cover.of(played);
        var sources = kept.stream().map(one -> source(one.yaml())).toList();
        var coverage = talks.run(dialog, sources).coverage();
        var byHand = new ArrayList<>(coverage.missed());
        byHand.removeAll(unreachable);
        return new Exploration(kept, played.size(), coverage, unreachable, byHand, visited);
    }

    /// A way to the goal that takes along what else is missing and cannot be had everywhere.
    private Optional<Way> way(Space space, Goals goals, Goal goal) {
        var found = space.find(goal);
        var all = new ArrayList<>(List.of(goal));
        var others = found.isEmpty() ? Stream.<Goal>empty() : goals.conditional(missing);
        for (var other : others.limit(TRIES_MAX).toList()) {
            all.add(other);
            var both = space.find(new Goal.Both(all));
            if (both.isPresent()) found = both;
            else all.removeLast();
        }
        return found;
    }

    private void play(Point point, Way way) {
        var facts = new HashMap<>(Talks.facts(dialog));
        facts.putAll(way.facts());
        var walk = new Walk(world, facts, way, new Fill(missing)).toTheEnd();
        visited.addAll(walk.visited());
        var name = Names.of(point);
        var yaml = TalkText.of(dialog, name, way.facts(), walk);
        var result = talks.run(dialog, List.of(source(yaml)));
        if (!result.problems().isEmpty())
            throw new IllegalStateException(
                    "a talk does not go as it was played: "
                            + result.problems().getFirst().toText());
        var touched = result.coverage().touched();
        played.add(new Exploration.Talk(name, yaml, touched));
        missing.removeAll(touched);
        missing.remove(point);
    }

    private static Source source(String yaml) {
        return YamlReader.read("erkundet.talk.yaml", yaml, new Findings()).orElseThrow();
    }
}
